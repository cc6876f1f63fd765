// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/queueing/ageing.h"
#include "shared/rules/queueing/draft.h"

#include <algorithm>
#include <tuple>

// The order of calling, for dispatch and for the number of people ahead. Lanes hold waiting tickets in an
// order that time does not change, so that a decision looks at the head of each lane only, however many wait.
namespace atrium::rules::queueing {

/// The explainable key of the order; less is earlier.
struct Rank {
    int placesBack = 0;
    bool isOverdue = false;
    int effectiveClass = 0;
    const Place* place = nullptr;

    bool operator<(const Rank& other) const {
        const bool isPunctual = !isOverdue;
        const bool otherPunctual = !other.isOverdue;
        // Among overdue tickets the class counts no more: oldest first.
        const int own = isOverdue ? 0 : effectiveClass;
        const int others = other.isOverdue ? 0 : other.effectiveClass;
        return std::tie(placesBack, isPunctual, own, *place) <
               std::tie(other.placesBack, otherPunctual, others, *other.place);
    }
};

/// The order at one moment.
class Order {
public:
    Order(const State& state, model::Instant now, const Config& config)
        : m_now{now, {}}, m_context{state, m_now, config} {}
    Order(const Order&) = delete;
    Order& operator=(const Order&) = delete;

    [[nodiscard]] Rank rank(const LaneKey& lane, const Place& place) const {
        return rank(queueOf(m_context, lane.queueId), lane, place);
    }

    /// The same where many places of one queue are looked at.
    [[nodiscard]] Rank rank(const model::Queue& queue, const LaneKey& lane, const Place& place) const {
        const auto standing = standingOf(queue, lane.priorityClass, place.arrivedAt, m_now.at);
        Rank rank;
        rank.place = &place;
        rank.isOverdue = standing.isOverdue;
        rank.effectiveClass = standing.effectiveClass;
        return rank;
    }

    /// Whether a ticket of such a lane may go to this window, which serves its item.
    [[nodiscard]] bool isFor(const model::WindowId& window, const model::ServiceItemId& item,
                             const LaneKey& lane, const Place& place) const {
        if (!lane.onlyWindowId || *lane.onlyWindowId == window)
            return true;
        switch (bindingTo(m_context, *lane.onlyWindowId, item)) {
        case Binding::none:
            return true;
        case Binding::untilOverdue:
            return rank(lane, place).isOverdue;
        case Binding::firm:
            break;
        }
        return false;
    }

    [[nodiscard]] const model::Ticket& ticket(const Place& place) const {
        return m_context.state.tickets.at(place.ticketId);
    }

    [[nodiscard]] const Context& context() const { return m_context; }

private:
    Now m_now;
    Context m_context;
};

/// Calls visit(item, key, lane) for every lane this window may take the head of.
template <class Visit> void forEachLane(const Order& order, const model::Window& window, Visit visit) {
    const auto& lanes = order.context().state.lanes;
    for (const auto& item : window.itemIds) {
        const auto found = lanes.find(item);
        if (found == lanes.end())
            continue;
        for (const auto& [key, lane] : found->second)
            if (order.isFor(window.id, item, key, lane.front()))
                visit(item, key, lane);
    }
}

} // namespace atrium::rules::queueing
