// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/queue.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

// What the hall's screens show to everybody, for other systems and web pages. Nothing of it is personal.
namespace atrium::model {

struct LiveQueue {
    QueueId id;
    std::string prefix;
    std::string name;
    std::string nameEn;
    AreaId areaId;
    int waiting = 0;
    int issued = 0;                     ///< numbers given out today
    int windowsOpen = 0;                ///< that serve any of its items
    std::optional<int> waitLowMinutes;  ///< for who takes a number now; none: no window is open
    std::optional<int> waitHighMinutes; ///< as of TicketView
    bool operator==(const LiveQueue&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiveQueue, (),
                      (id, prefix, name, nameEn, areaId, waiting, issued, windowsOpen, waitLowMinutes,
                       waitHighMinutes))

struct LiveWindow {
    WindowId id;
    int number = 0;
    std::string name;
    std::string nameEn;
    AreaId areaId;
    WindowState state = WindowState::closed;
    std::string ticket; ///< number that is called or served there
    Instant since;
    bool operator==(const LiveWindow&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiveWindow, (), (id, number, name, nameEn, areaId, state, ticket, since))

struct LiveCall {
    std::string number;
    int windowNumber = 0;
    AreaId areaId;
    int ordinal = 1;
    Instant at;
    bool operator==(const LiveCall&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiveCall, (), (number, windowNumber, areaId, ordinal, at))

struct LiveArea {
    AreaId id;
    std::string name;
    std::string nameEn;
    bool operator==(const LiveArea&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiveArea, (), (id, name, nameEn))

/// GET /live
struct LiveHall {
    std::string name;
    std::string nameEn;
    Instant at; ///< at most a second ago
    Day day;
    std::vector<LiveArea> areas;
    std::vector<LiveQueue> queues;   ///< active ones, by prefix
    std::vector<LiveWindow> windows; ///< active ones, by number
    std::vector<LiveCall> calls;     ///< the last hundred, newest first; a number once
    bool operator==(const LiveHall&) const = default;
};
BOOST_DESCRIBE_STRUCT(LiveHall, (), (name, nameEn, at, day, areas, queues, windows, calls))

} // namespace atrium::model
