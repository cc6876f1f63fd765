// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/rules/queueing/state.h"

#include <boost/describe/enum.hpp>

#include <cstddef>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace atrium::rules::queueing {

/// Why a ticket stands where it stands; shown to staff.
enum class OrderReason {
    finallyCallBy,
    transferred,
    appointment, ///< within the time that was booked
    aged,
    priority,
    preferred, ///< the person at the window is to call this queue first
    arrival,
    placesBack,
    backup ///< the person at the window helps out with this queue, and nobody else is left
};
BOOST_DESCRIBE_ENUM(OrderReason, finallyCallBy, transferred, appointment, aged, priority, preferred, arrival,
                    placesBack, backup)

struct Ranked {
    model::TicketId ticketId;
    int effectiveClass = 0; ///< after ageing
    OrderReason reason = OrderReason::arrival;
};

/// The tickets this window may call, in the order it would call them if it alone called from now on:
/// (overdue, who is no backup's, appointment that is due, class after ageing, appointed time, preferred,
/// arrival, sequence, id), and none that its person is excluded from; a ticket that must let others pass
/// joins in after so many of them, or when nobody else is left. A ticket matches on its (item, window) pair
/// only. One that was transferred to a single window goes to the others that serve its item once it is
/// overdue while that window is closed or paused, and at once when that window can no longer take it. At most
/// limit tickets are returned; the cost follows limit, not the queue's length.
[[nodiscard]] std::vector<Ranked> orderFor(const model::WindowId& window, const State& state,
                                           model::Instant now, const Config& config,
                                           std::size_t limit = std::numeric_limits<std::size_t>::max());

/// Whether the ticket waits and is, now, one of those this window is for: the set of orderFor, without its
/// order and without regard to whether the window is open.
[[nodiscard]] bool mayCall(const model::WindowId& window, const model::Ticket& ticket, const State& state,
                           model::Instant now, const Config& config);

/// The first of orderFor without sorting the rest; nullptr when nothing may be called.
[[nodiscard]] const model::Ticket* nextFor(const model::WindowId& window, const State& state,
                                           model::Instant now, const Config& config);

/// The one of nextFor and what put it first.
struct Choice {
    model::TicketId ticketId;
    int effectiveClass = 0; ///< after ageing
    /// By what it goes before the others of that moment, looked at in pairs: finallyCallBy, appointment,
    /// aged, priority or preferred when that decided against any of them; transferred for one bound to a
    /// window and not overdue; backup for a queue the person only helps out with; placesBack when it still
    /// lets others pass and nobody else is left; else arrival. Other than in orderFor, what all of them have
    /// in common is no reason.
    OrderReason reason = OrderReason::arrival;
};
/// Nullopt when nothing may be called.
[[nodiscard]] std::optional<Choice> chooseFor(const model::WindowId& window, const State& state,
                                              model::Instant now, const Config& config);

/// Windows for which the server is to call now: free for as long as the queue of their next ticket says,
/// which is not called by hand. In the order of their ids.
[[nodiscard]] std::vector<model::WindowId> dueCalls(const State& state, model::Instant now,
                                                    const Config& config);

/// People of its queue who will be called before this ticket, as far as is known now; for a ticket bound to
/// one window, people whom that window will call first. 0 for a ticket that neither waits nor is reserved.
[[nodiscard]] int peopleAhead(const model::TicketId& ticket, const State& state, model::Instant now,
                              const Config& config);

/// People who want the same. Refers to the state they were found in.
struct Group {
    const model::QueueId& queueId;
    const model::ServiceItemId& itemId;
    const model::WindowId* onlyWindowId = nullptr; ///< when one window alone will call them
    int people = 0;
    const Place* first = nullptr; ///< the first of them, while they are visited; null where that is not known
};
/// Items to look at together; no null.
using ItemSets = std::vector<const std::vector<model::ServiceItemId>*>;
/// A group, and the index of the set that its item is of: one past the last for people of any item.
using VisitGroup = std::function<void(const Group&, std::size_t set)>;

/// Visits whoever will be called before a ticket where a window takes both, of any queue: for reckoning its
/// wait. Of those who wait, only the ones who want an item of the sets. Gives what peopleAhead does.
int visitBefore(const model::TicketId& ticket, const State& state, model::Instant now, const Config& config,
                const ItemSets& sets, const VisitGroup& visit);

} // namespace atrium::rules::queueing
