// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/estimate.h"
#include "shared/rules/estimate/staffing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace atrium::estimate {
namespace {

using model::MinuteOfDay;

constexpr MinuteOfDay kNine{540};
constexpr MinuteOfDay kNoon{720};
constexpr MinuteOfDay kAfterLunch{780};

MinuteOfDay beforeNoon(int minutes) {
    return {kNoon.value - minutes};
}

/// Eight windows, four at noon for an hour.
StaffingPlan lunch() {
    return {{kNine, 8}, {kNoon, 4}, {kAfterLunch, 8}};
}

QueueLoad load(double people, double windows, double seconds = 480) {
    return {.peopleAhead = people, .openWindows = windows, .ewmaServiceSeconds = seconds};
}

TEST(StaffingPlan, IsUsableWhenItsStepsAscend) {
    EXPECT_TRUE(isUsable({}));
    EXPECT_TRUE(isUsable(lunch()));
    EXPECT_FALSE(isUsable({{kNoon, 4}, {kNine, 8}}));
    EXPECT_FALSE(isUsable({{kNoon, 4}, {kNoon, 8}}));
    EXPECT_FALSE(isUsable({{kNoon, -1}}));
    EXPECT_FALSE(isUsable({{kNoon, std::nan("")}}));
}

TEST(StaffingPlan, OfSharesIsThatOfThePoolsWindows) {
    EXPECT_EQ(planOf({{kNine, 1}, {kNoon, 0.5}, {kAfterLunch, 1}}, 8), lunch());
}

TEST(Outlook, WithoutAPlanWhatIsOpenStaysOpen) {
    const Outlook outlook({}, {4, kNine, 8});
    EXPECT_EQ(outlook.minutesFor(40), 10);
    EXPECT_EQ(outlook.minutesFor(40'000), 10'000);
    EXPECT_EQ(outlook.workBefore(10), 40);
}

TEST(Outlook, WorkGoesOverTheStepsOfThePlan) {
    const Outlook outlook(lunch(), {8, beforeNoon(10), 8});
    EXPECT_EQ(outlook.minutesFor(80), 10);
    EXPECT_EQ(outlook.minutesFor(100), 15);
    EXPECT_EQ(outlook.minutesFor(80 + 240 + 80), 80);
    EXPECT_EQ(outlook.workBefore(20), 160);
    EXPECT_EQ(Outlook(lunch(), {4, {kNoon.value + 30}, 8}).workBefore(40), 120 + 80);
}

TEST(Outlook, WindowsThatOpenBeginWithSomebodyAtOnce) {
    const Outlook outlook(lunch(), {4, {kAfterLunch.value - 5}, 8});
    EXPECT_EQ(outlook.minutesFor(20 + 24, 6), 5) << "four windows take six minutes of work each at once";
    EXPECT_EQ(outlook.minutesFor(20 + 10, 6), 5) << "not all of them find somebody";
    EXPECT_EQ(outlook.minutesFor(20 + 24 + 8, 6), 6);
    EXPECT_EQ(outlook.minutesFor(20 + 24 + 8, 0), 5 + 32 / 8.0);
}

TEST(Outlook, FewerThanPlannedStayFewerInProportion) {
    const Outlook outlook(lunch(), {6, beforeNoon(10), 8});
    EXPECT_EQ(outlook.minutesFor(60 + 30), 20);
    EXPECT_EQ(outlook.minutesFor(60 + 180 + 60), 80);
    EXPECT_EQ(outlook.workBefore(10), 60);
}

TEST(Outlook, MoreThanPlannedStayToTheNextStep) {
    const Outlook outlook(lunch(), {10, beforeNoon(10), 8});
    EXPECT_EQ(outlook.minutesFor(100), 10);
    EXPECT_EQ(outlook.minutesFor(104), 11);
}

TEST(Outlook, WhoFinishesTheLastServiceBeforeLunchCallsNobody) {
    EXPECT_EQ(Outlook(lunch(), {7, {kNoon.value + 7}, 8}).minutesFor(40), 10);
    EXPECT_EQ(Outlook(lunch(), {7, {kNoon.value + 8}, 8}).minutesFor(70), 10) << "by now they have stayed";
}

TEST(Outlook, NobodyServesAfterAnEnd) {
    const StaffingPlan day{{kNine, 8}, {kNoon, 0}};
    EXPECT_EQ(Outlook(day, {8, beforeNoon(10), 8}).minutesFor(80), 10);
    EXPECT_EQ(Outlook(day, {8, beforeNoon(10), 8}).minutesFor(81), std::nullopt);
    EXPECT_EQ(Outlook(day, {2, {kNoon.value + 30}, 8}).minutesFor(20), 10) << "some stayed";
}

TEST(Outlook, AClosedLunchIsWaitedThrough) {
    const StaffingPlan closed{{kNine, 8}, {kNoon, 0}, {kAfterLunch, 8}};
    EXPECT_EQ(Outlook(closed, {8, beforeNoon(10), 8}).minutesFor(80), 10);
    EXPECT_EQ(Outlook(closed, {8, beforeNoon(10), 8}).minutesFor(88), 71);
}

TEST(PlannedWait, GrowsBeforeLunchAndShrinksBeforeItsEnd) {
    // 19.5 services of 8 min: 19.5 min at eight windows.
    EXPECT_DOUBLE_EQ(expected(load(19, 8), lunch(), {600})->medianMinutes, 19.5);
    EXPECT_DOUBLE_EQ(expected(load(19, 8), lunch(), beforeNoon(10))->medianMinutes, 10 + 19);
    EXPECT_DOUBLE_EQ(expected(load(19, 4), lunch(), kNoon)->medianMinutes, 39);
    // At one o'clock four windows take (1 + 0.6²) / 2 of a service each at once.
    const double left = 156 - 80 - 4 * 0.68 * 8;
    EXPECT_DOUBLE_EQ(expected(load(19, 4), lunch(), {kAfterLunch.value - 20})->medianMinutes, 20 + left / 8);
}

TEST(PlannedWait, IsAbsentWhenNobodyServesNowOrWhenItIsOnesTurn) {
    EXPECT_EQ(wait(load(3, 0), lunch(), kNoon), std::nullopt) << "a plan is no clerk";
    const StaffingPlan day{{kNine, 8}, {kNoon, 0}};
    EXPECT_EQ(wait(load(30, 8), day, beforeNoon(30)), std::nullopt);
    EXPECT_TRUE(wait(load(20, 8), day, beforeNoon(30)));
    EXPECT_EQ(wait(load(3, 8), {{kNoon, 8}, {kNine, 8}}, kNine), std::nullopt) << "no plan at all";
}

TEST(PlannedWait, HasNoEndWhereOnlyTheMedianComesBeforeTheClose) {
    const StaffingPlan day{{kNine, 8}, {kNoon, 0}};
    EXPECT_EQ(wait(load(26, 8), day, beforeNoon(27)), (Interval{25, std::nullopt}));
}

TEST(PlannedWait, AFullStopDoesNotCountAsALineThatStandsStill) {
    const StaffingPlan closed{{kNine, 8}, {kNoon, 0}, {kAfterLunch, 8}};
    QueueLoad queue = load(8, 8, 120);
    queue.headWaitedSeconds = 3600;
    EXPECT_DOUBLE_EQ(expected(queue, closed, kAfterLunch)->medianMinutes, 8.5 * 2 / 8);
    EXPECT_DOUBLE_EQ(expected(queue)->medianMinutes, 15);
}

} // namespace
} // namespace atrium::estimate
