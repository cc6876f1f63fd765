// SPDX-License-Identifier: GPL-3.0-or-later
// Calling a ticket to a window, once and again.
#include "shared/rules/queueing/dispatch.h"
#include "shared/rules/queueing/draft.h"
#include "shared/rules/queueing/skill.h"

#include <algorithm>
#include <chrono>

namespace atrium::rules::queueing {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;

model::Call callOf(const Context& context, const CallId& id, const model::Ticket& ticket) {
    model::Call call;
    call.id = id;
    call.hallId = context.config.hallId;
    call.ticketId = ticket.id;
    call.queueId = ticket.queueId;
    call.windowId = ticket.windowId.value_or(WindowId{});
    if (const auto* window = findWindow(context.config, call.windowId)) {
        call.areaId = window->areaId;
        call.windowNumber = window->number;
    }
    call.number = ticket.number;
    call.ordinal = ticket.calls;
    call.at = context.now.at;
    call.version = 1;
    return call;
}

/// Passed tickets that wait until others were called come one place nearer. Besides calls of their queue,
/// every call counts by a window that could have called them: else a window that serves two queues might
/// keep them back for ever.
void letOthersPass(Draft& draft, const Context& context, const model::Ticket& called,
                   const model::Window& window) {
    for (const auto& id : context.state.lettingPass) {
        const auto* passed = findTicket(context, id);
        if (!passed || id == called.id)
            continue;
        const bool isBound = passed->onlyWindowId && *passed->onlyWindowId != window.id &&
                             bindingTo(context, *passed->onlyWindowId, passed->itemId) != Binding::none;
        if (passed->queueId != called.queueId && (isBound || !serves(window, passed->itemId)))
            continue;
        auto nearer = *passed;
        --nearer.placesBack;
        draft.put(std::move(nearer));
    }
}

Decision callTo(const Context& context, model::WindowStatus status, model::Ticket ticket,
                const CallId& callId) {
    Draft draft(context, EventType::ticketCalled);
    auto& counters = draft.queueDay(ticket.queueId);
    --counters.waiting;
    ++counters.called;
    countService(draft, context, status, &ticket);
    waitAgain(ticket);
    ticket.state = TicketState::called;
    ticket.calls = 1;
    ticket.windowId = status.windowId;
    ticket.staffId = status.staffId;
    ticket.calledAt = context.now.at;
    draft.call(callOf(context, callId, ticket));

    status.state = WindowState::calling;
    status.ticketId = ticket.id;
    status.number = ticket.number;
    status.since = context.now.at;
    status.undoTicketId.reset();
    status.undoUntil.reset();
    draft.put(std::move(status));
    draft.settle(ticket.id);
    if (const auto* window = findWindow(context.config, *ticket.windowId))
        letOthersPass(draft, context, ticket, *window);
    draft.put(std::move(ticket));
    return std::move(draft).done();
}

/// The ticket that the server is to call to this window now; nullptr: none.
const model::Ticket* dueNext(const Context& context, const model::WindowStatus& status) {
    if (status.state != WindowState::idle)
        return nullptr;
    const auto* next = nextFor(status.windowId, context.state, context.now.at, context.config);
    if (next == nullptr)
        return nullptr;
    const auto& queue = queueOf(context, next->queueId);
    const bool isDue = queue.callMode != model::CallMode::manual &&
                       context.now.at - status.since >= std::chrono::seconds(queue.callAfterSeconds);
    return isDue ? next : nullptr;
}

} // namespace

std::vector<WindowId> dueCalls(const State& state, model::Instant now, const Config& config) {
    std::vector<WindowId> out;
    const auto& queues = config.queues;
    if (std::all_of(queues.begin(), queues.end(),
                    [](const auto& entry) { return entry.second.callMode == model::CallMode::manual; }))
        return out;
    const Now moment{now, {}};
    const Context context{state, moment, config};
    for (const auto& [id, status] : state.windows)
        if (const auto* window = findWindow(config, id);
            window && window->active && dueNext(context, status) != nullptr)
            out.push_back(id);
    return out;
}

Decision apply(const Context& context, const CallNext& wish) {
    auto status = readyToCall(context, wish.windowId);
    if (!status)
        return status.error();
    const auto* next = nextFor(wish.windowId, context.state, context.now.at, context.config);
    if (!next)
        return refuse(ErrorCode::nothingWaiting, "/windowId", model::Sentence::nothingWaits);
    return callTo(context, std::move(*status), *next, wish.callId);
}

Decision apply(const Context& context, const CallByItself& wish) {
    auto status = readyToCall(context, wish.windowId);
    if (!status)
        return status.error();
    const auto* next = dueNext(context, *status);
    return next == nullptr ? nothingNew() : callTo(context, std::move(*status), *next, wish.callId);
}

Decision apply(const Context& context, const CallTicket& wish) {
    auto status = readyToCall(context, wish.windowId);
    if (!status)
        return status.error();
    if (wish.reason.empty())
        return refuse(ErrorCode::invalid, "/reason", model::Sentence::sayWhyFirst);
    const auto* found = findTicket(context, wish.ticketId);
    if (!found)
        return refuse(ErrorCode::notFound, "/ticketId", model::Sentence::noSuchTicketToday);
    if (found->state != TicketState::waiting)
        return refuse(ErrorCode::conflict, "/ticketId",
                      {model::Sentence::ticketNotWaiting, {{"number", found->number}}});
    if (!serves(*findWindow(context.config, wish.windowId), found->itemId))
        return refuse(ErrorCode::notServable, "/ticketId", model::Sentence::transferInstead);
    if (isExcluded(context.state, context.config, wish.windowId, found->itemId))
        return refuse(ErrorCode::notServable, "/ticketId", model::Sentence::excludedFromQueue);
    if (queueOf(context, found->queueId).callMode == model::CallMode::automatic)
        return refuse(ErrorCode::conflict, "/ticketId", model::Sentence::calledByItself);
    if (found->onlyWindowId && *found->onlyWindowId != wish.windowId &&
        bindingTo(context, *found->onlyWindowId, found->itemId) == Binding::firm)
        return refuse(ErrorCode::conflict, "/ticketId",
                      {model::Sentence::waitsForWindow,
                       {{"number", found->number}, {"window", numberOf(context, *found->onlyWindowId)}}});
    auto ticket = *found;
    ticket.note = wish.reason;
    return callTo(context, std::move(*status), std::move(ticket), wish.callId);
}

Decision apply(const Context& context, const Recall& wish) {
    auto here = present(context, wish.windowId, {TicketState::called});
    if (!here)
        return here.error();
    if (here->ticket.calls >= queueOf(context, here->ticket.queueId).recallLimit)
        return refuse(ErrorCode::recallLimit, "/windowId",
                      {model::Sentence::calledOften, {{"times", std::to_string(here->ticket.calls)}}});
    ++here->ticket.calls;
    Draft draft(context, EventType::ticketRecalled);
    draft.call(callOf(context, wish.callId, here->ticket));
    draft.put(std::move(here->ticket));
    return std::move(draft).done();
}

} // namespace atrium::rules::queueing
