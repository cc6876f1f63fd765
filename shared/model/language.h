// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe/enum.hpp>

namespace atrium::model {

enum class Language { zh, en };
BOOST_DESCRIBE_ENUM(Language, zh, en)

} // namespace atrium::model
