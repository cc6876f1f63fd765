// SPDX-License-Identifier: GPL-3.0-or-later
// What tickets are told of their wait, kept until the truth is known.
#pragma once

#include "server/services/core/hallstate.h"
#include "shared/rules/queueing/event.h"

#include <vector>

namespace atrium::services {

/// What an event of the queue brings: for a ticket that it issues the wait as the ticket tells it, nothing
/// where nobody serves; for one that it calls for the first time the wait there was. `state` has the event in
/// its queue already. Pure.
[[nodiscard]] std::vector<store::WaitPrediction> predictionsOf(const rules::queueing::Event& event,
                                                               const HallState& state, model::Instant now);

} // namespace atrium::services
