// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of WindowDesk.
#include "apps/window-terminal/view/windowdesk.h"
#include "apps/window-terminal/view/words.h"
#include "shared/sync/qt/hallclient.h"

#include <algorithm>

namespace atrium::windowterminal {

using model::WindowState;

namespace {

const char* verbOf(Action action) {
    switch (action) {
    case Action::call:
        return "call";
    case Action::recall:
        return "recall";
    case Action::start:
        return "start";
    case Action::finish:
        return "finish";
    case Action::noShow:
        return "no-show";
    case Action::transfer:
        return "transfer";
    case Action::pause:
        return "pause";
    case Action::show:
        return "show";
    case Action::rating:
        return "prompt-rating";
    case Action::hold:
        return "hold";
    case Action::undo:
        return "undo";
    }
    return "";
}

} // namespace

void WindowDesk::act(Action action, const model::WindowRequest& request) {
    const Availability allowed = availability(action);
    if (!allowed.enabled)
        return Q_EMIT refused(allowed.why);
    send(verbOf(action), request, action);
}

void WindowDesk::send(const char* verb, const model::WindowRequest& request, Action action) {
    Q_EMIT began();
    m_busy = true;
    m_actedOn = number();
    if (action == Action::finish || action == Action::noShow)
        m_ending = action;
    ++m_generation; // a queue asked for before this command is old
    Q_EMIT changed();
    const int generation = m_generation;
    const auto* record = status();
    // The record may still be behind the last answer; what that answer told is older than this command, too.
    const std::int64_t version = std::max(record == nullptr ? 0 : record->version,
                                          m_queue.current ? m_queue.current->ticket.version : 0);
    const bool resuming = std::string_view(verb) == "resume";
    m_client.api().post<model::WindowQueue>(
        "/windows/" + m_window->value + "/" + verb, request, this,
        m_watch.watched<model::WindowQueue>(
            [this, generation, version, action, resuming](model::Result<model::WindowQueue> answer) {
                if (generation != m_generation)
                    return; // signed out meanwhile
                if (answer && action != Action::rating && action != Action::show) {
                    m_ahead = Ahead{WindowState::idle, version};
                    if (answer->current) {
                        m_ahead->thanVersion = std::max(version, answer->current->ticket.version - 1);
                        m_ahead->state = answer->current->ticket.state == model::TicketState::serving
                                             ? WindowState::serving
                                             : WindowState::calling;
                    } else if (action == Action::pause && !resuming) {
                        m_ahead->state = WindowState::paused;
                    }
                }
                answered(answer, action);
            }));
}

void WindowDesk::answered(const model::Result<model::WindowQueue>& answer, Action action) {
    m_busy = false;
    if (answer) {
        m_queue = *answer;
        m_known = true;
        Q_EMIT changed();
        Q_EMIT done(action);
        return;
    }
    Q_EMIT changed();
    refreshSoon(); // the screen was behind, or the command may have been carried out after all
    Q_EMIT refused(Words::refusal(answer.error()));
}

void WindowDesk::resume() {
    const Availability allowed = availability(Action::pause);
    if (!allowed.enabled)
        return Q_EMIT refused(allowed.why);
    send("resume", {}, Action::pause);
}

void WindowDesk::show() {
    model::WindowRequest request;
    if (!situation().showing && m_queue.current)
        request.itemId = m_queue.current->ticket.itemId;
    act(Action::show, request);
}

void WindowDesk::callOutOfOrder(const model::TicketId& ticket, const QString& reason) {
    model::WindowRequest request;
    request.ticketId = ticket;
    request.reason = reason.toStdString();
    act(Action::call, request);
}

void WindowDesk::hold(const QString& reason) {
    model::WindowRequest request;
    request.reason = reason.toStdString();
    act(Action::hold, request);
}

void WindowDesk::pause(const QString& reason) {
    model::WindowRequest request;
    request.reason = reason.toStdString();
    act(Action::pause, request);
}

void WindowDesk::transfer(const model::WindowRequest& request) {
    act(Action::transfer, request);
}

Availability WindowDesk::canTake() const {
    Situation now = situation();
    now.waiting = 1; // who is meant is there
    return Actions::availability(Action::call, now);
}

void WindowDesk::serveDirectly(const model::ServiceItemId& item) {
    const Availability allowed = canTake();
    if (!allowed.enabled)
        return Q_EMIT refused(allowed.why);
    model::WindowRequest request;
    request.itemId = item;
    send("direct", request, Action::start);
}

void WindowDesk::returnHeld(const model::TicketId& ticket) {
    const Availability allowed = canTake();
    if (!allowed.enabled)
        return Q_EMIT refused(allowed.why);
    model::WindowRequest request;
    request.ticketId = ticket;
    send("return", request, Action::start);
}

void WindowDesk::requeue(const model::TicketId& ticket) {
    if (!online())
        return Q_EMIT refused(availability(Action::call).why);
    Q_EMIT began();
    m_client.api().post<model::TicketView>(
        "/tickets/" + ticket.value + "/requeue", sync::Empty{}, this,
        m_watch.watched<model::TicketView>([this](model::Result<model::TicketView> answer) {
            if (!answer)
                Q_EMIT refused(Words::refusal(answer.error()));
            refreshSoon();
        }));
}

void WindowDesk::scan(const QString& qrText) {
    if (!online())
        return Q_EMIT refused(availability(Action::call).why);
    Q_EMIT began();
    const model::LookupRequest request{
        .identity = {}, .qrText = qrText.trimmed().toStdString(), .number = {}};
    m_client.api().post<model::TicketView>(
        "/tickets/scan", request, this,
        m_watch.watched<model::TicketView>([this](model::Result<model::TicketView> answer) {
            if (!answer)
                return Q_EMIT refused(Words::refusal(answer.error()));
            Q_EMIT scanned(*answer);
        }));
}

} // namespace atrium::windowterminal
