// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/model/result.h"
#include "shared/rules/queueing/command.h"
#include "shared/rules/queueing/event.h"
#include "shared/rules/queueing/state.h"

#include <vector>

namespace atrium::rules::queueing {

/// The moment of a decision; local is the same moment in the hall's calendar. The order of arrival follows
/// at, so the writer must not let it run backwards when the wall clock is set.
struct Now {
    model::Instant at;
    model::LocalTime local; ///< its weekday is the one whose opening hours count; 0: a holiday
};

/// What follows from a command: the facts to record, or why not. Pure; changes nothing.
/// Refusals name the field at fault ("/itemId") and how to mend it.
[[nodiscard]] model::Result<std::vector<Event>> decide(const State& state, const Command& command,
                                                       const Now& now, const Config& config);

/// Puts a fact into the state and keeps the indexes. A writer that stamps versions with its log number does
/// so in the event before this, so that state, tables and replicas agree. dayClosed puts its values, then
/// drops the tickets of the day: they are history and no longer known to decide.
void evolve(State& state, const Event& event);

/// A state built from stored records (server start, client replica). undoTickets stays empty:
/// evolve the events of the last undoSeconds afterwards to have it back.
[[nodiscard]] State restore(model::Day day, const std::vector<model::Ticket>& tickets,
                            const std::vector<model::WindowStatus>& windows,
                            const std::vector<model::QueueDay>& queueDays);

} // namespace atrium::rules::queueing
