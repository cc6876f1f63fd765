// SPDX-License-Identifier: GPL-3.0-or-later
// Serving somebody at the window who took no number.
#include "shared/rules/queueing/draft.h"
#include "shared/rules/queueing/skill.h"

namespace atrium::rules::queueing {

using model::ErrorCode;

Decision apply(const Context& context, const ServeDirectly& wish) {
    auto status = readyToCall(context, wish.windowId);
    if (!status)
        return status.error();
    IssueTicket issue;
    issue.ticketId = wish.ticketId;
    issue.itemId = wish.itemId;
    issue.channel = model::TicketChannel::serviceDesk;
    issue.paper = false;
    issue.atWindow = true;
    const auto queue = queueToIssue(context, issue);
    if (!queue)
        return queue.error();
    if (!serves(*findWindow(context.config, wish.windowId), wish.itemId))
        return refuse(ErrorCode::notServable, "/itemId",
                      {model::Sentence::windowServesNot, {{"window", numberOf(context, wish.windowId)}}});
    if (isExcluded(context.state, context.config, wish.windowId, wish.itemId))
        return refuse(ErrorCode::notServable, "/itemId", model::Sentence::excludedFromQueue);

    Draft draft(context, EventType::ticketIssued);
    countService(draft, context, *status, nullptr);
    auto ticket = giveOut(draft, context, issue, **queue);
    ticket.state = model::TicketState::serving;
    ticket.printState = model::PrintState::none;
    ticket.windowId = status->windowId;
    ticket.staffId = status->staffId;
    ticket.calledAt = context.now.at;
    ticket.startedAt = context.now.at;

    status->state = model::WindowState::serving;
    status->ticketId = ticket.id;
    status->number = ticket.number;
    status->since = context.now.at;
    status->ratingTicketId.reset(); // the outer screen belongs to this citizen now
    status->ratingPrompts = 0;
    status->undoTicketId.reset();
    status->undoUntil.reset();
    draft.put(std::move(ticket));
    draft.put(std::move(*status));
    return std::move(draft).done();
}

} // namespace atrium::rules::queueing
