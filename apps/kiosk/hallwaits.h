// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits for what, and how long somebody would who took a number now.
#pragma once

#include "shared/model/records.h"
#include "shared/rules/estimate/hallwait.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atrium::sync {
class Replica;
}

namespace atrium::kiosk {

/// The hall at one moment, as the replica tells it. Reckons as the server does for the ticket that would come
/// of it (estimate::wait), for an ordinary visitor.
class HallWaits {
public:
    /// What a newcomer is told.
    struct Told {
        int ahead = 0;
        std::optional<estimate::Interval> wait; ///< none: nobody serves the item now
    };

    HallWaits() = default;
    /// Those whom a queue's counter knows without a ticket in the replica are taken to want what is asked
    /// for.
    HallWaits(sync::Replica& replica, model::Instant now, model::Day day);

    [[nodiscard]] Told of(const model::ServiceItem& item) const;
    /// The longest wait among the queue's items that are served.
    [[nodiscard]] std::optional<estimate::Interval> longestOf(const model::QueueId& queue) const;
    /// The queue's counters of today; nullptr when nothing is known of them.
    [[nodiscard]] const model::QueueDay* dayOf(const model::QueueId& queue) const;

private:
    struct QueueNow {
        model::Queue queue;
        std::optional<model::QueueDay> day;
        int unseen = 0; ///< of those who wait, tickets that are not in the replica
        std::optional<estimate::Interval> longest;
    };
    struct Group {
        estimate::Ahead ahead;
        std::string queue;
        int effectiveClass = 0;
    };
    using Windows = std::vector<estimate::OpenWindow>;

    void readWindows(sync::Replica& replica);
    void readTickets(sync::Replica& replica, model::Instant now, model::Day day);
    void readLongest(sync::Replica& replica);
    [[nodiscard]] Told reckon(const QueueNow& queue, const model::ServiceItemId& item) const;

    std::map<std::string, QueueNow> m_queues;
    std::unordered_map<std::string, Windows> m_open; ///< by item
    std::vector<Group> m_groups;
};

} // namespace atrium::kiosk
