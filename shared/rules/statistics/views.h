// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/statistics/sheet.h"

#include <boost/describe/enum.hpp>

#include <functional>

// A sheet has nearly as many rows as tickets. What is asked for is one side of it, perhaps of one queue or
// department: these sides of a closed day are few rows each, and add up to months.
namespace atrium::rules::statistics {

/// One side of a sheet, and what its rows are keyed by.
enum class View {
    hall,        ///< nothing
    item,        ///< the item's id
    window,      ///< the window's
    staff,       ///< the clerk's
    hour,        ///< 00 … 23
    week,        ///< weekday and hour: 1-09; without spreads
    hallWeek,    ///< the same of the whole hall: few rows, for who asks for no queue or department
    recognition, ///< the word of model::Recognition
    pause        ///< the pause's reason; its seconds only
};
BOOST_DESCRIBE_ENUM(View, hall, item, window, staff, hour, week, hallWeek, recognition, pause)

struct ViewKey {
    View view = View::hall;
    std::string key;
    model::QueueId queueId; ///< empty for windows' time, which belongs to no queue
    model::DepartmentId departmentId;
    auto operator<=>(const ViewKey&) const = default;
};
using Views = std::map<ViewKey, Figures>;

/// Which department an item's tickets and a window's time are of; empty: none that is known.
struct Departments {
    std::function<model::DepartmentId(const model::ServiceItemId&)> ofItem;
    std::function<model::DepartmentId(const model::WindowId&)> ofWindow;
};

/// Keys of View::hour and of the weeks; the seconds of one use.
[[nodiscard]] std::string hourText(int hour);
[[nodiscard]] std::string weekKey(int weekday, int hour);
[[nodiscard]] WindowSeconds asSeconds(WindowUse use, std::int64_t seconds);

/// All sides of the sheet, which is of one day; weekday is that day's, ISO.
[[nodiscard]] Views viewsOf(const Sheet& sheet, int weekday, const Departments& departments);

} // namespace atrium::rules::statistics
