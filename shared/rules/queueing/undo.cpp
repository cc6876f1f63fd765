// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a finish or a no-show back.
#include "shared/rules/queueing/draft.h"

#include <algorithm>

namespace atrium::rules::queueing {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;

Decision apply(const Context& context, const UndoLast& wish) {
    auto status = openStatus(context, wish.windowId);
    if (!status)
        return status.error();
    if (status->ticketId)
        return refuse(ErrorCode::windowBusy, "/windowId",
                      {model::Sentence::finishFirst, {{"number", status->number}}});
    const auto before = context.state.undoTickets.find(wish.windowId);
    const auto* ticket = status->undoTicketId ? findTicket(context, *status->undoTicketId) : nullptr;
    if (!ticket || before == context.state.undoTickets.end() || before->second.id != ticket->id)
        return refuse(ErrorCode::undoExpired, "/windowId", model::Sentence::nothingToUndo);
    if (!status->undoUntil || context.now.at > *status->undoUntil)
        return refuse(ErrorCode::undoExpired, "/windowId", model::Sentence::undoOver);
    Draft draft(context, EventType::undone);
    if (ticket->state == TicketState::waiting)
        --draft.queueDay(ticket->queueId).waiting;
    auto restored = before->second;
    if (restored.state == TicketState::called) {
        auto& noShows = draft.queueDay(restored.queueId).noShows;
        noShows = std::max(0, noShows - 1); // one that an older program marked was not counted
    }
    restored.staffId = status->staffId;
    restored.printState = ticket->printState; // a late word of the printer stays true
    restored.version = ticket->version;
    const bool isServing = restored.state == TicketState::serving;
    status->state = isServing ? WindowState::serving : WindowState::calling;
    status->since = (isServing ? restored.startedAt : restored.calledAt).value_or(context.now.at);
    status->ticketId = restored.id;
    status->number = restored.number;
    status->pauseReason.clear();
    status->undoTicketId.reset();
    status->undoUntil.reset();
    if (status->ratingTicketId == restored.id) {
        status->ratingTicketId.reset();
        status->ratingPrompts = 0;
    }
    draft.put(std::move(restored));
    draft.put(std::move(*status));
    return std::move(draft).done();
}

} // namespace atrium::rules::queueing
