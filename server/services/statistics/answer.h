// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/store.h"
#include "shared/model/statistics.h"

namespace atrium::services {

/// What is asked for: the days from..to, as far as they have come.
struct StatisticsWish {
    model::Day from;
    model::Day to;
    model::StatisticsBy by = model::StatisticsBy::queue;
    std::string queueId;                    ///< empty: all
    std::vector<std::string> departmentIds; ///< empty: all
};

/// Closed days from their views and months, the others (today; those that closed just now) from their sheets.
[[nodiscard]] model::Result<model::Statistics> statisticsOf(store::Store& store, const StatisticsWish& wish);

/// As people read it. Pure.
[[nodiscard]] model::StatisticsFigures readable(const rules::statistics::Figures& figures);

} // namespace atrium::services
