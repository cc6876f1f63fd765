// SPDX-License-Identifier: GPL-3.0-or-later
// A service from its start to the rating page.
#include "shared/rules/queueing/draft.h"
#include "shared/rules/queueing/servicetimes.h"

#include <chrono>

namespace atrium::rules::queueing {
namespace {

using model::ErrorCode;
using model::TicketState;

/// Who comes to the window comes within this; one who was laid aside in between began anew on returning.
constexpr std::chrono::minutes kLongestWay{5};

/// Takes the first of the further businesses that somebody still serves from the ticket; false: none is left.
bool takeNextBusiness(const Context& context, model::Ticket& ticket) {
    auto& more = ticket.moreItemIds;
    while (!more.empty()) {
        const auto item = context.config.items.find(more.front());
        more.erase(more.begin());
        if (item == context.config.items.end() || !isServed(context.config, item->first))
            continue;
        ticket.itemId = item->first;
        ticket.queueId = item->second.queueId;
        return true;
    }
    return false;
}

/// Waits for its next business as if the number had just been taken for it; a class that was given for a
/// reason stays, one that was the queue's becomes the next queue's.
void waitForNext(Draft& draft, const Context& context, model::Ticket& ticket) {
    waitAgain(ticket);
    ticket.arrivedAt = context.now.at;
    ticket.noShows = 0;
    ticket.onlyWindowId.reset();
    ticket.dueFrom.reset();
    ticket.dueUntil.reset();
    if (ticket.priorityReason.empty())
        ticket.priorityClass = queueOf(context, ticket.queueId).priorityClass;
    ++draft.queueDay(ticket.queueId).waiting;
}

/// Ends the turn: for good, or the ticket waits for the window that lent it, or for its next business.
void endTurn(Draft& draft, const Context& context, model::Ticket& ticket) {
    if (!ticket.returnWindowId) {
        if (takeNextBusiness(context, ticket)) {
            waitForNext(draft, context, ticket);
            return;
        }
        ticket.state = TicketState::finished;
        ticket.finishedAt = context.now.at;
        return;
    }
    waitAgain(ticket);
    if (ticket.returnItemId)
        ticket.itemId = *ticket.returnItemId;
    const auto item = context.config.items.find(ticket.itemId);
    if (item != context.config.items.end())
        ticket.queueId = item->second.queueId;
    const auto* window = findWindow(context.config, *ticket.returnWindowId);
    const bool isThere = window && window->active && serves(*window, ticket.itemId);
    ticket.onlyWindowId = isThere ? ticket.returnWindowId : std::nullopt;
    ticket.returnWindowId.reset();
    ticket.returnItemId.reset();
    ++draft.queueDay(ticket.queueId).waiting;
}

} // namespace

void countService(Draft& draft, const Context& context, const model::WindowStatus& status,
                  const model::Ticket* next) {
    const auto* last = status.undoTicketId ? findTicket(context, *status.undoTicketId) : nullptr;
    if (!last || last->state != TicketState::finished || last->windowId != status.windowId ||
        !last->startedAt || !last->finishedAt)
        return;
    const bool cameAtOnce = last->calledAt && *last->startedAt - *last->calledAt <= kLongestWay;
    const auto from = cameAtOnce ? *last->calledAt : *last->startedAt;
    // Until the next call where somebody was there to be called: else the window was idle, not at work.
    const bool wasAwaited = next && status.state == model::WindowState::idle &&
                            status.since == *last->finishedAt && next->arrivedAt <= *last->finishedAt;
    const auto until = wasAwaited ? context.now.at : *last->finishedAt;
    const auto found = context.config.queues.find(last->queueId);
    auto& day = draft.queueDay(last->queueId);
    const auto before = timesOf(&day, found == context.config.queues.end() ? nullptr : &found->second);
    const auto after = observe(before, std::chrono::duration<double>(until - from).count());
    if (after != before)
        keep(after, day);
}

Decision apply(const Context& context, const StartService& wish) {
    auto here = present(context, wish.windowId, {TicketState::called});
    if (!here)
        return here.error();
    Draft draft(context, EventType::serviceStarted);
    here->ticket.state = TicketState::serving;
    here->ticket.startedAt = context.now.at;
    holderIsHere(here->ticket);
    here->window.state = model::WindowState::serving;
    here->window.since = context.now.at;
    here->window.ratingTicketId.reset(); // the outer screen belongs to the next citizen now
    here->window.ratingPrompts = 0;
    draft.put(std::move(here->ticket));
    draft.put(std::move(here->window));
    return std::move(draft).done();
}

Decision apply(const Context& context, const FinishService& wish) {
    auto here = present(context, wish.windowId, {TicketState::serving});
    if (!here)
        return here.error();
    Draft draft(context, EventType::serviceFinished);
    draft.undo(here->ticket);
    endTurn(draft, context, here->ticket);
    offerUndo(here->window, context);
    // Who goes back to another window is asked there, at the end.
    const bool isEnd = here->ticket.state == TicketState::finished;
    here->window.ratingTicketId = isEnd ? std::optional(here->ticket.id) : std::nullopt;
    here->window.ratingPrompts = isEnd ? 1 : 0;
    becomeIdle(here->window, context.now.at);
    draft.put(std::move(here->ticket));
    draft.put(std::move(here->window));
    return std::move(draft).done();
}

Decision apply(const Context& context, const PromptRating& wish) {
    auto status = openStatus(context, wish.windowId);
    if (!status)
        return status.error();
    if (status->ticketId)
        return refuse(ErrorCode::windowBusy, "/windowId",
                      {model::Sentence::screenIsTaken, {{"number", status->number}}});
    if (!status->ratingTicketId && status->ratingPrompts > 0)
        return refuse(ErrorCode::alreadyRated, "/windowId", model::Sentence::ratingPageClosed);
    if (!status->ratingTicketId)
        return refuse(ErrorCode::conflict, "/windowId", model::Sentence::nothingToRate);
    if (status->ratingPrompts > 1)
        return refuse(ErrorCode::conflict, "/windowId", model::Sentence::ratingReopened);
    ++status->ratingPrompts;
    Draft draft(context, EventType::ratingPrompted);
    draft.put(std::move(*status));
    return std::move(draft).done();
}

Decision apply(const Context& context, const ShowGuide& wish) {
    auto here = present(context, wish.windowId, {TicketState::serving});
    if (!here)
        return here.error();
    if (wish.itemId && !context.config.items.contains(*wish.itemId))
        return refuse(ErrorCode::notFound, "/itemId", model::Sentence::noSuchItem);
    if (here->window.shownItemId == wish.itemId)
        return nothingNew();
    Draft draft(context, EventType::guideShown);
    here->window.shownItemId = wish.itemId;
    draft.put(std::move(here->window));
    return std::move(draft).done();
}

Decision apply(const Context& context, const CloseRating& wish) {
    if (!findTicket(context, wish.ticketId))
        return refuse(ErrorCode::notFound, "/ticketId", model::Sentence::noSuchTicketToday);
    Draft draft(context, EventType::ratingClosed);
    bool isAny = false;
    for (const auto& [id, status] : context.state.windows) {
        if (status.ratingTicketId != wish.ticketId)
            continue;
        auto closed = status;
        closed.ratingTicketId.reset();
        draft.put(std::move(closed));
        isAny = true;
    }
    return isAny ? std::move(draft).done() : nothingNew();
}

} // namespace atrium::rules::queueing
