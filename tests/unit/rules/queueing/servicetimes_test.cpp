// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/queueing/servicetimes.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace atrium::rules::queueing::tests {
namespace {

TEST(ServiceTimes, FollowTheTimesSeen) {
    ServiceTimes times;
    for (int i = 0; i < 200; ++i)
        times = observe(times, i % 2 == 0 ? 240 : 360);
    EXPECT_NEAR(times.meanSeconds, 300, 5);
    EXPECT_NEAR(times.variation(), 0.2, 0.01);
    for (int i = 0; i < 150; ++i)
        times = observe(times, 600);
    EXPECT_NEAR(times.meanSeconds, 600, 5);
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

TEST(ServiceTimes, ThePlannedTimeCountsAsAFewServices) {
    ServiceTimes times = planned(600);
    EXPECT_EQ(times.meanSeconds, 600);
    EXPECT_DOUBLE_EQ(times.variation(), 0.6);
    EXPECT_DOUBLE_EQ(times.meanError(), 0.3);
    times = observe(times, 100);
    EXPECT_DOUBLE_EQ(times.meanSeconds, 500);
    for (int i = 0; i < 60; ++i)
        times = observe(times, 300);
    EXPECT_NEAR(times.meanSeconds, 300, 20);
    EXPECT_EQ(planned(0), ServiceTimes{});
    EXPECT_EQ(planned(std::nan("")), ServiceTimes{});
}

TEST(ServiceTimes, TheirMeanIsNeverKnownBetterThanItsWeightAllows) {
    ServiceTimes times;
    EXPECT_DOUBLE_EQ(times.meanError(), 0.6) << "nothing seen";
    for (int i = 0; i < 16; ++i)
        times = observe(times, i % 2 == 0 ? 200 : 400);
    EXPECT_NEAR(times.meanError(), times.variation() / 4, 1e-12) << "a plain mean so far";
    for (int i = 0; i < 1000; ++i)
        times = observe(times, i % 2 == 0 ? 200 : 400);
    EXPECT_NEAR(times.meanError(), times.variation() * std::sqrt(0.03 / 1.97), 1e-12);
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
} // namespace atrium::rules::queueing::tests
