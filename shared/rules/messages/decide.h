// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/messages/command.h"
#include "shared/rules/messages/event.h"
#include "shared/rules/messages/state.h"
#include "shared/rules/queueing/decide.h"

#include <vector>

namespace atrium::rules::messages {

using queueing::Now;

/// What follows from a command. Nothing is refused: commands come from the server's own parts, and an answer
/// or report that is late, double or of nobody is simply no news. Pure; changes nothing.
[[nodiscard]] std::vector<Event> decide(const State& state, const Command& command, const Now& now,
                                        const Config& config);

/// Puts a fact into the state and keeps the indexes.
void evolve(State& state, const Event& event);

/// A state of stored messages. Follow it with Recover.
[[nodiscard]] State restore(const std::vector<Message>& messages);

/// When Tick has something to do next; nothing while no message waits or is with a gateway.
[[nodiscard]] std::optional<model::Instant> nextTick(const State& state, const Config& config);

/// Whether a call that was to be silent has to be spoken after all, because its message does not get through
/// in time. So must one whose QueueMessage came to nothing (no event, no template).
[[nodiscard]] bool mustBeSpoken(const Event& event);

} // namespace atrium::rules::messages
