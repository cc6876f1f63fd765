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
    QueueLoad any = load(*rc::gen::inRange(0, 400), *rc::gen::inRange(1, 40) / 2.0,
                         *rc::gen::inRange(5, 3600), *rc::gen::inRange(0, 30) / 10.0);
    any.idleWindow = *rc::gen::arbitrary<bool>();
    any.meanError = *rc::gen::inRange(0, 10) / 10.0;
    any.noShows = {*rc::gen::inRange(0, 11) / 10.0, static_cast<double>(*rc::gen::inRange(0, 300))};
    if (*rc::gen::arbitrary<bool>())
        any.headWaitedSeconds = *rc::gen::inRange(0, 20'000);
    return any;
}

/// Of up to six steps through the day, some of them without anybody.
StaffingPlan anyPlan() {
    StaffingPlan plan;
    int from = *rc::gen::inRange(0, 600);
    for (int steps = *rc::gen::inRange(0, 7); steps > 0; --steps) {
        plan.push_back({model::MinuteOfDay{from}, static_cast<double>(*rc::gen::inRange(0, 12))});
        from += *rc::gen::inRange(1, 200);
    }
    return plan;
}

/// With no end for what is not told.
struct Ends {
    double median = std::numeric_limits<double>::infinity();
    double ninetieth = std::numeric_limits<double>::infinity();
    int low = std::numeric_limits<int>::max();
    int high = std::numeric_limits<int>::max();
};

Ends endsOf(const QueueLoad& queue, const StaffingPlan& plan, model::MinuteOfDay now) {
    Ends ends;
    if (const auto found = expected(queue, plan, now)) {
        ends.median = found->medianMinutes;
        ends.ninetieth = found->ninetiethMinutes.value_or(ends.ninetieth);
    }
    if (const auto found = wait(queue, plan, now)) {
        ends.low = found->lowMinutes;
        ends.high = found->highMinutes.value_or(ends.high);
    }
    return ends;
}

/// But for rounding.
bool isNoLess(double longer, double shorter) {
    return longer >= shorter || longer >= shorter * (1 - 1e-9);
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
    EXPECT_EQ(wait(free), (Interval{0, 15})) << "the window serves somebody";
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

TEST(Estimate, CountsLittleForThoseWhoDoNotCome) {
    QueueLoad queue = load(10, 2, 300);
    queue.noShows = {.share = 0.5, .heldSeconds = 60};
    // Five services of 5 min, five calls of 1 min, half a service that ends first; two windows.
    EXPECT_DOUBLE_EQ(expected(queue)->medianMinutes, (25 + 5 + 2.5) / 2);
    queue.noShows.share = 1;
    EXPECT_DOUBLE_EQ(expected(queue)->medianMinutes, (10 + 2.5) / 2);
    queue.noShows.share = 1.1;
    EXPECT_EQ(wait(queue), std::nullopt);
    queue.noShows.share = std::nan("");
    EXPECT_EQ(wait(queue), std::nullopt);
}

TEST(Estimate, GrowsWiderWithTheServicesVariationAndWhereTheirMeanIsNotWellKnown) {
    const auto deviation = [](const QueueLoad& queue) {
        const auto found = expected(queue);
        return (*found->ninetiethMinutes - found->medianMinutes) / 1.2816;
    };
    QueueLoad queue = load(20, 2, 300, 1.5);
    const double services = std::sqrt(20.5) * 1.5 * 2.5; // 150 s of each of two windows
    EXPECT_NEAR(deviation(queue), services, 1e-6);
    queue.meanError = 0.3;
    EXPECT_NEAR(deviation(queue), std::hypot(services, 0.3 * 51.25), 1e-6);
    queue.variation = 3;
    EXPECT_NEAR(deviation(queue), std::hypot(2 * services, 0.3 * 51.25), 1e-6);
}

TEST(Estimate, OfManyWindowsEvenServicesEndAtOddMoments) {
    const auto alike = expected(load(20, 8, 300, 0));
    EXPECT_NEAR(*alike->ninetiethMinutes - alike->medianMinutes, 1.2816 * std::sqrt(8) * 8 / 9 * 5 / 8, 1e-6);
    const auto few = expected(load(3, 8, 300, 0));
    EXPECT_NEAR(*few->ninetiethMinutes - few->medianMinutes, 1.2816 * std::sqrt(3.5) * 8 / 9 * 5 / 8, 1e-6);
}

TEST(Estimate, IsNoShortWaitWhereTheLineStandsStill) {
    QueueLoad queue = load(3, 2, 120);
    const auto unbound = expected(queue);
    queue.headWaitedSeconds = 600;
    EXPECT_EQ(expected(queue), unbound) << "a line that moves";
    queue.headWaitedSeconds = 3600;
    EXPECT_DOUBLE_EQ(expected(queue)->medianMinutes, 15);
    queue.openWindows = 4;
    EXPECT_DOUBLE_EQ(expected(queue)->medianMinutes, 3.5 * 2 / 4) << "less than a round is ahead";
    queue.headWaitedSeconds = -1;
    EXPECT_EQ(expected(queue), std::nullopt);
}

TEST(Estimate, IsMonotoneInPeopleAndWindows) {
    EXPECT_TRUE(rc::check("more people never wait less, more windows never more", [] {
        const QueueLoad before = anyLoad();
        const StaffingPlan plan = anyPlan();
        const model::MinuteOfDay now{*rc::gen::inRange(0, 1440)};
        QueueLoad more = before;
        more.peopleAhead += *rc::gen::inRange(1, 20);
        QueueLoad wider = before;
        wider.openWindows += *rc::gen::element(0.5, 1.0, 3.0);
        const Ends here = endsOf(before, plan, now);
        const Ends behind = endsOf(more, plan, now);
        const Ends beside = endsOf(wider, plan, now);
        RC_ASSERT(isNoLess(behind.median, here.median) && isNoLess(behind.ninetieth, here.ninetieth));
        RC_ASSERT(behind.low >= here.low && behind.high >= here.high);
        RC_ASSERT(isNoLess(here.median, beside.median) && isNoLess(here.ninetieth, beside.ninetieth));
        RC_ASSERT(beside.low <= here.low && beside.high <= here.high);
    }));
}

TEST(Estimate, IsThereWithoutAPlanWheneverSomebodyServes) {
    EXPECT_TRUE(rc::check("an interval for whatever is known", [] { RC_ASSERT(wait(anyLoad())); }));
}

TEST(Estimate, IntervalsAreWholeStepsAndNeverEmpty) {
    EXPECT_TRUE(rc::check("multiples of five, low below high", [] {
        const auto found = wait(anyLoad(), anyPlan(), {*rc::gen::inRange(0, 1440)});
        if (!found || *found == Interval{0, 0})
            return;
        RC_ASSERT(found->lowMinutes % 5 == 0 && found->lowMinutes >= 0 &&
                  found->lowMinutes <= kLongestMinutes);
        if (found->highMinutes)
            RC_ASSERT(*found->highMinutes % 5 == 0 && found->lowMinutes < *found->highMinutes &&
                      *found->highMinutes <= kLongestMinutes);
    }));
}

} // namespace
} // namespace atrium::estimate
