// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/statistics/windowtime.h"

namespace atrium::rules::statistics {
namespace {

using model::Instant;
using model::WindowState;
using queueing::EventType;

std::optional<WindowUse> useOf(WindowState state) {
    switch (state) {
    case WindowState::idle:
        return WindowUse::idle;
    case WindowState::calling:
        return WindowUse::calling;
    case WindowState::serving:
        return WindowUse::serving;
    case WindowState::paused:
        return WindowUse::paused;
    case WindowState::closed:
        break;
    }
    return std::nullopt;
}

class Clerk {
public:
    Clerk(const LocalHours& hours, Increments& out) : m_hours(hours), m_out(out) {}

    /// Counts from..to, hour by hour; sign -1 takes it back.
    void book(const WindowKey& key, Instant from, Instant to, int sign = 1) {
        const std::int64_t end = secondsOf(to);
        for (std::int64_t at = secondsOf(from); at < end;) {
            const std::int64_t next = std::min(end, m_hours.nextHour(at));
            WindowTime piece{key, sign * (next - at)};
            piece.key.hour = m_hours.ofSecond(at);
            m_out.windows.push_back(std::move(piece));
            at = next;
        }
    }

private:
    const LocalHours& m_hours;
    Increments& m_out;
};

/// What the window did before its last act goes on since then: that it had ended is taken back.
void takeBack(const model::WindowStatus& now, const model::WindowStatus& was, const Before& before,
              Clerk& clerk) {
    const auto undone = before.queue.undoTickets.find(now.windowId);
    const auto use = useOf(now.state);
    const auto actAt = lastActAt(was, before.undoSeconds);
    if (undone == before.queue.undoTickets.end() || !use || !actAt)
        return;
    const WindowKey key{
        before.queue.day, 0, now.windowId, undone->second.staffId.value_or(model::StaffId{}), *use, {}};
    clerk.book(key, now.since, *actAt, -1);
}

/// Since when somebody was there whom the window calls now.
std::optional<Instant> awaitedSince(const queueing::Event& event, const Before& before,
                                    const model::WindowId& window) {
    if (event.type != EventType::ticketCalled || !event.call || event.call->windowId != window)
        return std::nullopt;
    const auto ticket = before.queue.tickets.find(event.call->ticketId);
    return ticket == before.queue.tickets.end() ? std::nullopt : std::optional(ticket->second.arrivedAt);
}

} // namespace

std::optional<Instant> lastActAt(const model::WindowStatus& status, int undoSeconds) {
    if (!status.undoUntil)
        return std::nullopt;
    return *status.undoUntil - std::chrono::seconds(undoSeconds);
}

void accountWindows(const queueing::Event& event, const Before& before, const LocalHours& hours,
                    Increments& out) {
    if (event.type == EventType::dayClosed)
        return;
    Clerk clerk(hours, out);
    for (const model::WindowStatus& now : event.windows) {
        const auto known = before.queue.windows.find(now.windowId);
        if (known == before.queue.windows.end())
            continue;
        const model::WindowStatus& was = known->second;
        if (event.type == EventType::undone) {
            takeBack(now, was, before, clerk);
            continue;
        }
        const auto use = useOf(was.state);
        if (!use || now.since == was.since)
            continue;
        WindowKey key{before.queue.day, 0, now.windowId, was.staffId.value_or(model::StaffId{}), *use,
                      was.pauseReason};
        clerk.book(key, was.since, event.at);
        const auto awaited = awaitedSince(event, before, now.windowId);
        if (*use == WindowUse::idle && awaited) {
            key.use = WindowUse::idleAwaited;
            clerk.book(key, std::max(was.since, *awaited), event.at);
        }
    }
}

} // namespace atrium::rules::statistics
