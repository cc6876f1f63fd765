// SPDX-License-Identifier: GPL-3.0-or-later
// What the service desk or the holder does with a ticket away from its window.
#include "shared/rules/queueing/draft.h"

namespace atrium::rules::queueing {

using model::ErrorCode;
using model::TicketState;

namespace {

/// What binds the holder of a passed ticket, and staff not.
std::optional<model::Error> needMayReport(const Context& context, const model::Ticket& ticket,
                                          const model::Queue& queue) {
    if (ticket.noShows > queue.noShowLimit)
        return refuse(ErrorCode::conflict, "/ticketId",
                      {model::Sentence::passedOften, {{"times", std::to_string(ticket.noShows)}}});
    const auto until = ticket.finishedAt.value_or(context.now.at) + std::chrono::minutes(queue.passedMinutes);
    if (queue.passedMinutes > 0 && context.now.at >= until)
        return refuse(ErrorCode::conflict, "/ticketId",
                      {model::Sentence::passedLongAgo, {{"minutes", std::to_string(queue.passedMinutes)}}});
    return std::nullopt;
}

} // namespace

Decision apply(const Context& context, const CancelTicket& wish) {
    const auto* found = findTicket(context, wish.ticketId);
    if (!found)
        return refuse(ErrorCode::notFound, "/ticketId", model::Sentence::noSuchTicketToday);
    switch (found->state) {
    case TicketState::cancelled:
        return nothingNew();
    case TicketState::called:
    case TicketState::serving:
        return refuse(ErrorCode::conflict, "/ticketId",
                      {model::Sentence::ticketAtWindow,
                       {{"window", numberOf(context, found->windowId.value_or(WindowId{}))}}});
    case TicketState::reserved:
    case TicketState::waiting:
    case TicketState::held:
        break;
    default:
        return refuse(ErrorCode::conflict, "/ticketId", model::Sentence::ticketEnded);
    }
    Draft draft(context, EventType::ticketCancelled);
    auto ticket = *found;
    if (ticket.state == TicketState::waiting)
        --draft.queueDay(ticket.queueId).waiting;
    ticket.state = TicketState::cancelled;
    ticket.placesBack = 0;
    ticket.finishedAt = context.now.at;
    ticket.note = wish.reason;
    draft.put(std::move(ticket));
    draft.settle(wish.ticketId);
    return std::move(draft).done();
}

Decision apply(const Context& context, const RequeueTicket& wish) {
    const auto* found = findTicket(context, wish.ticketId);
    if (!found)
        return refuse(ErrorCode::notFound, "/ticketId", model::Sentence::noSuchTicketToday);
    const auto& queue = queueOf(context, found->queueId);
    auto ticket = *found;
    if (ticket.state == TicketState::noShow) {
        if (queue.passedRule == model::PassedRule::never)
            return refuse(ErrorCode::conflict, "/ticketId", model::Sentence::passedDoNotComeBack);
        if (wish.byHolder)
            if (auto error = needMayReport(context, ticket, queue))
                return *error;
        if (auto error = needRoomForPerson(context, ticket.personId, ticket.queueId))
            return *error;
        comeBack(ticket, queue, context.now.at);
    } else if (ticket.state == TicketState::held && !wish.byHolder) {
        const auto holder = ticket.windowId.value_or(WindowId{});
        if (statusOf(context, holder).state != model::WindowState::closed)
            return refuse(ErrorCode::conflict, "/ticketId",
                          {model::Sentence::returnItAt, {{"window", numberOf(context, holder)}}});
        waitAgain(ticket); // the window that holds it is closed: it keeps its place and waits for any other
    } else {
        return refuse(ErrorCode::conflict, "/ticketId", model::Sentence::onlyPassedComesBack);
    }
    Draft draft(context, EventType::ticketRequeued);
    ++draft.queueDay(ticket.queueId).waiting;
    draft.put(std::move(ticket));
    draft.settle(wish.ticketId);
    return std::move(draft).done();
}

} // namespace atrium::rules::queueing
