// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in and out at a window, and its pause.
#include "shared/rules/queueing/draft.h"

namespace atrium::rules::queueing {

using model::ErrorCode;
using model::WindowState;

namespace {

Decision single(const Context& context, EventType type, model::WindowStatus status) {
    Draft draft(context, type);
    draft.put(std::move(status));
    return std::move(draft).done();
}

/// The window goes on as it stands; its ticket is from now on the newcomer's.
Decision takenOver(const Context& context, model::WindowStatus status) {
    Draft draft(context, EventType::windowOpened);
    if (const auto* ticket = status.ticketId ? findTicket(context, *status.ticketId) : nullptr) {
        auto changed = *ticket;
        changed.staffId = status.staffId;
        draft.put(std::move(changed));
    }
    draft.put(std::move(status));
    return std::move(draft).done();
}

} // namespace

Decision apply(const Context& context, const OpenWindow& wish) {
    const auto* window = findWindow(context.config, wish.windowId);
    if (!window)
        return refuse(ErrorCode::notFound, "/windowId", model::Sentence::noSuchWindow);
    if (wish.staffId.empty())
        return refuse(ErrorCode::invalid, "/staffId", model::Sentence::nameStaff);
    auto status = statusOf(context, wish.windowId);
    if (status.state != WindowState::closed && status.staffId == wish.staffId)
        return nothingNew();
    const bool isTaken = status.state != WindowState::closed;
    if (isTaken && !wish.takeOver)
        return refuse(ErrorCode::conflict, "/windowId",
                      {model::Sentence::somebodySignedIn, {{"window", numberOf(context, wish.windowId)}}});
    if (!isTaken && !window->active) // one with somebody in it was switched off under their hands
        return refuse(ErrorCode::windowClosed, "/windowId", model::Sentence::windowSwitchedOff);
    for (const auto& [id, other] : context.state.windows)
        if (other.state != WindowState::closed && other.staffId == wish.staffId)
            return refuse(ErrorCode::conflict, "/staffId",
                          {model::Sentence::signOutElsewhere, {{"window", numberOf(context, id)}}});
    status.staffId = wish.staffId;
    if (isTaken)
        return takenOver(context, std::move(status));
    status.state = WindowState::idle;
    status.since = context.now.at;
    return single(context, EventType::windowOpened, std::move(status));
}

Decision apply(const Context& context, const CloseWindow& wish) {
    auto status = statusOf(context, wish.windowId);
    if (status.state == WindowState::closed && !findWindow(context.config, wish.windowId))
        return refuse(ErrorCode::notFound, "/windowId", model::Sentence::noSuchWindow);
    if (status.state == WindowState::closed)
        return nothingNew();
    if (status.ticketId)
        return refuse(ErrorCode::windowBusy, "/windowId",
                      {model::Sentence::finishFirst, {{"number", status.number}}});
    model::WindowStatus closed;
    closed.id = status.id;
    closed.hallId = status.hallId;
    closed.windowId = status.windowId;
    closed.since = context.now.at;
    closed.version = status.version;
    Draft draft(context, EventType::windowClosed);
    countService(draft, context, status, nullptr);
    draft.put(std::move(closed));
    return std::move(draft).done();
}

Decision apply(const Context& context, const PauseWindow& wish) {
    auto status = openStatus(context, wish.windowId);
    if (!status)
        return status.error();
    if (status->ticketId)
        return refuse(ErrorCode::windowBusy, "/windowId",
                      {model::Sentence::finishFirst, {{"number", status->number}}});
    if (status->state == WindowState::paused && status->pauseReason == wish.reason)
        return nothingNew();
    if (status->state != WindowState::paused)
        status->since = context.now.at; // another reason does not begin another pause
    status->state = WindowState::paused;
    status->pauseReason = wish.reason;
    return single(context, EventType::windowPaused, std::move(*status));
}

Decision apply(const Context& context, const ResumeWindow& wish) {
    auto status = openStatus(context, wish.windowId);
    if (!status)
        return status.error();
    if (status->state != WindowState::paused)
        return nothingNew();
    status->state = WindowState::idle;
    status->pauseReason.clear();
    status->since = context.now.at;
    return single(context, EventType::windowResumed, std::move(*status));
}

} // namespace atrium::rules::queueing
