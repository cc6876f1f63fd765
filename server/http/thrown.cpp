// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/thrown.h"

#include <boost/core/demangle.hpp>

#include <cxxabi.h>

namespace atrium::http {

std::string kindOfThrown() {
    const auto* const type = abi::__cxa_current_exception_type();
    return type != nullptr ? boost::core::demangle(type->name()) : "nothing";
}

} // namespace atrium::http
