// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/rules/queueing/state.h"

#include <boost/describe/enum.hpp>

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace atrium::rules::queueing {

/// Why a ticket stands where it stands; shown to staff.
enum class OrderReason { finallyCallBy, transferred, aged, priority, arrival, placesBack };
BOOST_DESCRIBE_ENUM(OrderReason, finallyCallBy, transferred, aged, priority, arrival, placesBack)

struct Ranked {
    model::TicketId ticketId;
    int effectiveClass = 0; ///< after ageing
    OrderReason reason = OrderReason::arrival;
};

/// The tickets this window may call, in the order it would call them if it alone called from now on:
/// (overdue, class after ageing, arrival, sequence, id); a ticket that must let others pass joins in after so
/// many of them, or when nobody else is left. A ticket matches on its (item, window) pair only. One that was
/// transferred to a single window goes to the others that serve its item once it is overdue while that window
/// is closed or paused, and at once when that window can no longer take it. At most limit tickets are
/// returned; the cost follows limit, not the queue's length.
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

/// People of its queue who will be called before this ticket, as far as is known now; for a ticket bound to
/// one window, people whom that window will call first. 0 for a ticket that neither waits nor is reserved.
[[nodiscard]] int peopleAhead(const model::TicketId& ticket, const State& state, model::Instant now,
                              const Config& config);

/// People who want the same.
struct Group {
    model::QueueId queueId;
    model::ServiceItemId itemId;
    std::optional<model::WindowId> onlyWindowId; ///< the one window that will call them
    int people = 0;
};

/// Who will be called before a ticket, as far as is known now.
struct Before {
    int people = 0;            ///< see peopleAhead
    std::vector<Group> groups; ///< of any queue, where a window takes both
};
/// For reckoning a wait: of the groups, those that want one of `items` (no null, each once) or are reserved.
/// Empty for a ticket that neither waits nor is reserved.
[[nodiscard]] Before whoIsBefore(const model::TicketId& ticket, const State& state, model::Instant now,
                                 const Config& config, const std::vector<const model::ServiceItemId*>& items);

} // namespace atrium::rules::queueing
