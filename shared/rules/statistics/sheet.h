// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/statistics/account.h"

#include <map>
#include <utility>

namespace atrium::rules::statistics {

/// Sums of increments: what the hall keeps of its days, hour by hour. A row or a bucket whose sums are all
/// zero is as good as none.
struct Sheet {
    enum class Kind { wait, handling };
    struct SpreadKey {
        Key key;
        Kind kind = Kind::wait;
        int bucket = 0;
        auto operator<=>(const SpreadKey&) const = default;
    };
    std::map<Key, Counters> rows;
    std::map<SpreadKey, std::int64_t> spreads;
    std::map<WindowKey, std::int64_t> windows;

    void add(const Increments& increments);
    void add(const Sheet& other);
    /// Drops what is zero, so that equal histories have equal sheets.
    void tidy();
    /// Drops what is not of days that fit.
    template <class Fits> void keepDays(Fits fits) {
        std::erase_if(rows, [&](const auto& one) { return !fits(one.first.day); });
        std::erase_if(spreads, [&](const auto& one) { return !fits(one.first.key.day); });
        std::erase_if(windows, [&](const auto& one) { return !fits(one.first.day); });
    }
    [[nodiscard]] bool empty() const { return rows.empty() && spreads.empty() && windows.empty(); }
    bool operator==(const Sheet&) const = default;
};

} // namespace atrium::rules::statistics
