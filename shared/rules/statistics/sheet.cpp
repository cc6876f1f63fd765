// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/statistics/sheet.h"

namespace atrium::rules::statistics {
namespace {

template <class Map> void addAll(Map& to, const Map& from) {
    for (const auto& [key, value] : from)
        to[key] += value;
}

} // namespace

void Sheet::add(const Increments& increments) {
    for (const Increment& one : increments.tickets) {
        rows[one.key] += one.n;
        if (one.n.waited != 0)
            spreads[{one.key, Kind::wait, static_cast<int>(one.waitBucket)}] += one.n.waited;
        if (one.n.services != 0)
            spreads[{one.key, Kind::handling, static_cast<int>(one.handlingBucket)}] += one.n.services;
    }
    for (const WindowTime& time : increments.windows)
        windows[time.key] += time.seconds;
}

void Sheet::add(const Sheet& other) {
    addAll(rows, other.rows);
    addAll(spreads, other.spreads);
    addAll(windows, other.windows);
}

void Sheet::tidy() {
    std::erase_if(rows, [](const auto& one) { return one.second == Counters{}; });
    std::erase_if(spreads, [](const auto& one) { return one.second == 0; });
    std::erase_if(windows, [](const auto& one) { return one.second == 0; });
}

} // namespace atrium::rules::statistics
