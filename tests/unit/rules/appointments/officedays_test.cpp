// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/appointments/bookings.h"

#include <gtest/gtest.h>

namespace atrium::rules::appointments::tests {
namespace {

TEST(OfficeDays, CountAsTheirWeekdayUnlessTheCalendarSaysOtherwise) {
    const Bookings hall;
    EXPECT_EQ(officeWeekday(hall.days, kThursday), 4);
    EXPECT_EQ(officeWeekday(hall.days, {20260926}), 6);
    EXPECT_EQ(officeWeekday(hall.days, kHoliday), kClosedDay);
    EXPECT_EQ(officeWeekday(hall.days, kWorkedSaturday), 4) << "keeps the hours of the day it stands for";
}

TEST(OfficeDays, OpenWithinTheHoursOfThatDay) {
    const Bookings hall;
    const model::Queue& queue = hall.config.queues.begin()->second;
    EXPECT_TRUE(isOpenAt(queue, 4, {9 * 60}));
    EXPECT_FALSE(isOpenAt(queue, 4, {11 * 60}));
    EXPECT_TRUE(isOpenAt(queue, 4, {14 * 60}));
    EXPECT_FALSE(isOpenAt(queue, 6, {9 * 60}));
    EXPECT_FALSE(isOpenAt(queue, kClosedDay, {9 * 60}));
    const auto hours = hoursOn(queue, 4);
    ASSERT_EQ(hours.size(), 2U);
    EXPECT_EQ(hours[0].from.value, 9 * 60) << "in order of the day";
}

TEST(OfficeDays, AQueueWithoutHoursIsAlwaysOpen) {
    model::Queue queue;
    EXPECT_TRUE(isOpenAt(queue, 7, {0}));
    EXPECT_TRUE(isOpenAt(queue, kClosedDay, {1439}));
}

TEST(OfficeDays, CountDaysAcrossMonthsAndLeapYears) {
    EXPECT_EQ(dayAfter({20280228}, 1).value, 20280229);
    EXPECT_EQ(dayAfter({20261231}, 1).value, 20270101);
    EXPECT_EQ(dayAfter({20260301}, -1).value, 20260228);
    EXPECT_EQ(daysFrom({20260930}, {20261002}), 2);
    EXPECT_EQ(daysFrom({20261002}, {20260930}), -2);
    EXPECT_EQ(isoWeekday({20260927}), 7);
    EXPECT_TRUE(isDate({20280229}));
    EXPECT_FALSE(isDate({20260229}));
    EXPECT_FALSE(isDate({20261301}));
    EXPECT_FALSE(isDate({0}));
}

TEST(OfficeDays, AreWrittenAlikeInAllLanguages) {
    EXPECT_EQ(dayText({20261001}), "2026-10-01");
    EXPECT_EQ(spanText({9 * 60 + 5}, {13 * 60}), "9:05–13:00");
}

} // namespace
} // namespace atrium::rules::appointments::tests
