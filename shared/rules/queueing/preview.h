// SPDX-License-Identifier: GPL-3.0-or-later
// "With these settings these people would be called in this order, because …": for the one who sets a queue's
// rules. Answered by the rules' own commands on a copy, so that it cannot differ from what they do.
#pragma once

#include "shared/rules/queueing/decide.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace atrium::rules::queueing {

/// Why somebody is called before those who wait at that moment.
enum class PreviewReason {
    arrival,       ///< in the order of arrival
    priority,      ///< its class goes before those of others
    aged,          ///< by waiting its class rose from priorityClass to effectiveClass
    finallyCallBy, ///< waited longer than limitMinutes
    bound,         ///< was transferred to this window alone
    freed,         ///< was transferred to boundWindow, which is away or takes it no more
    returned,      ///< was passed; has let placesBack others pass, or nobody, and is in turn again
    nobodyElse,    ///< was passed and would let others pass, but nobody else is left
    appointment,   ///< within the time that was booked
    preferred,     ///< the person at that window is to call this queue first
    backup         ///< the person at that window helps out with this queue, and nobody else is left
};
BOOST_DESCRIBE_ENUM(PreviewReason, arrival, priority, aged, finallyCallBy, bound, freed, returned, nobodyElse,
                    appointment, preferred, backup)

/// One who would be called.
struct PreviewRow {
    std::string number;
    int priorityClass = 0;  ///< as issued
    int effectiveClass = 0; ///< after ageing
    int waitedMinutes = 0;  ///< since its place in the order began; whole minutes
    int windowNumber = 0;   ///< that calls it
    PreviewReason reason = PreviewReason::arrival;
    int limitMinutes = 0; ///< the queue's hard bound
    int placesBack = 0;   ///< how many it lets pass from now on
    int boundWindow = 0;  ///< number of the window it was transferred to, 0: none, or one that is gone
    bool operator==(const PreviewRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(PreviewRow, (),
                      (number, priorityClass, effectiveClass, waitedMinutes, windowNumber, reason,
                       limitMinutes, placesBack, boundWindow))

/// What POST /queues/{id}/preview answers.
struct CallPreview {
    int waiting = 0;              ///< people of the queue who wait now
    std::vector<int> windows;     ///< numbers of those that call, in turn; empty: none could
    bool isAssumedOpen = false;   ///< none is open: as if the one of windows were
    std::vector<PreviewRow> rows; ///< in the order of calling
    bool operator==(const CallPreview&) const = default;
};
BOOST_DESCRIBE_STRUCT(CallPreview, (), (waiting, windows, isAssumedOpen, rows))

inline constexpr std::size_t kPreviewRows = 10;

/// The part of a state that a preview needs: who waits, the windows and the tickets at them, the counters.
/// Small beside a day's tickets, so that it may be copied under a lock.
[[nodiscard]] State waitingOf(const State& state);

/// Who of the draft's queue would be called next, at most limit, if its open windows called in turn, by
/// number, and each finished at once; what they serve now is finished first. Windows also call other queues'
/// tickets as they do; these take a turn and are not listed, and neither is who comes back from another
/// window. All happens at now: nobody gets older meanwhile. draft stands for the queue of its id, of which
/// config need not know. Who is bound to a window that is not open, and may not go elsewhere, is not called.
[[nodiscard]] CallPreview preview(State state, Config config, const model::Queue& draft, const Now& now,
                                  std::size_t limit = kPreviewRows);

} // namespace atrium::rules::queueing
