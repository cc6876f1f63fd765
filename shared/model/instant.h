// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace atrium::model {

/// A moment in UTC, milliseconds since 1970. On the wire and in SQL a 64-bit integer.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

inline std::int64_t toMillis(Instant at) noexcept {
    return at.time_since_epoch().count();
}
inline Instant fromMillis(std::int64_t ms) noexcept {
    return Instant{Milliseconds{ms}};
}

/// A service day in the hall's own time zone as yyyymmdd, e.g. 20261122. Zero means "none".
struct Day {
    std::int32_t value = 0;
    auto operator<=>(const Day&) const = default;
};

/// Minutes since local midnight, 0..1440.
struct MinuteOfDay {
    std::int32_t value = 0;
    auto operator<=>(const MinuteOfDay&) const = default;
};

/// Where a moment lies in the hall's local calendar; rules get it from the edge, which knows time zones.
struct LocalTime {
    Day day;
    MinuteOfDay minute;
    int weekday = 1; ///< ISO: 1 Monday … 7 Sunday
    auto operator<=>(const LocalTime&) const = default;
};

} // namespace atrium::model
