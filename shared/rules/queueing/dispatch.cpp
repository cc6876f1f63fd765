// SPDX-License-Identifier: GPL-3.0-or-later
// Who is called next, and after whom.
#include "shared/rules/queueing/dispatch.h"

#include "shared/rules/queueing/order.h"

#include <list>
#include <queue>

namespace atrium::rules::queueing {
namespace {

using model::Instant;
using model::ServiceItemId;
using model::Ticket;
using model::TicketState;

struct Passed {
    LaneKey key;
    Place place;
    Rank rank;
    Rank ripe{}; ///< once it has let enough others pass
};

/// Tickets that let others pass and that this window may call when nobody else is left, first to call first.
std::list<Passed> passedFor(const WindowOrder& at) {
    std::list<Passed> out; // a rank points into its own element: sorting must not move elements
    const auto& state = at.order().context().state;
    for (const auto& id : state.lettingPass) {
        const auto& ticket = state.tickets.at(id);
        const auto place = placeOf(ticket);
        if (serves(at.window(), ticket.itemId) && at.isFor(ticket.itemId, laneOf(ticket), place))
            out.push_back({laneOf(ticket), place, {}, {}});
    }
    for (auto& passed : out) {
        passed.rank = at.rank(passed.key, passed.place);
        passed.rank.placesBack = at.order().ticket(passed.place).placesBack;
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
    else if (rank.isBackup)
        out.reason = OrderReason::backup;
    else if (rank.isDue)
        out.reason = OrderReason::appointment;
    else if (rank.effectiveClass < key.priorityClass)
        out.reason = OrderReason::aged;
    else if (key.priorityClass < queue.priorityClass)
        out.reason = OrderReason::priority;
    else if (rank.isPreferred)
        out.reason = OrderReason::preferred;
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

/// Finds the one of passed who has let enough others pass and comes before next (nullptr: nobody else is
/// left, then the one with fewest to let pass). End: nobody does.
std::list<Passed>::iterator nextPassed(std::list<Passed>& passed, int called, const Rank* next) {
    auto best = passed.end();
    for (auto at = passed.begin(); at != passed.end(); ++at) {
        if (at->rank.placesBack > called)
            continue;
        Rank rank = at->rank;
        rank.placesBack = 0;
        if (next == nullptr || rank < *next) {
            best = at;
            next = &(best->ripe = rank);
        }
    }
    return next == nullptr ? passed.begin() : best;
}

/// The first of a lane, which competes for the next call.
struct Head {
    const LaneKey* key = nullptr;
    Rank rank;
};

/// The head that goes first; nullopt when no lane has any for this window.
std::optional<Head> firstHead(const WindowOrder& at) {
    std::optional<Head> best;
    at.forEachLane([&](const ServiceItemId&, const LaneKey& key, const Lane& lane) {
        const auto rank = at.rank(key, lane.front());
        if (!best || rank < best->rank)
            best = Head{&key, rank};
    });
    return best;
}

/// What put the first before the other; the earlier in OrderReason says more. Arrival also for itself.
OrderReason decidedBy(const Head& first, const Head& other) {
    if (first.rank.isOverdue != other.rank.isOverdue)
        return OrderReason::finallyCallBy;
    if (first.rank.isOverdue || first.rank.place == other.rank.place ||
        first.rank.isBackup != other.rank.isBackup)
        return OrderReason::arrival;
    if (first.rank.isDue != other.rank.isDue || first.rank.dueFrom != other.rank.dueFrom)
        return OrderReason::appointment;
    if (first.rank.effectiveClass == other.rank.effectiveClass &&
        first.rank.isPreferred != other.rank.isPreferred)
        return *first.rank.place < *other.rank.place ? OrderReason::arrival : OrderReason::preferred;
    const bool alsoWithoutAgeing = std::tie(first.key->priorityClass, *first.rank.place) <
                                   std::tie(other.key->priorityClass, *other.rank.place);
    if (!alsoWithoutAgeing)
        return OrderReason::aged;
    return first.key->priorityClass < other.key->priorityClass &&
                   first.rank.effectiveClass < other.rank.effectiveClass
               ? OrderReason::priority
               : OrderReason::arrival;
}

} // namespace

std::vector<Ranked> orderFor(const WindowId& windowId, const State& state, Instant now, const Config& config,
                             std::size_t limit) {
    const Order order(state, now, config);
    std::vector<Ranked> out;
    const auto* window = findWindow(config, windowId);
    if (!window)
        return out;
    const WindowOrder at(order, *window);
    std::priority_queue<Cursor> heads;
    at.forEachLane([&](const ServiceItemId& item, const LaneKey& key, const Lane& lane) {
        heads.push({&item, &key, &lane, 0, at.rank(key, lane.front())});
    });
    auto passed = passedFor(at);
    while ((!heads.empty() || !passed.empty()) && out.size() < limit) {
        const Rank* next = heads.empty() ? nullptr : &heads.top().rank;
        if (const auto before = nextPassed(passed, static_cast<int>(out.size()), next);
            before != passed.end()) {
            out.push_back(explain(order, before->key, before->rank));
            passed.erase(before);
            continue;
        }
        auto head = heads.top();
        heads.pop();
        out.push_back(explain(order, *head.key, head.rank));
        if (++head.index == head.lane->size())
            continue;
        const auto& place = (*head.lane)[head.index];
        if (!at.isFor(*head.item, *head.key, place))
            continue;
        head.rank = at.rank(*head.key, place);
        heads.push(head);
    }
    return out;
}

bool mayCall(const WindowId& windowId, const Ticket& ticket, const State& state, Instant now,
             const Config& config) {
    const Order order(state, now, config);
    const auto* window = findWindow(config, windowId);
    return window && window->active && ticket.state == TicketState::waiting &&
           serves(*window, ticket.itemId) &&
           WindowOrder(order, *window).isFor(ticket.itemId, laneOf(ticket), placeOf(ticket));
}

const Ticket* nextFor(const WindowId& windowId, const State& state, Instant now, const Config& config) {
    const Order order(state, now, config);
    const auto* window = findWindow(config, windowId);
    if (!window)
        return nullptr;
    const WindowOrder at(order, *window);
    if (const auto best = firstHead(at))
        return &order.ticket(*best->rank.place);
    const auto passed = passedFor(at);
    return passed.empty() ? nullptr : &order.ticket(passed.front().place);
}

std::optional<Choice> chooseFor(const WindowId& windowId, const State& state, Instant now,
                                const Config& config) {
    const Order order(state, now, config);
    const auto* window = findWindow(config, windowId);
    if (!window)
        return std::nullopt;
    const WindowOrder at(order, *window);
    const auto best = firstHead(at);
    if (!best) {
        const auto passed = passedFor(at);
        if (passed.empty())
            return std::nullopt;
        const auto& first = passed.front();
        return Choice{first.place.ticketId, first.rank.effectiveClass, OrderReason::placesBack};
    }
    Choice out{best->rank.place->ticketId, best->rank.effectiveClass, OrderReason::arrival};
    at.forEachLane([&](const ServiceItemId&, const LaneKey& key, const Lane& lane) {
        out.reason = std::min(out.reason, decidedBy(*best, {&key, at.rank(key, lane.front())}));
    });
    if (best->rank.isBackup && out.reason != OrderReason::finallyCallBy)
        out.reason = OrderReason::backup;
    if (best->key->onlyWindowId && out.reason != OrderReason::finallyCallBy)
        out.reason = OrderReason::transferred;
    return out;
}

} // namespace atrium::rules::queueing
