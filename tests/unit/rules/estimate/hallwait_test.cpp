// SPDX-License-Identifier: GPL-3.0-or-later
// What the hall's records say of a wait, beyond heads and windows.
#include "shared/rules/estimate/hallwait.h"

#include <gtest/gtest.h>

namespace atrium::estimate {
namespace {

model::QueueDay learned(double mean, int variance, int called = 0, int noShows = 0) {
    model::QueueDay day;
    day.serviceSeconds = mean;
    day.serviceVariance = variance;
    day.serviceCount = 60;
    day.called = called;
    day.noShows = noShows;
    return day;
}

const std::vector<OpenWindow> kTwo{{model::WindowId("w1"), false, 60}, {model::WindowId("w2"), false, 60}};

Expected waitBehind(int people, const Pace& pace, const std::vector<OpenWindow>& windows = kTwo,
                    double waitedSeconds = 0) {
    WorkAhead work(windows, nullptr);
    EXPECT_TRUE(work.add({people, pace, windows}));
    work.headWaited(waitedSeconds);
    return work.expected(pace).value();
}

TEST(Pace, ThePlannedTimeHoldsUntilTheDayHasItsOwn) {
    model::Queue queue;
    queue.serviceSeconds = 600;
    EXPECT_EQ(paceOf(nullptr, &queue).services.meanSeconds, 600);
    const model::QueueDay fresh;
    EXPECT_EQ(paceOf(&fresh, &queue).services.meanSeconds, 600);
    const auto day = learned(300, 90'000);
    EXPECT_EQ(paceOf(&day, &queue).services.meanSeconds, 300);
    EXPECT_DOUBLE_EQ(paceOf(&day, &queue).services.variation(), 1);
    EXPECT_EQ(paceOf(nullptr, nullptr).services.meanSeconds, 0);
}

TEST(Pace, AFewNoShowsOfAFewCallsSayLittle) {
    const auto day = learned(300, 0, 5, 5);
    EXPECT_DOUBLE_EQ(paceOf(&day, nullptr).noShowShare, 0.2);
    const auto broken = learned(300, 0, 3, 9); // more than were called: of a record that is not ours
    EXPECT_LE(paceOf(&broken, nullptr).noShowShare, 1);
}

TEST(HallWait, WhoDoesNotComeTakesLittleTime) {
    const auto all = learned(600, 0, 180, 0);
    const auto some = learned(600, 0, 180, 50); // a quarter, by the share
    EXPECT_DOUBLE_EQ(waitBehind(8, paceOf(&all, nullptr)).medianMinutes, (8 + 0.5) * 10 / 2);
    EXPECT_DOUBLE_EQ(waitBehind(8, paceOf(&some, nullptr)).medianMinutes,
                     (8 * (0.75 * 10 + 0.25 * 1) + 0.5 * 10) / 2);
}

TEST(HallWait, ServicesThatDifferMakeTheIntervalWider) {
    const auto alike = learned(600, 100 * 100);
    const auto unlike = learned(600, 900 * 900);
    const auto narrow = waitBehind(8, paceOf(&alike, nullptr));
    const auto wide = waitBehind(8, paceOf(&unlike, nullptr));
    EXPECT_EQ(narrow.medianMinutes, wide.medianMinutes);
    EXPECT_LT(*narrow.ninetiethMinutes + 10, *wide.ninetiethMinutes);
}

TEST(HallWait, PeopleOfSeveralQueuesTakeWhatTheirQueuesTake) {
    const auto quick = learned(300, 0);
    const auto slow = learned(900, 0);
    WorkAhead work(kTwo, nullptr);
    work.add({2, paceOf(&quick, nullptr), kTwo});
    work.add({2, paceOf(&slow, nullptr), kTwo});
    const auto found = work.expected(paceOf(&quick, nullptr)).value();
    EXPECT_DOUBLE_EQ(found.medianMinutes, (2 * 5 + 2 * 15 + 0.5 * 10) / 2);
    EXPECT_GT(*found.ninetiethMinutes, found.medianMinutes + 1) << "who is which is not known";
}

TEST(HallWait, ALineThatStandsStillIsNoShortWait) {
    const auto day = learned(60, 0); // a minute each, so far
    const auto pace = paceOf(&day, nullptr);
    std::vector<OpenWindow> stuck = kTwo;
    for (auto& window : stuck)
        window.busySeconds = 3600;
    const auto moving = waitBehind(4, pace, kTwo, 3600);
    EXPECT_LT(moving.medianMinutes, 5) << "the head came early, but both windows took somebody a minute ago";
    EXPECT_DOUBLE_EQ(waitBehind(4, pace, stuck, 3600).medianMinutes, 15);
    EXPECT_EQ(waitBehind(4, pace, stuck).medianMinutes, moving.medianMinutes) << "nothing known of the head";
    EXPECT_LT(waitBehind(4, pace, stuck, 60).medianMinutes, 5) << "the head has just come";
}

TEST(HallWait, OneWindowsOwnPeopleSayNothingOfTheOthers) {
    const auto day = learned(60, 0);
    const auto pace = paceOf(&day, nullptr);
    std::vector<OpenWindow> stuck = kTwo;
    for (auto& window : stuck)
        window.busySeconds = 3600;
    WorkAhead work(stuck, nullptr);
    EXPECT_FALSE(work.add({4, pace, stuck, &stuck[0].id}));
    EXPECT_LT(work.expected(pace)->medianMinutes, 5);
    WorkAhead bound(stuck, &stuck[0].id);
    EXPECT_TRUE(bound.add({4, pace, stuck, &stuck[0].id}));
    bound.headWaited(3600);
    EXPECT_DOUBLE_EQ(bound.expected(pace)->medianMinutes, 15);
}

TEST(HallWait, AWindowIsBusySinceItCalled) {
    model::WindowStatus status;
    status.windowId = model::WindowId("w1");
    status.since = model::fromMillis(0);
    status.state = model::WindowState::serving;
    EXPECT_EQ(openWindow(status, model::fromMillis(90'000)).busySeconds, 90);
    status.state = model::WindowState::idle;
    EXPECT_EQ(openWindow(status, model::fromMillis(90'000)).busySeconds, 0);
    EXPECT_TRUE(openWindow(status, model::fromMillis(90'000)).isIdle);
}

} // namespace
} // namespace atrium::estimate
