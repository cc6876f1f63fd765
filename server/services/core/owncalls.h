// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/writecontext.h"

// Calls that the server makes by itself, for queues that are not called by hand.
namespace atrium::services {

/// Free windows to which it is to call now [rules::queueing::dueCalls], less those whose terminal is offline:
/// nobody would be there.
[[nodiscard]] std::vector<model::WindowId> windowsToCallTo(const HallState& state, model::Instant now);

/// Calls the next ticket to the window, unless that is no longer due.
[[nodiscard]] model::Result<Outcome> callByItself(WriteContext& context, const model::WindowId& window);

} // namespace atrium::services
