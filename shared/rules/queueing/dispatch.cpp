// SPDX-License-Identifier: GPL-3.0-or-later
// Who is called next. Lanes hold waiting tickets in an order that time does not change, so that a decision
// looks at the head of each lane only, however many wait.
#include "shared/rules/queueing/dispatch.h"

#include "shared/rules/queueing/draft.h"

#include <algorithm>
#include <chrono>
#include <list>
#include <queue>
#include <tuple>

namespace atrium::rules::queueing {
namespace {

using model::Instant;
using model::ServiceItemId;
using model::Ticket;
using model::TicketState;

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
    Order(const State& state, Instant now, const Config& config)
        : m_now{now, {}}, m_context{state, m_now, config} {}
    Order(const Order&) = delete;
    Order& operator=(const Order&) = delete;

    [[nodiscard]] Rank rank(const LaneKey& lane, const Place& place) const {
        return rank(queueOf(m_context, lane.queueId), lane, place);
    }

    /// The same where many places of one queue are looked at.
    [[nodiscard]] Rank rank(const model::Queue& queue, const LaneKey& lane, const Place& place) const {
        const auto waited = std::chrono::floor<std::chrono::minutes>(m_now.at - place.arrivedAt).count();
        Rank rank;
        rank.place = &place;
        rank.isOverdue = waited >= queue.finallyCallByMinutes;
        rank.effectiveClass = lane.priorityClass;
        if (queue.ageingMinutes > 0 && waited > 0)
            rank.effectiveClass = static_cast<int>(
                std::max<std::int64_t>(0, lane.priorityClass - waited / queue.ageingMinutes));
        return rank;
    }

