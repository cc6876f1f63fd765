// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/statistics/views.h"

#include <map>
#include <string>
#include <vector>

namespace atrium::store {

/// [first, last], days as yyyymmdd or months as yyyymm.
struct PeriodRange {
    int first = 0;
    int last = 0;
    bool operator==(const PeriodRange&) const = default;
};

/// What is asked of closed days: the rows of one view, added up by one column.
struct ViewQuery {
    enum class By { key, queue, department, period };
    rules::statistics::View view = rules::statistics::View::hall;
    By by = By::key;
    PeriodRange period;
    std::string queueId;                    ///< empty: all
    std::vector<std::string> departmentIds; ///< empty: all
    bool spreads = true;                    ///< false: the answer has none, which is faster
};
using FiguresByKey = std::map<std::string, rules::statistics::Figures>;

} // namespace atrium::store
