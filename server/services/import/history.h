// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/calendar.h"
#include "server/services/core/setup.h"
#include "server/store/store.h"
#include "shared/model/result.h"

#include <string>
#include <vector>

namespace atrium::services {

/// Tickets and ratings of days past.
struct PastDays {
    std::vector<model::Ticket> tickets;
    std::vector<model::Rating> ratings;
};

/// The same past for the same seed, set-up and day: two peaks a day, lunch, busy Mondays, as history.json
/// says. Ends with the day before today. Pure.
[[nodiscard]] model::Result<PastDays> makeHistory(const Setup& setup, const std::string& historyJson,
                                                  const Calendar& calendar, model::Day today);

/// Makes it and writes it; gives the number of tickets.
[[nodiscard]] model::Result<std::size_t> writeHistory(store::Store& store, const Setup& setup,
                                                      const std::string& historyJson,
                                                      const Calendar& calendar, model::Instant now);

} // namespace atrium::services
