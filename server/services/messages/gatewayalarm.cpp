// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/messages/gatewayalarm.h"

namespace atrium::services {

Cause gatewayCause(std::string code) {
    return {model::AlarmKind::deviceSilent, false, "gateway", "sms", std::move(code)};
}

std::optional<std::string> gatewayFault(const HallState& state) {
    if (!state.hasGateway)
        return std::string(kNoGateway);
    const auto standing = state.alarms.find(gatewayCause({}).id());
    return standing == state.alarms.end() ? std::nullopt : std::optional(standing->second.detail);
}

} // namespace atrium::services
