// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/statistics/spread.h"

#include <boost/describe/class.hpp>

#include <cstdint>

namespace atrium::rules::statistics {

/// Who waited at most so long was served in time (服务水平).
inline constexpr int kServiceLevelSeconds = 15 * 60;
/// A wait that was told is right when it was off by this at most.
inline constexpr int kToldWithinSeconds = 5 * 60;

/// What is counted; every member can be added up, and an undo counts below zero. Times are whole seconds.
struct Counters {
    std::int64_t issued = 0;       ///< numbers given out that were not voided
    std::int64_t appointments = 0; ///< of them with an appointment
    std::int64_t called = 0;       ///< turns: a ticket that was transferred or passed is called again
    std::int64_t recalls = 0;
    std::int64_t waited = 0; ///< first calls; the wait runs from the issue to it
    std::int64_t waitSeconds = 0;
    std::int64_t waitedInTime = 0; ///< kServiceLevelSeconds at most
    std::int64_t services = 0;     ///< that ended at a window, with a transfer too
    std::int64_t handlingSeconds = 0;
    std::int64_t transferred = 0;
    std::int64_t noShows = 0;  ///< times somebody was passed
    std::int64_t finished = 0; ///< tickets that ended well
    std::int64_t passed = 0;   ///< tickets that ended as passed
    std::int64_t cancelled = 0;
    std::int64_t expired = 0;          ///< open when their day was closed
    std::int64_t told = 0;             ///< first calls of tickets that had been told a wait
    std::int64_t toldErrorSeconds = 0; ///< absolute
    std::int64_t toldWithin = 0;       ///< kToldWithinSeconds at most
    bool operator==(const Counters&) const = default;
    Counters& operator+=(const Counters& other);
};
BOOST_DESCRIBE_STRUCT(Counters, (),
                      (issued, appointments, called, recalls, waited, waitSeconds, waitedInTime, services,
                       handlingSeconds, transferred, noShows, finished, passed, cancelled, expired, told,
                       toldErrorSeconds, toldWithin))

/// Seconds of windows.
struct WindowSeconds {
    std::int64_t calling = 0;
    std::int64_t serving = 0;
    std::int64_t idle = 0;
    std::int64_t idleAwaited = 0; ///< of idle: whom it called next was there already
    std::int64_t paused = 0;
    bool operator==(const WindowSeconds&) const = default;
    WindowSeconds& operator+=(const WindowSeconds& other);
};
BOOST_DESCRIBE_STRUCT(WindowSeconds, (), (calling, serving, idle, idleAwaited, paused))

/// Everything known of one row, whatever the row is of.
struct Figures {
    Counters n;
    Spread waits{};
    Spread handling{};
    WindowSeconds windows;
    bool operator==(const Figures&) const = default;
    Figures& operator+=(const Figures& other);
};

} // namespace atrium::rules::statistics
