// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

// Which hour of the hall's day a moment lies in, seen from another moment whose local time is known.
namespace atrium::rules::statistics {

inline constexpr std::int64_t kHour = 3600;
inline constexpr std::int64_t kWholeDay = 24 * kHour;

[[nodiscard]] inline std::int64_t secondsOf(model::Instant at) {
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
}

class LocalHours {
public:
    /// Zones lie whole minutes apart.
    LocalHours(model::Instant at, const model::LocalTime& local)
        : m_midnight(secondsOf(at) - std::int64_t{local.minute.value} * 60 - secondsOf(at) % 60) {}

    /// 0..23, of whatever day.
    [[nodiscard]] int of(model::Instant at) const { return ofSecond(secondsOf(at)); }
    [[nodiscard]] int ofSecond(std::int64_t second) const {
        const auto inDay = ((second - m_midnight) % kWholeDay + kWholeDay) % kWholeDay;
        return static_cast<int>(inDay / kHour);
    }
    /// The first full hour after that second.
    [[nodiscard]] std::int64_t nextHour(std::int64_t second) const {
        const auto inHour = ((second - m_midnight) % kHour + kHour) % kHour;
        return second - inHour + kHour;
    }

private:
    std::int64_t m_midnight; ///< of the known moment's day
};

} // namespace atrium::rules::statistics
