// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace atrium::app {
inline constexpr const char* kVersion = ATRIUM_VERSION; // from project() in the top CMakeLists.txt
}
