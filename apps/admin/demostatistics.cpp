// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/demostatistics.h"

#include <cstdlib>

namespace atrium::admin {
namespace {

model::StatisticsFigures demoFigures(std::int64_t issued, double wait) {
    model::StatisticsFigures out;
    out.issued = issued;
    out.called = out.waited = issued - issued / 40;
    out.finished = out.services = issued - issued / 14;
    out.recalls = issued / 6;
    out.noShows = issued / 18;
    out.abandoned = issued - out.finished;
    out.transferred = issued / 50;
    out.waitMeanMinutes = wait;
    out.waitP50Minutes = wait * 0.8;
    out.waitP90Minutes = wait * 2.2;
    out.serviceLevel = 1 - wait / 60;
    out.handlingMeanMinutes = 8.4;
    out.handlingP50Minutes = 7.1;
    out.handlingP90Minutes = 15.2;
    out.toldErrorMinutes = 2.3;
    out.toldWithinFive = 0.89;
    return out;
}

} // namespace

model::Statistics demoStatistics(const std::vector<std::string>& queues) {
    model::Statistics out;
    std::int64_t all = 0;
    for (std::size_t i = 0; i < queues.size(); ++i) {
        const auto issued = static_cast<std::int64_t>(960 / (i + 1));
        out.rows.push_back({queues[i], demoFigures(issued, 7.5 + 2.5 * static_cast<double>(i))});
        all += issued;
    }
    out.totals = demoFigures(all, 9.8);
    out.totals.openMinutes = 34'560;
    out.totals.pausedMinutes = 2'880;
    out.totals.idleMinutes = 9'310;
    out.totals.idleAwaitedMinutes = 410;
    out.totals.occupancy = 0.71;
    for (int weekday = 1; weekday <= 5; ++weekday)
        for (int hour = 9; hour < 17; ++hour)
            out.week.push_back(
                {weekday, hour, (hour == 12 ? 14 : 48 - 5 * std::abs(hour - 10)) - 3 * weekday / 2, 9.0});
    out.pauses = {{"午餐", 1'950}, {"取材料", 620}, {"", 310}};
    return out;
}

} // namespace atrium::admin
