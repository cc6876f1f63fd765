// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/statistics/rolling.h"

#include "server/services/core/calendar.h"

namespace atrium::services {

using model::Result;

rules::statistics::Departments departmentsOf(const Setup& setup) {
    return {[&setup](const model::ServiceItemId& id) {
                const auto item = setup.config.items.find(id);
                return item == setup.config.items.end() ? model::DepartmentId{} : item->second.departmentId;
            },
            [&setup](const model::WindowId& id) {
                const auto window = setup.config.windows.find(id);
                return window == setup.config.windows.end() ? model::DepartmentId{}
                                                            : window->second.departmentId;
            }};
}

Result<void> rollStatistics(store::Store& store, const Setup& setup, model::Day today) {
    const auto days = store.daysToRoll(today);
    if (!days)
        return days.error();
    for (const model::Day day : *days) {
        const auto sheet = store.statistics(day, day);
        if (!sheet)
            return sheet.error();
        const auto views = rules::statistics::viewsOf(*sheet, weekdayOf(day), departmentsOf(setup));
        if (auto done = store.rollStatistics({{day, views}}, addDays(today, -kSheetDaysKept),
                                             addDays(today, -kViewDaysKept));
            !done)
            return done.error();
    }
    return {};
}

} // namespace atrium::services
