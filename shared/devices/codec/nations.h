// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the nationalities of China by their two-digit code, GB/T 3304-1991.
#pragma once

#include <string_view>

namespace atrium::devices {

/// Chinese name for a code of 1 to 56, 97 or 98; empty for any other.
[[nodiscard]] std::string_view nationName(int code);

} // namespace atrium::devices
