// SPDX-License-Identifier: GPL-3.0-or-later
// Which days are worked, and by which hours: weekdays, public holidays and the weekends worked instead
// (调休).
#pragma once

#include "shared/model/appointment.h"
#include "shared/model/queue.h"

#include <map>
#include <string>
#include <vector>

namespace atrium::rules::appointments {

/// The hall's days that differ from their weekday.
using OfficeDays = std::map<model::Day, model::CalendarDay>;

/// Whether the value is a day of the years 2000 to 2099.
[[nodiscard]] bool isDate(model::Day day);
/// ISO: 1 Monday … 7 Sunday.
[[nodiscard]] int isoWeekday(model::Day day);
[[nodiscard]] model::Day dayAfter(model::Day day, int days);
/// How many days later `to` is than `from`; negative when it is earlier.
[[nodiscard]] int daysFrom(model::Day from, model::Day to);

/// The day whose hours count on a day when nobody works.
inline constexpr int kClosedDay = 0;
/// The weekday whose opening hours count on that day; kClosedDay on a holiday.
[[nodiscard]] int officeWeekday(const OfficeDays& days, model::Day day);

/// The queue's opening hours of an officeWeekday(), in order. A queue that keeps no hours is always open, on
/// holidays too: 0:00 to 24:00.
[[nodiscard]] std::vector<model::OpeningHours> hoursOn(const model::Queue& queue, int officeWeekday);
/// Whether the queue gives out numbers at that minute of such a day.
[[nodiscard]] bool isOpenAt(const model::Queue& queue, int officeWeekday, model::MinuteOfDay minute);

/// "2026-10-01", the same in every language.
[[nodiscard]] std::string dayText(model::Day day);
/// "9:05"
[[nodiscard]] std::string minuteText(model::MinuteOfDay minute);
/// "9:00–9:30"
[[nodiscard]] std::string spanText(model::MinuteOfDay from, model::MinuteOfDay to);

} // namespace atrium::rules::appointments
