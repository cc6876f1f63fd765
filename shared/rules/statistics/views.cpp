// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/statistics/views.h"

#include "shared/model/reflect.h"

namespace atrium::rules::statistics {
namespace {

struct Side {
    View view;
    std::string key;
};

/// The sides on which something counts that has this hour, window and clerk.
void addCommon(std::vector<Side>& out, int hour, int weekday, const model::WindowId& window,
               const model::StaffId& staff) {
    out.push_back({View::hall, {}});
    out.push_back({View::hour, hourText(hour)});
    out.push_back({View::week, weekKey(weekday, hour)});
    out.push_back({View::hallWeek, weekKey(weekday, hour)});
    if (!window.empty())
        out.push_back({View::window, window.value});
    if (!staff.empty())
        out.push_back({View::staff, staff.value});
}

ViewKey keyOf(Side side, const model::QueueId& queue, const model::DepartmentId& department) {
    if (side.view == View::hallWeek)
        return {side.view, std::move(side.key), {}, {}};
    return {side.view, std::move(side.key), queue, department};
}

bool hasSpreads(View view) {
    return view != View::week && view != View::hallWeek;
}

} // namespace

std::string hourText(int hour) {
    const std::string digits = std::to_string(hour);
    return digits.size() < 2 ? "0" + digits : digits;
}

std::string weekKey(int weekday, int hour) {
    return std::to_string(weekday) + "-" + hourText(hour);
}

WindowSeconds asSeconds(WindowUse use, std::int64_t seconds) {
    WindowSeconds out;
    switch (use) {
    case WindowUse::calling:
        out.calling = seconds;
        break;
    case WindowUse::serving:
        out.serving = seconds;
        break;
    case WindowUse::idle:
        out.idle = seconds;
        break;
    case WindowUse::idleAwaited:
        out.idleAwaited = seconds;
        break;
    case WindowUse::paused:
        out.paused = seconds;
        break;
    }
    return out;
}

Views viewsOf(const Sheet& sheet, int weekday, const Departments& departments) {
    Views out;
    const auto ofTickets = [&](const Key& key, auto use) {
        std::vector<Side> sides;
        addCommon(sides, key.hour, weekday, key.windowId, key.staffId);
        sides.push_back({View::item, key.itemId.value});
        sides.push_back({View::recognition, std::string(model::enumName(key.recognition))});
        const auto department = departments.ofItem(key.itemId);
        for (Side& side : sides) {
            const View view = side.view;
            use(view, out[keyOf(std::move(side), key.queueId, department)]);
        }
    };
    for (const auto& [key, n] : sheet.rows)
        ofTickets(key, [&n = n](View, Figures& figures) { figures.n += n; });
    for (const auto& [spread, n] : sheet.spreads)
        ofTickets(spread.key, [&spread = spread, n = n](View view, Figures& figures) {
            auto& buckets = spread.kind == Sheet::Kind::wait ? figures.waits : figures.handling;
            if (hasSpreads(view))
                buckets.at(static_cast<std::size_t>(spread.bucket)) += n;
        });
    for (const auto& [key, seconds] : sheet.windows) {
        std::vector<Side> sides;
        addCommon(sides, key.hour, weekday, key.windowId, key.staffId);
        if (key.use == WindowUse::paused)
            sides.push_back({View::pause, key.reason});
        const auto department = departments.ofWindow(key.windowId);
        for (Side& side : sides)
            out[keyOf(std::move(side), {}, department)].windows += asSeconds(key.use, seconds);
    }
    return out;
}

} // namespace atrium::rules::statistics
