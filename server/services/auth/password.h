// SPDX-License-Identifier: GPL-3.0-or-later
// What checking and setting passwords share: both are slow on purpose, and wrong ones are counted.
#pragma once

#include "server/services/core/services.h"

#include <chrono>

namespace atrium::services {

/// 429 that says how long to wait.
[[nodiscard]] http::Response comeLater(std::chrono::seconds wait);

/// A handler whose work takes its time on purpose: it runs aside (Services::aside). What it throws is
/// answered by 500 and said in the log.
[[nodiscard]] http::Handler aside(Services& services,
                                  http::Response (*work)(Services&, const http::Request&));

} // namespace atrium::services
