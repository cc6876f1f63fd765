// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace atrium::http {

/// What is being handled, for the log: the name of its type, never its text, which may quote what a citizen
/// gave. Only within a catch block; any thread.
[[nodiscard]] std::string kindOfThrown();

} // namespace atrium::http
