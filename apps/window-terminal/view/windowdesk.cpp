// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/view/windowdesk.h"

#include "apps/window-terminal/view/words.h"
#include "shared/sync/qt/hallclient.h"

#include <chrono>

namespace atrium::windowterminal {

using model::WindowState;
using namespace std::chrono_literals;

WindowDesk::WindowDesk(sync::HallClient& client, AnswerWatch& watch, QObject* parent)
    : QObject(parent), m_client(client), m_watch(watch) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    m_minute.setInterval(60s);
    m_minute.start();
    connect(&m_soon, &QTimer::timeout, this, &WindowDesk::refresh);
    connect(&m_minute, &QTimer::timeout, this, &WindowDesk::refreshSoon);
    connect(&client.replica(), &sync::Replica::changed, this, [this](const QString& kind) {
        using sync::Replica;
        const bool ofWindow = Replica::isKind<model::WindowStatus>(kind);
        if (ofWindow || Replica::isKind<model::Ticket>(kind) || Replica::isKind<model::Window>(kind))
            refreshSoon();
        if (ofWindow)
            Q_EMIT changed();
    });
    connect(&watch, &AnswerWatch::changed, this, &WindowDesk::changed);
    connect(&client.sync(), &sync::SyncClient::stateChanged, this, [this] {
        refreshSoon();
        Q_EMIT changed();
    });
}

void WindowDesk::follow(const std::optional<model::WindowId>& window) {
    if (window == m_window)
        return;
    m_window = window;
    m_queue = {};
    m_ahead.reset();
    m_known = m_busy = m_asking = m_askAgain = false;
    ++m_generation;
    if (m_window)
        refresh();
    Q_EMIT changed();
}

bool WindowDesk::online() const {
    return m_client.sync().online() && !m_watch.isSilent();
}

model::Instant WindowDesk::now() const {
    return m_client.sync().serverNow();
}

const model::Window* WindowDesk::window() const {
    return m_window ? m_client.replica().peek<model::Window>(*m_window) : nullptr;
}

const model::WindowStatus* WindowDesk::status() const {
    return m_window ? m_client.replica().peek<model::WindowStatus>(model::RecordId(m_window->value))
                    : nullptr;
}

WindowState WindowDesk::state() const {
    const auto* record = status();
    if (m_ahead && (record == nullptr || record->version <= m_ahead->thanVersion))
        return m_ahead->state;
    return record == nullptr ? WindowState::closed : record->state;
}

QString WindowDesk::number() const {
    const WindowState here = state();
    if (here != WindowState::calling && here != WindowState::serving)
        return {};
    if (m_queue.current)
        return text(m_queue.current->ticket.number);
    const auto* record = status();
    return record == nullptr ? QString() : text(record->number);
}

QString WindowDesk::pauseReason() const {
    const auto* record = status();
    return record == nullptr ? QString() : text(record->pauseReason);
}

std::optional<model::Instant> WindowDesk::since() const {
    const auto* record = status();
    switch (state()) {
    case WindowState::calling:
        return m_queue.current ? m_queue.current->ticket.calledAt : std::nullopt;
    case WindowState::serving:
        return m_queue.current ? m_queue.current->ticket.startedAt : std::nullopt;
    case WindowState::paused:
        return record == nullptr ? std::nullopt : std::optional(record->since);
    default:
        return std::nullopt;
    }
}

int WindowDesk::undoSecondsLeft() const {
    const auto* record = status();
    if (record == nullptr || !record->undoTicketId || !record->undoUntil)
        return 0;
    const auto left = std::chrono::ceil<std::chrono::seconds>(*record->undoUntil - now()).count();
    return static_cast<int>(std::max<std::int64_t>(0, left));
}

QString WindowDesk::undoNumber() const {
    const auto* record = status();
    if (record == nullptr || !record->undoTicketId)
        return {};
    const auto* ticket = m_client.replica().peek<model::Ticket>(*record->undoTicketId);
    return ticket == nullptr ? QString() : text(ticket->number);
}

bool WindowDesk::undoesNoShow() const {
    const auto* record = status();
    const auto* ticket = record == nullptr || !record->undoTicketId
                             ? nullptr
                             : m_client.replica().peek<model::Ticket>(*record->undoTicketId);
    if (ticket == nullptr || ticket->state != model::TicketState::waiting)
        return ticket != nullptr && ticket->state == model::TicketState::noShow;
    // It waits again: passed for the first time, or finished here and on its way back to another window.
    return m_ending ? *m_ending == Action::noShow : ticket->noShows > 0;
}

std::optional<int> WindowDesk::secondsToOwnCall() const {
    const auto* record = status();
    if (record == nullptr || state() != WindowState::idle || m_queue.waiting.empty())
        return std::nullopt;
    const auto& next = m_queue.waiting.front().ticket;
    const auto* queue = m_client.replica().peek<model::Queue>(next.queueId);
    if (queue == nullptr || queue->callMode == model::CallMode::manual)
        return std::nullopt;
    const auto due = record->since + std::chrono::seconds(queue->callAfterSeconds);
    const auto left = std::chrono::ceil<std::chrono::seconds>(due - now()).count();
    return static_cast<int>(std::max<std::int64_t>(0, left));
}

bool WindowDesk::recallsLeft() const {
    if (!m_queue.current)
        return true;
    const auto& ticket = m_queue.current->ticket;
    const auto* queue = m_client.replica().peek<model::Queue>(ticket.queueId);
    return queue == nullptr || ticket.calls < queue->recallLimit;
}

Situation WindowDesk::situation() const {
    const auto* record = status();
    Situation now;
    now.online = online();
    now.known = m_known && (record != nullptr || m_ahead);
    now.busy = m_busy;
    now.state = state();
    now.switchedOff = window() != nullptr && !window()->active;
    now.waiting = static_cast<int>(m_queue.waiting.size());
    now.recallsLeft = recallsLeft();
    now.undoOpen = undoSecondsLeft() > 0;
    now.rateable =
        record != nullptr && !record->ticketId && record->ratingTicketId && record->ratingPrompts == 1;
    now.showing = record != nullptr && record->shownItemId.has_value();
    return now;
}

Availability WindowDesk::availability(Action action) const {
    return Actions::availability(action, situation());
}

void WindowDesk::refreshSoon() {
    if (m_window && !m_soon.isActive())
        m_soon.start();
}

void WindowDesk::refresh() {
    if (!m_window || !m_client.api().hasSession() || m_busy)
        return; // a command's answer brings the queue along
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const int generation = m_generation;
    m_client.api().get<model::WindowQueue>(
        "/windows/" + m_window->value + "/queue", this,
        m_watch.watched<model::WindowQueue>([this, generation](model::Result<model::WindowQueue> answer) {
            m_asking = false;
            if (generation == m_generation && answer) {
                m_queue = std::move(*answer);
                m_known = true;
                Q_EMIT changed();
            }
            if (std::exchange(m_askAgain, false) || generation != m_generation)
                refreshSoon();
        }));
}

} // namespace atrium::windowterminal
