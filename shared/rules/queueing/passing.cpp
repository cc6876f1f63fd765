// SPDX-License-Identifier: GPL-3.0-or-later
// When the called person does not come, or has to fetch something.
#include "shared/rules/queueing/draft.h"

#include <utility>

namespace atrium::rules::queueing {

using model::ErrorCode;
using model::TicketState;

Decision apply(const Context& context, const MarkNoShow& wish) {
    auto here = present(context, wish.windowId, {TicketState::called});
    if (!here)
        return here.error();
    Draft draft(context, EventType::ticketNoShow);
    draft.undo(here->ticket);
    auto& ticket = here->ticket;
    const auto& queue = queueOf(context, ticket.queueId);
    ++ticket.noShows;
    auto& counters = draft.queueDay(ticket.queueId);
    ++counters.noShows;
    const bool waitsByItself =
        queue.passedRule == model::PassedRule::placesBack || queue.passedRule == model::PassedRule::atEnd;
    if (waitsByItself && ticket.noShows <= queue.noShowLimit) {
        comeBack(ticket, queue, context.now.at);
        ++counters.waiting;
    } else {
        ticket.state = TicketState::noShow;
        ticket.finishedAt = context.now.at;
    }
    offerUndo(here->window, context);
    becomeIdle(here->window, context.now.at);
    draft.put(std::move(ticket));
    draft.put(std::move(here->window));
    return std::move(draft).done();
}

Decision apply(const Context& context, const HoldTicket& wish) {
    auto here = present(context, wish.windowId, {TicketState::called, TicketState::serving});
    if (!here)
        return here.error();
    const auto held = context.state.held.find(wish.windowId);
    const auto limit = context.config.holdLimitPerWindow;
    if (held != context.state.held.end() && std::cmp_greater_equal(held->second.size(), limit))
        return refuse(ErrorCode::conflict, "/windowId",
                      {model::Sentence::holdsEnough, {{"count", std::to_string(limit)}}});
    Draft draft(context, EventType::ticketHeld);
    here->ticket.state = TicketState::held;
    here->ticket.note = wish.reason;
    holderIsHere(here->ticket);
    becomeIdle(here->window, context.now.at);
    draft.put(std::move(here->ticket));
    draft.put(std::move(here->window));
    return std::move(draft).done();
}

Decision apply(const Context& context, const ReturnHeld& wish) {
    auto status = openStatus(context, wish.windowId);
    if (!status)
        return status.error();
    if (auto error = needIdle(*status))
        return *error;
    const auto* found = findTicket(context, wish.ticketId);
    if (!found)
        return refuse(ErrorCode::notFound, "/ticketId", model::Sentence::noSuchTicketToday);
    if (found->state != TicketState::held)
        return refuse(ErrorCode::conflict, "/ticketId",
                      {model::Sentence::ticketNotHeld, {{"number", found->number}}});
    if (found->windowId != wish.windowId)
        return refuse(ErrorCode::conflict, "/ticketId",
                      {model::Sentence::heldElsewhere,
                       {{"number", found->number},
                        {"window", numberOf(context, found->windowId.value_or(WindowId{}))}}});
    Draft draft(context, EventType::ticketReturned);
    countService(draft, context, *status, nullptr);
    auto ticket = *found;
    ticket.state = TicketState::serving;
    ticket.staffId = status->staffId;
    ticket.startedAt = context.now.at; // the time aside is not service time
    status->state = model::WindowState::serving;
    status->ticketId = ticket.id;
    status->number = ticket.number;
    status->since = context.now.at;
    status->ratingTicketId.reset();
    status->ratingPrompts = 0;
    status->undoTicketId.reset();
    status->undoUntil.reset();
    draft.put(std::move(ticket));
    draft.put(std::move(*status));
    return std::move(draft).done();
}

} // namespace atrium::rules::queueing
