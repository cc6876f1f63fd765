// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/model/ticket.h"
#include "shared/rules/queueing/event.h"
#include "shared/rules/queueing/state.h"
#include "shared/rules/statistics/figures.h"

#include <compare>
#include <optional>
#include <set>
#include <string>
#include <vector>

// What an event of the queue adds to the statistics. Increments are only ever added up: their order does not
// matter, and the same log gives the same sums.
namespace atrium::rules::statistics {

/// Where a ticket's facts count: in the hour in which they happened. Windows and staff are empty for what
/// happens at no window (issued; most that were cancelled or expired).
struct Key {
    model::Day day;
    int hour = 0; ///< 0..23, in the hall's time
    model::QueueId queueId;
    model::ServiceItemId itemId;
    model::WindowId windowId;
    model::StaffId staffId;
    model::Recognition recognition = model::Recognition::none;
    auto operator<=>(const Key&) const = default;
};

struct Increment {
    Key key;
    Counters n;
    std::size_t waitBucket = 0;     ///< where n.waited goes
    std::size_t handlingBucket = 0; ///< where n.services goes
};

/// What a window was doing. idleAwaited is a part of idle: whom it called next was there already.
enum class WindowUse { calling, serving, idle, idleAwaited, paused };
BOOST_DESCRIBE_ENUM(WindowUse, calling, serving, idle, idleAwaited, paused)

struct WindowKey {
    model::Day day;
    int hour = 0;
    model::WindowId windowId;
    model::StaffId staffId;
    WindowUse use = WindowUse::idle;
    std::string reason; ///< of a pause
    auto operator<=>(const WindowKey&) const = default;
};

struct WindowTime {
    WindowKey key;
    std::int64_t seconds = 0;
};

struct Increments {
    std::vector<Increment> tickets;
    std::vector<WindowTime> windows;
    [[nodiscard]] bool empty() const { return tickets.empty() && windows.empty(); }
};

/// The hall before the event.
struct Before {
    const queueing::State& queue;
    const std::set<model::TicketId>& called; ///< tickets of the day that were called at least once
    std::optional<double> toldMinutes;       ///< the wait that the ticket this event calls was told
    int undoSeconds = 120;                   ///< of the rules' configuration
};

/// local is the event's moment in the hall's calendar; its zone is taken to keep its offset within a day.
/// Tickets count on their own day, windows on the queue's. What is open when a day is closed: tickets expire
/// in the hour of their issue, and a window's time since its last act counts nowhere, because nobody knows
/// when its clerk left.
[[nodiscard]] Increments account(const queueing::Event& event, const Before& before,
                                 const model::LocalTime& local);

} // namespace atrium::rules::statistics
