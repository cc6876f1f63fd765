// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <string>
#include <vector>

// Who really asks when a proxy stands between. What a header says of it is believed from trusted proxies
// only.
namespace atrium::http {

/// A field that only proxies write: the request came from somewhere else than its peer.
[[nodiscard]] bool isForwarded(const Headers& headers) noexcept;

/// The address the request came from: the peer's, or, when the peer is a trusted proxy, the last one in
/// X-Forwarded-For that is none. A malformed field names nobody: the peer's. Addresses are numeric.
[[nodiscard]] std::string clientAddress(const std::string& peer, const Headers& headers,
                                        const std::vector<std::string>& trusted);

/// Sent by a program on this machine, not passed on by a proxy on it.
[[nodiscard]] bool isLocal(const Request& request);

/// What limits count by: an IPv4 address, or the /64 of an IPv6 address, which one client holds whole.
[[nodiscard]] std::string networkOf(const std::string& address);

/// Numeric addresses, separated by commas; false when one is none.
[[nodiscard]] bool readAddresses(const std::string& text, std::vector<std::string>& out);

} // namespace atrium::http
