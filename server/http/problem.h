// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <chrono>

namespace atrium::http {

/// The one table from the API's codes to HTTP statuses.
[[nodiscard]] int statusOf(model::ErrorCode code) noexcept;
/// The reason phrase of a status (RFC 9110, 15).
[[nodiscard]] const char* reasonPhrase(int status) noexcept;
/// A problem that concerns HTTP itself (400 framing, 405, 408, 500 …) and so has another status than its
/// code.
[[nodiscard]] Response problem(int status, const model::Error& error, std::string type = "about:blank");
/// The same for somebody who may come again after that time: Retry-After in whole seconds (RFC 9110, 10.2.3).
[[nodiscard]] Response problem(const model::Error& error, std::chrono::seconds wait);
/// 500 for a handler that threw, to be called while that is caught: its kind goes to the standard error, with
/// the request's id, which the client is told.
[[nodiscard]] Response failed(const Request& request);
/// Puts a problem's texts into that language; nothing happens to any other answer.
void localise(Response& response, model::Language language);

} // namespace atrium::http