    /// Whether a ticket of such a lane may go to this window, which serves its item.
    [[nodiscard]] bool isFor(const WindowId& window, const ServiceItemId& item, const LaneKey& lane,
                             const Place& place) const {
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

    [[nodiscard]] const Ticket& ticket(const Place& place) const {
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

struct Passed {
    LaneKey key;
    Place place;
    Rank rank;
};

/// Tickets that let others pass and that this window may call when nobody else is left, first to call first.
std::list<Passed> passedFor(const Order& order, const model::Window& window) {
    std::list<Passed> out; // a rank points into its own element: sorting must not move elements
    for (const auto& id : order.context().state.lettingPass) {
        const auto& ticket = order.context().state.tickets.at(id);
        const auto place = placeOf(ticket);
        if (serves(window, ticket.itemId) && order.isFor(window.id, ticket.itemId, laneOf(ticket), place))
            out.push_back({laneOf(ticket), place, {}});
    }
    for (auto& passed : out) {
        passed.rank = order.rank(passed.key, passed.place);
        passed.rank.placesBack = order.ticket(passed.place).placesBack;
    }
    out.sort([](const Passed& a, const Passed& b) { return a.rank < b.rank; });
    return out;
}

Ranked explain(const Order& order, const LaneKey& key, const Rank& rank) {
    Ranked out{rank.place->ticketId, rank.effectiveClass, OrderReason::arrival};
    const auto& queue = queueOf(order.context(), key.queueId);
    if (rank.placesBack > 0)
        out.reason = OrderReason::placesBack;
    else if (rank.isOverdue)
        out.reason = OrderReason::finallyCallBy;
    else if (key.onlyWindowId)
        out.reason = OrderReason::transferred;
    else if (rank.effectiveClass < key.priorityClass)
        out.reason = OrderReason::aged;
    else if (key.priorityClass < queue.priorityClass)
        out.reason = OrderReason::priority;
    return out;
}

/// A lane during the merge; the best next place has the highest priority.
struct Cursor {
    const ServiceItemId* item = nullptr;
    const LaneKey* key = nullptr;
    const Lane* lane = nullptr;
    std::size_t index = 0;
    Rank rank;
    bool operator<(const Cursor& other) const { return other.rank < rank; }
};

/// How many of the lane come before the rank: they are a prefix, found by bisection.
int countBefore(const Order& order, const LaneKey& key, const Lane& lane, const Rank& rank) {
    const auto& queue = queueOf(order.context(), key.queueId);
    const auto isBefore = [&](const Place& place) { return order.rank(queue, key, place) < rank; };
    if (isBefore(lane.back())) // the usual case: the ticket has just come
        return static_cast<int>(lane.size());
    const auto end = std::partition_point(lane.begin(), lane.end(), isBefore);
    return static_cast<int>(end - lane.begin());
}

int lanesAhead(const Order& order, const Ticket& ticket, const Rank& rank) {
    const auto& context = order.context();
    int ahead = 0;
    const auto isBound = [&](const WindowId& window, const ServiceItemId& item) {
        return bindingTo(context, window, item) != Binding::none;
    };
    if (ticket.onlyWindowId && isBound(*ticket.onlyWindowId, ticket.itemId)) {
        if (const auto* window = findWindow(context.config, *ticket.onlyWindowId))
            forEachLane(order, *window, [&](const ServiceItemId&, const LaneKey& key, const Lane& lane) {
                ahead += countBefore(order, key, lane, rank);
            });
        return ahead;
    }
    for (const auto& [item, lanes] : context.state.lanes) {
        for (const auto& [key, lane] : lanes) {
            if (key.queueId != ticket.queueId)
                continue;
            const bool isElsewhere = key.onlyWindowId && isBound(*key.onlyWindowId, item) &&
                                     !serves(*findWindow(context.config, *key.onlyWindowId), ticket.itemId);
            if (!isElsewhere)
                ahead += countBefore(order, key, lane, rank);
        }
    }
    return ahead;
}

/// Reservations that will very likely wait in a moment, at the place they keep.
int reservedAhead(const Order& order, const Ticket& ticket, const Rank& rank) {
    const auto& state = order.context().state;
    return static_cast<int>(std::count_if(state.reserved.begin(), state.reserved.end(), [&](const auto& id) {
        const auto& other = state.tickets.at(id);
        const auto place = placeOf(other);
        return other.id != ticket.id && other.queueId == ticket.queueId &&
               order.rank(laneOf(other), place) < rank;
    }));
}

} // namespace

std::vector<Ranked> orderFor(const WindowId& windowId, const State& state, Instant now, const Config& config,
                             std::size_t limit) {
    const Order order(state, now, config);
    std::vector<Ranked> out;
    const auto* window = findWindow(config, windowId);
    if (!window)
        return out;
    std::priority_queue<Cursor> heads;
    forEachLane(order, *window, [&](const ServiceItemId& item, const LaneKey& key, const Lane& lane) {
        heads.push({&item, &key, &lane, 0, order.rank(key, lane.front())});
    });
    while (!heads.empty() && out.size() < limit) {
        auto head = heads.top();
        heads.pop();
        out.push_back(explain(order, *head.key, head.rank));
        if (++head.index == head.lane->size())
            continue;
        const auto& place = (*head.lane)[head.index];
        if (!order.isFor(windowId, *head.item, *head.key, place))
            continue;
        head.rank = order.rank(*head.key, place);
        heads.push(head);
    }
    if (out.size() < limit)
        for (const auto& passed : passedFor(order, *window))
            if (out.size() < limit)
                out.push_back(explain(order, passed.key, passed.rank));
    return out;
}

bool mayCall(const WindowId& windowId, const Ticket& ticket, const State& state, Instant now,
             const Config& config) {
    const Order order(state, now, config);
    const auto* window = findWindow(config, windowId);
    return window && window->active && ticket.state == TicketState::waiting &&
           serves(*window, ticket.itemId) &&
           order.isFor(windowId, ticket.itemId, laneOf(ticket), placeOf(ticket));
}

const Ticket* nextFor(const WindowId& windowId, const State& state, Instant now, const Config& config) {
    const Order order(state, now, config);
    const auto* window = findWindow(config, windowId);
    if (!window)
        return nullptr;
    std::optional<Rank> best;
    forEachLane(order, *window, [&](const ServiceItemId&, const LaneKey& key, const Lane& lane) {
        const auto rank = order.rank(key, lane.front());
        if (!best || rank < *best)
            best = rank;
    });
    if (best)
        return &order.ticket(*best->place);
    const auto passed = passedFor(order, *window);
    return passed.empty() ? nullptr : &order.ticket(passed.front().place);
}

int peopleAhead(const model::TicketId& id, const State& state, Instant now, const Config& config) {
    const Order order(state, now, config);
    const auto* ticket = findTicket(order.context(), id);
    if (!ticket || (ticket->state != TicketState::waiting && ticket->state != TicketState::reserved))
        return 0;
    const auto place = placeOf(*ticket);
    const auto rank = order.rank(laneOf(*ticket), place);
    int ahead = lanesAhead(order, *ticket, rank) + reservedAhead(order, *ticket, rank);
    if (ticket->placesBack > 0) {
        const auto queue = state.waiting.find(ticket->queueId);
        const int others = queue == state.waiting.end() ? 0 : static_cast<int>(queue->second.size()) - 1;
        return std::max(ahead, std::min(ticket->placesBack, others));
    }
    // A passed ticket is older than most: it goes first as soon as it has let enough others pass.
    std::vector<int> passed;
    for (const auto& otherId : state.lettingPass) {
        const auto& other = state.tickets.at(otherId);
        const auto otherPlace = placeOf(other);
        if (other.queueId == ticket->queueId && order.rank(laneOf(other), otherPlace) < rank)
            passed.push_back(other.placesBack);
    }
    std::sort(passed.begin(), passed.end());
    for (const int places : passed)
        if (places <= ahead)
            ++ahead;
    return ahead;
}

} // namespace atrium::rules::queueing
