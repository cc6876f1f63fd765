// SPDX-License-Identifier: GPL-3.0-or-later
// What the server's small pages have in common: no scripts, nothing from elsewhere, renewed by the browser.
#pragma once

#include "server/http/message.h"

#include <optional>
#include <string>
#include <string_view>

namespace atrium::services {

/// For text between tags and in attributes.
[[nodiscard]] std::string escaped(std::string_view text);

/// The first of zh and en the browser names; Chinese when it names neither.
[[nodiscard]] bool wantsEnglish(const http::Request& request);

/// body is HTML. isWide: for screens and desks, else for a phone.
[[nodiscard]] http::Response htmlPage(bool english, int status, const std::string& title,
                                      const std::string& body, int refreshSeconds, bool isWide = false);

/// A wait as it is told; without high: over low minutes, with 0: no waiting.
[[nodiscard]] std::string waitText(int low, std::optional<int> high, bool english);

} // namespace atrium::services
