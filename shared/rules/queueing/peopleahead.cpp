// SPDX-License-Identifier: GPL-3.0-or-later
// How many people will be called before a ticket.
#include "shared/rules/queueing/dispatch.h"

#include "shared/rules/queueing/order.h"

#include <vector>

namespace atrium::rules::queueing {
namespace {

using model::Instant;
using model::ServiceItemId;
using model::Ticket;
using model::TicketState;

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
            WindowOrder(order, *window)
                .forEachLane([&](const ServiceItemId&, const LaneKey& key, const Lane& lane) {
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

/// People of its queue before it, and how many of them only because they were passed or it was itself.
struct Count {
    int people = 0;
    int passed = 0;
};

Count countAhead(const Order& order, const Ticket& ticket, const Rank& rank) {
    const auto& state = order.context().state;
    const int inOrder = lanesAhead(order, ticket, rank) + reservedAhead(order, ticket, rank);
    int ahead = inOrder;
    if (ticket.placesBack > 0) {
        const auto queue = state.waiting.find(ticket.queueId);
        const int others = queue == state.waiting.end() ? 0 : queue->second - 1;
        ahead = std::max(ahead, std::min(ticket.placesBack, others));
        return {ahead, ahead - inOrder};
    }
    // A passed ticket is older than most: it goes first as soon as it has let enough others pass.
    std::vector<int> passed;
    for (const auto& otherId : state.lettingPass) {
        const auto& other = state.tickets.at(otherId);
        const auto otherPlace = placeOf(other);
        if (other.queueId == ticket.queueId && order.rank(laneOf(other), otherPlace) < rank)
            passed.push_back(other.placesBack);
    }
    std::sort(passed.begin(), passed.end());
    for (const int places : passed)
        if (places <= ahead)
            ++ahead;
    return {ahead, ahead - inOrder};
}

/// nullptr when nobody is called before it: it neither waits nor is reserved.
const Ticket* findQueuing(const Order& order, const model::TicketId& id) {
    const auto* ticket = findTicket(order.context(), id);
    const bool isQueuing = ticket != nullptr &&
                           (ticket->state == TicketState::waiting || ticket->state == TicketState::reserved);
    return isQueuing ? ticket : nullptr;
}

} // namespace

int peopleAhead(const model::TicketId& id, const State& state, Instant now, const Config& config) {
    const Order order(state, now, config);
    const auto* ticket = findQueuing(order, id);
    if (ticket == nullptr)
        return 0;
    const auto place = placeOf(*ticket);
    return countAhead(order, *ticket, order.rank(laneOf(*ticket), place)).people;
}

int visitBefore(const model::TicketId& id, const State& state, Instant now, const Config& config,
                const ItemSets& sets, const VisitGroup& visit) {
    const Order order(state, now, config);
    const auto& context = order.context();
    const auto* ticket = findQueuing(order, id);
    if (ticket == nullptr)
        return 0;
    const auto place = placeOf(*ticket);
    const auto rank = order.rank(laneOf(*ticket), place);
    // from: a lane's key or a ticket, in the state: the group refers to it for longer than the visit.
    const auto tell = [&](const ServiceItemId& item, const auto& from, const Place& first, int people,
                          std::size_t set) {
        if (people == 0)
            return;
        const bool isBound =
            from.onlyWindowId && bindingTo(context, *from.onlyWindowId, item) != Binding::none;
        visit({from.queueId, item, isBound ? &*from.onlyWindowId : nullptr, people, &first}, set);
    };
    for (std::size_t set = 0; set < sets.size(); ++set)
        for (const auto& item : *sets[set])
            if (const auto lanes = state.lanes.find(item); lanes != state.lanes.end())
                for (const auto& [key, lane] : lanes->second)
                    tell(item, key, lane.front(), countBefore(order, key, lane, rank), set);
    for (const auto& otherId : state.reserved) {
        const auto& other = state.tickets.at(otherId);
        const auto otherPlace = placeOf(other);
        if (otherId != id && order.rank(laneOf(other), otherPlace) < rank)
            tell(other.itemId, other, otherPlace, 1, sets.size());
    }
    const auto count = countAhead(order, *ticket, rank);
    // Who was passed, before it or itself, is called among those of its queue: taken to want the same.
    if (count.passed > 0 && !ticket->onlyWindowId)
        visit({ticket->queueId, ticket->itemId, nullptr, count.passed}, sets.size());
    return count.people;
}

} // namespace atrium::rules::queueing
