// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/queueing/ageing.h"
#include "shared/rules/queueing/draft.h"
#include "shared/rules/queueing/skill.h"

#include <algorithm>
#include <tuple>

// The order of calling, for dispatch and for the number of people ahead. Lanes hold waiting tickets in an
// order that time does not change, so that a decision looks at the head of each lane only, however many wait.
namespace atrium::rules::queueing {

/// The explainable key of the order; less is earlier.
struct Rank {
    int placesBack = 0;
    bool isOverdue = false;
    bool isBackup = false; ///< at this window: when nobody else is left
    bool isDue = false;    ///< an appointment, and now is its time
    int effectiveClass = 0;
    model::Instant dueFrom;   ///< of one that is due
    bool isPreferred = false; ///< at this window: before others of its class
    const Place* place = nullptr;

    bool operator<(const Rank& other) const {
        if (placesBack != other.placesBack)
            return placesBack < other.placesBack;
        if (isOverdue != other.isOverdue)
            return isOverdue;
        if (isOverdue) // nothing else counts any more: oldest first
            return *place < *other.place;
        if (isBackup != other.isBackup)
            return other.isBackup;
        if (isDue != other.isDue)
            return isDue;
        return std::tie(effectiveClass, dueFrom, other.isPreferred, *place) <
               std::tie(other.effectiveClass, other.dueFrom, isPreferred, *other.place);
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
        rank.isDue = isDueAt(lane.dueFrom, lane.dueUntil, m_now.at);
        if (rank.isDue)
            rank.dueFrom = *lane.dueFrom;
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

/// The order in which one window calls: how its person is used for each queue counts too.
class WindowOrder {
public:
    WindowOrder(const Order& order, const model::Window& window)
        : m_order(order), m_window(window),
          m_skills(skillsAt(order.context().state, order.context().config, window.id)) {}

    [[nodiscard]] Rank rank(const LaneKey& lane, const Place& place) const {
        auto rank = m_order.rank(lane, place);
        const auto skill = skillFor(m_skills, lane.queueId);
        rank.isBackup = skill == model::Skill::backup && !lane.onlyWindowId;
        rank.isPreferred = skill == model::Skill::preferred;
        return rank;
    }
    /// Whether a ticket of such a lane, whose item the window serves, may go to it.
    [[nodiscard]] bool isFor(const model::ServiceItemId& item, const LaneKey& lane,
                             const Place& place) const {
        return skillFor(m_skills, lane.queueId) != model::Skill::exclude &&
               m_order.isFor(m_window.id, item, lane, place);
    }
    /// Calls visit(item, key, lane) for every lane this window may take the head of.
    template <class Visit> void forEachLane(Visit visit) const {
        const auto& lanes = m_order.context().state.lanes;
        for (const auto& item : m_window.itemIds) {
            const auto found = lanes.find(item);
            if (found == lanes.end())
                continue;
            for (const auto& [key, lane] : found->second)
                if (isFor(item, key, lane.front()))
                    visit(item, key, lane);
        }
    }
    [[nodiscard]] const Order& order() const { return m_order; }
    [[nodiscard]] const model::Window& window() const { return m_window; }

private:
    const Order& m_order;
    const model::Window& m_window;
    const Skills* m_skills;
};

} // namespace atrium::rules::queueing
