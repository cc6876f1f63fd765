// SPDX-License-Identifier: GPL-3.0-or-later
// What time alone makes of messages.
#include "server/services/core/alarms.h"
#include "server/services/core/housekeeping.h"
#include "server/services/messages/gatewayalarm.h"
#include "server/services/messages/outbox.h"

namespace atrium::services {

using model::Result;

namespace {

constexpr std::chrono::seconds kNearTurns{30};

} // namespace

/// Messages whose time has come are sent, postponed ones again, and time brings turns near.
void Housekeeping::followMessages() {
    const auto now = m_services.now();
    const bool looksAhead = now.at - m_lastNearTurns >= kNearTurns;
    const bool isDue = m_services.model.read([&](const HallState& state) {
        const auto next = rules::messages::nextTick(state.messages, state.setup->messages.config);
        return (next && *next <= now.at) || (looksAhead && sendsMessages(state) && !state.reachable.empty());
    });
    if (looksAhead)
        m_lastNearTurns = now.at;
    followGateway();
    if (!isDue)
        return;
    (void)m_services.writer.run({}, [looksAhead](WriteContext& context) -> Result<Outcome> {
        if (looksAhead)
            for (const auto& command : messagesByTime(context.state(), context.now()))
                context.message(command);
        context.message(rules::messages::Tick{});
        return Outcome{};
    });
}

/// A hall that wants messages and has no way to send them is told so.
void Housekeeping::followGateway() {
    const auto [stands, wanted, present] = m_services.model.read([](const HallState& state) {
        const auto standing = state.alarms.find(gatewayCause({}).id());
        return std::tuple(standing != state.alarms.end() ? standing->second.detail : std::string(),
                          state.setup->messages.active && !state.hasGateway, state.hasGateway);
    });
    const bool isOld = !stands.empty() && (present ? stands == kNoGateway : !wanted);
    if ((wanted && stands != kNoGateway) || isOld)
        (void)m_services.writer.run({}, [&, isWanted = wanted](WriteContext& context) -> Result<Outcome> {
            setAlarm(context, gatewayCause(std::string(kNoGateway)), isWanted);
            return Outcome{};
        });
}

} // namespace atrium::services
