// SPDX-License-Identifier: GPL-3.0-or-later
// Handing the present ticket to another item's queue or to one window.
#include "shared/rules/queueing/draft.h"

namespace atrium::rules::queueing {
namespace {

using model::ErrorCode;
using model::TicketState;

std::optional<model::Error> refusal(const Context& context, const TransferTicket& wish,
                                    const model::Ticket& ticket) {
    if (!wish.toWindowId && wish.itemId.value_or(ticket.itemId) == ticket.itemId)
        return refuse(ErrorCode::invalid, "/itemId", model::Sentence::nameTarget);
    if (wish.toWindowId == wish.windowId)
        return refuse(ErrorCode::invalid, "/toWindowId", model::Sentence::isHereAlready);
    const auto& itemId = wish.itemId.value_or(ticket.itemId);
    const auto item = context.config.items.find(itemId);
    if (item == context.config.items.end())
        return refuse(ErrorCode::notFound, "/itemId", model::Sentence::noSuchItem);
    if (!isServed(context.config, itemId))
        return refuse(ErrorCode::notServable, "/itemId", model::Sentence::noWindowServes);
    if (wish.toWindowId) {
        const auto* target = findWindow(context.config, *wish.toWindowId);
        if (!target)
            return refuse(ErrorCode::notFound, "/toWindowId", model::Sentence::noSuchWindow);
        if (!target->active || !serves(*target, itemId))
            return refuse(
                ErrorCode::notServable, "/toWindowId",
                {model::Sentence::windowServesNot, {{"window", numberOf(context, *wish.toWindowId)}}});
    }
    if (wish.withReturn && ticket.returnWindowId)
        return refuse(
            ErrorCode::conflict, "/withReturn",
            {model::Sentence::returnsAlready, {{"window", numberOf(context, *ticket.returnWindowId)}}});
    return std::nullopt;
}

} // namespace

Decision apply(const Context& context, const TransferTicket& wish) {
    auto here = present(context, wish.windowId, {TicketState::called, TicketState::serving});
    if (!here)
        return here.error();
    if (auto error = refusal(context, wish, here->ticket))
        return *error;
    Draft draft(context, EventType::ticketTransferred);
    auto& ticket = here->ticket;
    if (wish.withReturn) {
        ticket.returnWindowId = wish.windowId;
        ticket.returnItemId = ticket.itemId;
    }
    if (wish.itemId) {
        ticket.itemId = *wish.itemId;
        ticket.queueId = context.config.items.at(*wish.itemId).queueId;
    }
    waitAgain(ticket);
    holderIsHere(ticket);
    ticket.onlyWindowId = wish.toWindowId;
    ticket.note = wish.reason;
    ++draft.queueDay(ticket.queueId).waiting;
    becomeIdle(here->window, context.now.at);
    draft.put(std::move(ticket));
    draft.put(std::move(here->window));
    return std::move(draft).done();
}

} // namespace atrium::rules::queueing
