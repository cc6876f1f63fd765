// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/model/result.h"

#include <memory>
#include <string>

namespace atrium::services {

/// Where moments lie in the hall's own time zone. ICU's zone tables, because the standard library of Debian
/// 12 has none. Immutable; any thread.
class Calendar {
public:
    /// zone: an IANA name such as Asia/Shanghai.
    [[nodiscard]] static model::Result<std::shared_ptr<const Calendar>> create(const std::string& zone);
    virtual ~Calendar() = default;

    [[nodiscard]] virtual model::LocalTime local(model::Instant at) const = 0;
    /// The moment at which that day began or begins.
    [[nodiscard]] virtual model::Instant midnight(model::Day day) const = 0;
    [[nodiscard]] model::Instant at(model::Day day, model::MinuteOfDay minute) const {
        return midnight(day) + std::chrono::minutes(minute.value);
    }
};

/// Whether the value is a day of the years 2000 to 2099.
[[nodiscard]] bool isDay(model::Day day);
/// The day so many days later (or, negative, earlier).
[[nodiscard]] model::Day addDays(model::Day day, int days);
/// ISO weekday: 1 Monday … 7 Sunday.
[[nodiscard]] int weekdayOf(model::Day day);

} // namespace atrium::services
