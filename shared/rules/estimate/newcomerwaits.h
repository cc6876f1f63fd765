// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits for what, and how long somebody would who took a number now.
#pragma once

#include "shared/model/records.h"
#include "shared/rules/estimate/hallwait.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atrium::estimate {

/// The records of a hall at one moment, as far as somebody knows them; others are as good as not there.
/// Looked at only while they are reckoned with.
struct KnownHall {
    std::span<const model::Queue> queues;
    std::span<const model::QueueDay> queueDays;
    std::span<const model::Window> windows;
    std::span<const model::WindowStatus> windowStatuses;
    std::span<const model::Ticket> tickets;
    std::span<const model::Staff> staff; ///< for who is excluded from which queue
    /// Items may be many thousands: asked for one by one. Nothing for one that is not known.
    std::function<std::optional<model::QueueId>(const model::ServiceItemId&)> queueOf;
};

/// Reckons as waitOf does for the ticket that would come of it, for an ordinary visitor.
class NewcomerWaits {
public:
    /// What a newcomer is told.
    struct Told {
        /// People whom the windows for the item would call before, of any queue; while none is open, people
        /// of its queue.
        int ahead = 0;
        std::optional<Interval> wait; ///< none: nobody serves the item now
    };

    NewcomerWaits() = default;
    /// Tickets and counters of `day` count; of any day when its value is 0. Those whom a queue's counter
    /// knows without a known ticket are taken to want what is asked for.
    NewcomerWaits(const KnownHall& hall, model::Instant now, model::Day day);

    [[nodiscard]] Told of(const model::ServiceItem& item) const;
    /// The longest wait among the queue's items that are served.
    [[nodiscard]] std::optional<Interval> longestOf(const model::QueueId& queue) const;
    /// The queue's counters of today; nullptr when nothing is known of them.
    [[nodiscard]] const model::QueueDay* dayOf(const model::QueueId& queue) const;

private:
    struct QueueNow {
        model::Queue queue;
        std::optional<model::QueueDay> day;
        int unseen = 0;          ///< of those who wait, tickets that are not known
        std::vector<int> passed; ///< places that those who were passed let others go first, if of its class
        std::optional<Interval> longest;
    };
    struct Group {
        model::ServiceItemId itemId;
        std::optional<model::WindowId> onlyWindowId;
        Pace pace;
        std::optional<double> waitedSeconds; ///< of the first of them, where it is known
        int people = 0;
        std::string queue;
        int effectiveClass = 0;
    };
    using Windows = std::vector<OpenWindow>;

    void readWindows(const KnownHall& hall, model::Instant now);
    void readTickets(const KnownHall& hall, model::Instant now, model::Day day);
    void readLongest(const KnownHall& hall);
    [[nodiscard]] const Windows& openFor(const model::ServiceItemId& item) const;
    [[nodiscard]] bool isElsewhere(const Group& group, const model::ServiceItemId& item) const;
    [[nodiscard]] Told reckon(const QueueNow& queue, const model::ServiceItemId& item) const;

    std::map<std::string, QueueNow> m_queues;
    std::unordered_map<std::string, Windows> m_open; ///< by item
    std::vector<Group> m_groups;
    std::unordered_map<std::string, std::vector<model::ServiceItemId>> m_served; ///< by active window
};

} // namespace atrium::estimate
