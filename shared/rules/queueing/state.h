// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/queue.h"
#include "shared/model/serviceitem.h"
#include "shared/model/staff.h"
#include "shared/model/ticket.h"

#include <compare>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace atrium::rules::queueing {

/// The set-up the rules decide by; a snapshot, replaced whole when an administrator changes something.
struct Config {
    model::HallId hallId;
    std::unordered_map<model::QueueId, model::Queue> queues;
    std::unordered_map<model::ServiceItemId, model::ServiceItem> items;
    std::unordered_map<model::WindowId, model::Window> windows;
    /// By person and queue; who or what has no entry is Skill::normal.
    std::unordered_map<model::StaffId, std::unordered_map<model::QueueId, model::Skill>> skills;
    int undoSeconds = 120;
    int reservationSeconds = 120; ///< an unreported reservation then counts as issued, "unconfirmed"
    int holdLimitPerWindow = 5;
};

/// Where a waiting ticket stands among its like.
struct Place {
    model::Instant arrivedAt;
    int sequence = 0; ///< decides between arrivals of the same millisecond
    model::TicketId ticketId;
    auto operator<=>(const Place&) const = default;
};

/// Tickets of one item that share these are called in the order of arrival at any time: ageing and the hard
/// bound depend on the queue and never overtake inside a lane. So only the heads of lanes compete.
struct LaneKey {
    model::QueueId queueId;
    int priorityClass = 0;
    std::optional<model::WindowId> onlyWindowId;
    std::optional<model::Instant> dueFrom;  ///< of an appointment: goes first from here …
    std::optional<model::Instant> dueUntil; ///< … to here
    auto operator<=>(const LaneKey&) const = default;
};
using Lane = std::deque<Place>; ///< sorted; arrivals come at the end, calls leave at the front

/// Everything decisions depend on besides the set-up: today's tickets, windows and counters.
/// The indexes are kept by evolve() and follow from tickets alone.
struct State {
    model::Day day;
    std::unordered_map<model::TicketId, model::Ticket> tickets;
    std::map<model::WindowId, model::WindowStatus> windows;
    std::map<model::QueueId, model::QueueDay> queueDays;
    std::map<model::WindowId, model::Ticket>
        undoTickets; ///< by window, value before its last finish or no-show

    std::map<model::QueueId, int> waiting; ///< how many are in state waiting; none: no entry
    std::set<model::TicketId> reserved;    ///< state reserved
    std::unordered_map<model::PersonId, std::set<model::TicketId>> openByPerson; ///< not ended tickets
    std::unordered_map<model::ServiceItemId, std::map<LaneKey, Lane>> lanes;     ///< waiting, may be called
    std::set<model::TicketId> lettingPass;                     ///< waiting with placesBack > 0; in no lane
    std::map<model::WindowId, std::set<model::TicketId>> held; ///< state held, by window
    std::unordered_set<std::string> numbers; ///< that a ticket of the day bears, whatever became of it

    bool operator==(const State&) const = default;
};

} // namespace atrium::rules::queueing
