// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/appointments/officedays.h"

#include <algorithm>
#include <chrono>

namespace atrium::rules::appointments {
namespace {

constexpr int kMinutesOfDay = 1440;
constexpr int kHour = 60;

std::chrono::year_month_day dateOf(model::Day day) {
    return {std::chrono::year(day.value / 10000),
            std::chrono::month(static_cast<unsigned>(day.value / 100 % 100)),
            std::chrono::day(static_cast<unsigned>(day.value % 100))};
}

std::string twoDigits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

bool isDate(model::Day day) {
    constexpr int kFirst = 20'000'101;
    constexpr int kLast = 20'991'231;
    return day.value >= kFirst && day.value <= kLast && dateOf(day).ok();
}

int isoWeekday(model::Day day) {
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(dateOf(day))).iso_encoding());
}

model::Day dayAfter(model::Day day, int days) {
    const std::chrono::year_month_day date(std::chrono::sys_days(dateOf(day)) + std::chrono::days(days));
    return {static_cast<int>(date.year()) * 10000 +
            static_cast<int>(static_cast<unsigned>(date.month())) * 100 +
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

int daysFrom(model::Day from, model::Day to) {
    return static_cast<int>(
        (std::chrono::sys_days(dateOf(to)) - std::chrono::sys_days(dateOf(from))).count());
}

int officeWeekday(const OfficeDays& days, model::Day day) {
    const auto known = days.find(day);
    if (known == days.end())
        return isoWeekday(day);
    return known->second.working ? known->second.hoursOf : kClosedDay;
}

std::vector<model::OpeningHours> hoursOn(const model::Queue& queue, int officeWeekday) {
    if (queue.hours.empty())
        return {{.weekday = officeWeekday, .from = {0}, .to = {kMinutesOfDay}}};
    std::vector<model::OpeningHours> out;
    std::copy_if(queue.hours.begin(), queue.hours.end(), std::back_inserter(out),
                 [&](const model::OpeningHours& hours) { return hours.weekday == officeWeekday; });
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    return out;
}

bool isOpenAt(const model::Queue& queue, int officeWeekday, model::MinuteOfDay minute) {
    const auto hours = hoursOn(queue, officeWeekday);
    return std::any_of(hours.begin(), hours.end(), [&](const model::OpeningHours& span) {
        return span.from <= minute && minute < span.to;
    });
}

std::string dayText(model::Day day) {
    return std::to_string(day.value / 10000) + "-" + twoDigits(day.value / 100 % 100) + "-" +
           twoDigits(day.value % 100);
}

std::string minuteText(model::MinuteOfDay minute) {
    return std::to_string(minute.value / kHour) + ":" + twoDigits(minute.value % kHour);
}

std::string spanText(model::MinuteOfDay from, model::MinuteOfDay to) {
    return minuteText(from) + "–" + minuteText(to);
}

} // namespace atrium::rules::appointments
