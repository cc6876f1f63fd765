// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/calendar.h"
#include "server/services/core/setup.h"
#include "server/store/store.h"

#include <functional>

namespace atrium::services {

struct Rebuilt {
    std::int64_t events = 0; ///< read
    model::Day from;         ///< the first day that is wholly in the log; zero: none is
    model::Day to;           ///< the present one
    std::size_t rows = 0;
};

/// Counts the days that are wholly in the event log once more and puts that in the place of what is stored;
/// days before them stay as they are. For whoever has the store's lease, no writer running: it gives
/// ErrorCode::conflict otherwise. progress gets the number of events read, now and then.
[[nodiscard]] model::Result<Rebuilt> rebuildStatistics(store::Store& store, const Setup& setup,
                                                       const Calendar& calendar,
                                                       const std::function<void(std::int64_t)>& progress);

/// The same without storing it, for comparison.
struct Recount {
    Rebuilt of;
    rules::statistics::Sheet sheet;
};
[[nodiscard]] model::Result<Recount> recountStatistics(store::Store& store, const Calendar& calendar,
                                                       const std::function<void(std::int64_t)>& progress);

} // namespace atrium::services
