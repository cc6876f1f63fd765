// SPDX-License-Identifier: GPL-3.0-or-later
// How long the holder of a ticket waits.
#pragma once

#include "shared/rules/estimate/hallwait.h"
#include "shared/rules/queueing/state.h"

#include <functional>
#include <optional>
#include <vector>

namespace atrium::estimate {

struct TicketWait {
    int peopleAhead = 0;
    std::optional<Interval> wait; ///< none: nobody serves its item now
};

/// All windows that serve an item, open or not.
using WindowsOfItem = std::function<std::vector<model::WindowId>(const model::ServiceItemId&)>;

/// For a ticket that waits or is reserved.
[[nodiscard]] TicketWait waitOf(const model::Ticket& ticket, const rules::queueing::State& state,
                                model::Instant now, const rules::queueing::Config& config,
                                const WindowsOfItem& windowsOfItem);

} // namespace atrium::estimate
