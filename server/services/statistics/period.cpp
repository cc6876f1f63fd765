// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/statistics/period.h"

#include "server/services/core/calendar.h"

namespace atrium::services {
namespace {

model::Day firstOf(int month) {
    return {month * 100 + 1};
}

int nextMonth(int month) {
    return month % 100 == 12 ? month + 89 : month + 1;
}

int monthBefore(int month) {
    return month % 100 == 1 ? month - 89 : month - 1;
}

} // namespace

std::vector<store::PeriodRange> periodsOf(model::Day from, model::Day to) {
    if (from > to)
        return {};
    const int fromMonth = from.value / 100;
    const int toMonth = to.value / 100;
    const int first = from == firstOf(fromMonth) ? fromMonth : nextMonth(fromMonth);
    const int last = addDays(to, 1) == firstOf(nextMonth(toMonth)) ? toMonth : monthBefore(toMonth);
    if (first > last)
        return {{from.value, to.value}};
    std::vector<store::PeriodRange> out;
    if (from < firstOf(first))
        out.push_back({from.value, addDays(firstOf(first), -1).value});
    out.push_back({first, last});
    if (to >= firstOf(nextMonth(last)))
        out.push_back({firstOf(nextMonth(last)).value, to.value});
    return out;
}

} // namespace atrium::services
