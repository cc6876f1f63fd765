// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a service day and the counters of the next.
#include "shared/rules/queueing/draft.h"

#include <algorithm>

namespace atrium::rules::queueing {

using model::TicketState;

Decision apply(const Context& context, const CloseDay& wish) {
    if (wish.nextDay <= context.state.day)
        return refuse(model::ErrorCode::invalid, "/nextDay", model::Sentence::dayGoesForward);
    std::vector<const model::Ticket*> open;
    for (const auto& [id, ticket] : context.state.tickets)
        if (isOpen(ticket.state))
            open.push_back(&ticket);
    std::sort(open.begin(), open.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    Draft draft(context, EventType::dayClosed);
    for (const auto* ticket : open) {
        auto expired = *ticket;
        expired.state = TicketState::expired;
        expired.placesBack = 0;
        expired.finishedAt = context.now.at;
        draft.put(std::move(expired));
    }
    for (const auto& [id, status] : context.state.windows) {
        model::WindowStatus closed;
        closed.id = status.id;
        closed.hallId = status.hallId;
        closed.windowId = status.windowId;
        closed.since = status.state == model::WindowState::closed ? status.since : context.now.at;
        closed.version = status.version;
        draft.put(std::move(closed));
    }
    for (const auto& [id, today] : context.state.queueDays) {
        auto& fresh = draft.queueDay(id);
        fresh.day = wish.nextDay;
        fresh.lastSequence = 0;
        fresh.issued = 0;
        fresh.waiting = 0;
        fresh.serviceSeconds = 0;
        fresh.serviceVariance = 0;
        fresh.serviceCount = 0;
        fresh.called = 0;
        fresh.noShows = 0;
    }
    draft.nextDay(wish.nextDay);
    return std::move(draft).done();
}

} // namespace atrium::rules::queueing
