// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/estimate.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>

namespace atrium::estimate {
namespace {

QueueLoad load(double people, double windows, double seconds, double variation = 0.6) {
    return {
        .peopleAhead = people, .openWindows = windows, .ewmaServiceSeconds = seconds, .variation = variation};
}

QueueLoad anyLoad() {
    return load(*rc::gen::inRange(0, 400), *rc::gen::inRange(1, 40) / 2.0, *rc::gen::inRange(5, 3600),
                *rc::gen::inRange(0, 30) / 10.0);
}

TEST(Estimate, GivesFiveMinuteSteps) {
    EXPECT_EQ(wait(load(10, 2, 300)), (Interval{25, 35}));
    EXPECT_EQ(wait(load(0, 1, 120)), (Interval{0, 5}));
}

TEST(Estimate, IsAbsentWhenNobodyServesOrNothingIsKnown) {
    EXPECT_EQ(wait(load(3, 0, 300)), std::nullopt);
    EXPECT_EQ(wait(load(3, 2, 0)), std::nullopt);
    EXPECT_EQ(wait(load(-1, 2, 300)), std::nullopt);
    EXPECT_EQ(wait(load(3, std::nan(""), 300)), std::nullopt);
    EXPECT_EQ(wait(load(3, 2, std::numeric_limits<double>::infinity())), std::nullopt);
}

TEST(Estimate, IsNoneOnlyWhereAWindowIsFreeAndNobodyIsAhead) {
    QueueLoad free = load(0, 1, 540);
    EXPECT_EQ(wait(free), (Interval{0, 10})) << "the window serves somebody";
    free.idleWindow = true;
    EXPECT_EQ(wait(free), (Interval{0, 0}));
    free.peopleAhead = 1;
    EXPECT_EQ(wait(free), (Interval{5, 20}));
}

TEST(Estimate, HasNoEndBeyondTwoHours) {
    EXPECT_EQ(wait(load(5000, 1, 600)), (Interval{120, std::nullopt}));
    EXPECT_EQ(wait(load(111, 1, 600)), (Interval{120, std::nullopt}));
    EXPECT_EQ(wait(load(10, 1, 600)), (Interval{105, std::nullopt}));
    EXPECT_EQ(wait(load(5, 1, 600)), (Interval{55, 75}));
}

TEST(Estimate, IsMonotoneInPeopleAndWindows) {
    EXPECT_TRUE(rc::check("more people never wait less, more windows never more", [] {
        const QueueLoad before = anyLoad();
        QueueLoad more = before;
        more.peopleAhead += *rc::gen::inRange(1, 20);
        QueueLoad wider = before;
        wider.openWindows += 0.5;
        const auto a = wait(before);
        const auto b = wait(more);
        const auto c = wait(wider);
        const auto end = [](const Interval& interval) {
            return interval.highMinutes.value_or(std::numeric_limits<int>::max());
        };
        RC_ASSERT(a && b && c);
        RC_ASSERT(b->lowMinutes >= a->lowMinutes && end(*b) >= end(*a));
        RC_ASSERT(c->lowMinutes <= a->lowMinutes && end(*c) <= end(*a));
    }));
}

TEST(Estimate, IntervalsAreWholeStepsAndNeverEmpty) {
    EXPECT_TRUE(rc::check("multiples of five, low below high", [] {
        const auto found = wait(anyLoad());
        if (!found)
            return;
        RC_ASSERT(found->lowMinutes % 5 == 0 && found->lowMinutes >= 0 &&
                  found->lowMinutes <= kLongestMinutes);
        if (found->highMinutes)
            RC_ASSERT(*found->highMinutes % 5 == 0 && found->lowMinutes < *found->highMinutes &&
                      *found->highMinutes <= kLongestMinutes);
    }));
}

TEST(ServiceTimes, FollowTheTimesSeen) {
    ServiceTimes times;
    for (int i = 0; i < 200; ++i)
        times = observe(times, i % 2 == 0 ? 240 : 360);
    EXPECT_NEAR(times.meanSeconds, 300, 15);
    EXPECT_NEAR(times.variation(), 0.2, 0.03);
    for (int i = 0; i < 60; ++i)
        times = observe(times, 600);
    EXPECT_NEAR(times.meanSeconds, 600, 10);
}

TEST(ServiceTimes, FirstServicesCountAlike) {
    ServiceTimes times = observe({}, 100);
    times = observe(times, 300);
    EXPECT_DOUBLE_EQ(times.meanSeconds, 200);
    EXPECT_DOUBLE_EQ(times.variation(), 0.6);
}

TEST(ServiceTimes, LeaveOutMistakes) {
    const ServiceTimes before = observe({}, 100);
    EXPECT_EQ(observe(before, 2), before);
    EXPECT_EQ(observe(before, 20'000), before);
    EXPECT_EQ(observe(before, std::nan("")), before);
}

TEST(ServiceTimes, StayBetweenTheShortestAndTheLongest) {
    EXPECT_TRUE(rc::check("mean inside the range seen, variance not negative", [] {
        ServiceTimes times;
        double low = 1e9;
        double high = 0;
        for (const int seconds : *rc::gen::nonEmpty<std::vector<int>>(
                 rc::gen::container<std::vector<int>>(rc::gen::inRange(5, 14400)))) {
            times = observe(times, seconds);
            low = std::min<double>(low, seconds);
            high = std::max<double>(high, seconds);
        }
        RC_ASSERT(times.meanSeconds >= low - 1e-6 && times.meanSeconds <= high + 1e-6);
        RC_ASSERT(times.variance >= 0);
    }));
}

} // namespace
} // namespace atrium::estimate
