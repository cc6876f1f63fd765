// SPDX-License-Identifier: GPL-3.0-or-later
// How long the holder of a ticket waits.
#pragma once

#include "shared/rules/estimate/hallwait.h"
#include "shared/rules/estimate/pools.h"
#include "shared/rules/queueing/state.h"

#include <optional>

namespace atrium::estimate {

struct TicketWait {
    /// People whom the windows for it will call before, of any queue; while none is open, people of its
    /// queue.
    int peopleAhead = 0;
    std::optional<Interval> wait;     ///< none: nobody serves its item now
    std::optional<Expected> expected; ///< the same before it is rounded
};

/// For a ticket that waits or is reserved. `pools` are those of `config`.
[[nodiscard]] TicketWait waitOf(const model::Ticket& ticket, const rules::queueing::State& state,
                                model::Instant now, const rules::queueing::Config& config,
                                const Pools& pools);

} // namespace atrium::estimate
