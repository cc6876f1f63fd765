// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/alarms.h"

#include <optional>
#include <string>
#include <string_view>

namespace atrium::services {

/// The alarm's detail where messages are wanted and no gateway is configured.
inline constexpr std::string_view kNoGateway = "notConfigured";

/// The SMS gateway is silent. code: the gateway's own word, or kNoGateway.
[[nodiscard]] Cause gatewayCause(std::string code);

/// Why messages cannot go out at this moment: the code; nothing when they can, as far as is known.
[[nodiscard]] std::optional<std::string> gatewayFault(const HallState& state);

} // namespace atrium::services
