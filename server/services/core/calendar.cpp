// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/calendar.h"

#include <unicode/timezone.h>

namespace atrium::services {
namespace {

std::chrono::sys_days toSysDays(model::Day day) {
    return std::chrono::year_month_day(std::chrono::year(day.value / 10000),
                                       std::chrono::month(static_cast<unsigned>(day.value / 100 % 100)),
                                       std::chrono::day(static_cast<unsigned>(day.value % 100)));
}

model::Day toDay(std::chrono::sys_days days) {
    const std::chrono::year_month_day date(days);
    return {static_cast<int>(date.year()) * 10000 +
            static_cast<int>(static_cast<unsigned>(date.month())) * 100 +
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

class IcuCalendar final : public Calendar {
public:
    explicit IcuCalendar(std::unique_ptr<icu::TimeZone> zone) : m_zone(std::move(zone)) {}

    [[nodiscard]] model::LocalTime local(model::Instant at) const override {
        const auto shifted = at + offset(static_cast<double>(model::toMillis(at)), false);
        const auto days = std::chrono::floor<std::chrono::days>(shifted);
        model::LocalTime out;
        out.day = toDay(days);
        out.minute.value =
            static_cast<std::int32_t>(std::chrono::floor<std::chrono::minutes>(shifted - days).count());
        out.weekday = weekdayOf(out.day);
        return out;
    }

    [[nodiscard]] model::Instant midnight(model::Day day) const override {
        const model::Instant asIfUtc = toSysDays(day);
        return asIfUtc - offset(static_cast<double>(model::toMillis(asIfUtc)), true);
    }

private:
    [[nodiscard]] model::Milliseconds offset(double at, bool localTime) const {
        std::int32_t raw = 0;
        std::int32_t summer = 0;
        UErrorCode status = U_ZERO_ERROR;
        m_zone->getOffset(at, static_cast<UBool>(localTime), raw, summer, status);
        return model::Milliseconds(raw + summer);
    }

    std::unique_ptr<icu::TimeZone> m_zone;
};

} // namespace

model::Result<std::shared_ptr<const Calendar>> Calendar::create(const std::string& zone) {
    std::unique_ptr<icu::TimeZone> made(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
    if (made == nullptr || *made == icu::TimeZone::getUnknown())
        return model::Error{model::ErrorCode::invalid, "/timeZone", model::Sentence::noSuchTimeZone};
    return std::shared_ptr<const Calendar>(std::make_shared<IcuCalendar>(std::move(made)));
}

bool isDay(model::Day day) {
    constexpr int kFirst = 20'000'101;
    constexpr int kLast = 20'991'231;
    return day.value >= kFirst && day.value <= kLast && toDay(toSysDays(day)) == day;
}

model::Day addDays(model::Day day, int days) {
    return toDay(toSysDays(day) + std::chrono::days(days));
}

int weekdayOf(model::Day day) {
    return static_cast<int>(std::chrono::weekday(toSysDays(day)).iso_encoding());
}

} // namespace atrium::services
