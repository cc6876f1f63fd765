// SPDX-License-Identifier: GPL-3.0-or-later
// A service from its start to the rating page.
#include "shared/rules/queueing/draft.h"

#include <algorithm>
#include <cmath>

namespace atrium::rules::queueing {
namespace {

using model::ErrorCode;
using model::TicketState;

constexpr double kWeight = 0.15;
constexpr std::chrono::seconds kShortest{5};       ///< below: called by mistake
constexpr std::chrono::seconds kLongest{4 * 3600}; ///< above: forgotten

bool counts(model::Milliseconds service) {
    return service >= kShortest && service <= kLongest;
}
double secondsOf(model::Milliseconds service) {
    return std::chrono::duration<double>(service).count();
}
double rounded(double seconds) {
    return std::round(seconds * 2) / 2;
}

/// What the day's first service is weighed against: one short service says little about a queue.
double startOf(double mean, double planned) {
    return mean > 0 ? mean : planned;
}

/// The day's moving mean with one more service in it, kept to half a second: such a number comes back from
/// decimal text exactly, so that a replay cannot differ in the last bit.
double observe(double mean, model::Milliseconds service, double planned) {
    if (!counts(service))
        return mean;
    const double seconds = secondsOf(service);
    const double start = startOf(mean, planned);
    return rounded(start <= 0 ? seconds : start + kWeight * (seconds - start));
}

/// Ends the turn: for good, or the ticket waits for the window that lent it.
void endTurn(Draft& draft, const Context& context, model::Ticket& ticket) {
    if (!ticket.returnWindowId) {
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

double plannedSeconds(const Config& config, const model::QueueId& id) {
    const auto queue = config.queues.find(id);
    return queue == config.queues.end() ? 0 : queue->second.serviceSeconds;
}

double meanWithout(double mean, double before, model::Milliseconds service, double planned) {
    if (!counts(service))
        return mean;
    if (mean == observe(before, service, planned))
        return before;
    const double start = startOf(before, planned);
    if (start <= 0)
        return mean; // others were counted upon it, and it is the smallest part of them
    // Another window finished meanwhile: what that left of this service's share.
    return rounded(std::max(0.5, mean - kWeight * (1 - kWeight) * (secondsOf(service) - start)));
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
    auto& counters = draft.queueDay(here->ticket.queueId);
    draft.undoMean(counters.serviceSeconds);
    counters.serviceSeconds =
        observe(counters.serviceSeconds, context.now.at - here->ticket.startedAt.value_or(context.now.at),
                plannedSeconds(context.config, here->ticket.queueId));
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
