// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/ticketwait.h"

#include "shared/rules/queueing/dispatch.h"

namespace atrium::estimate {

TicketWait waitOf(const model::Ticket& ticket, const rules::queueing::State& state, model::Instant now,
                  const rules::queueing::Config& config, const WindowsOfItem& windowsOfItem) {
    const auto secondsOf = [&](const model::QueueId& id) {
        const auto day = state.queueDays.find(id);
        const auto queue = config.queues.find(id);
        return serviceSeconds(day == state.queueDays.end() ? nullptr : &day->second,
                              queue == config.queues.end() ? nullptr : &queue->second);
    };
    const auto openFor = [&](const model::ServiceItemId& item) {
        std::vector<OpenWindow> open;
        for (const auto& id : windowsOfItem(item)) {
            const auto status = state.windows.find(id);
            if (status != state.windows.end() && isOpen(status->second.state))
                open.push_back({id, status->second.state == model::WindowState::idle});
        }
        return open;
    };
    std::vector<Ahead> ahead;
    for (const auto& group : rules::queueing::groupsAhead(ticket.id, state, now, config))
        ahead.push_back({{group.itemId, group.onlyWindowId, secondsOf(group.queueId)}, group.people});
    const int people = rules::queueing::peopleAhead(ticket.id, state, now, config);
    return {people,
            wait({ticket.itemId, ticket.onlyWindowId, secondsOf(ticket.queueId)}, ahead, people, openFor)};
}

} // namespace atrium::estimate
