// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/outboxmachine.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>
#include <string>
#include <vector>

namespace atrium::sync {
namespace {

using model::Milliseconds;
using Outcome = OutboxMachine::Outcome;

TEST(OutboxMachine, KnowsWhatAStatusMeans) {
    for (const int status : {200, 201, 204})
        EXPECT_EQ(verdictOf(status), Verdict::accepted) << status;
    for (const int status : {0, 302, 408, 425, 429, 500, 502, 503, 504})
        EXPECT_EQ(verdictOf(status), Verdict::retry) << status;
    for (const int status : {400, 403, 404, 409, 410, 413, 422, 501, 505})
        EXPECT_EQ(verdictOf(status), Verdict::refused) << status;
    EXPECT_EQ(verdictOf(401), Verdict::hold);
}

TEST(OutboxMachine, SendsInOrderOneAtATime) {
    OutboxMachine box;
    box.add("a");
    box.add("b");
    EXPECT_EQ(box.next(Milliseconds{0}), "a");
    EXPECT_EQ(box.next(Milliseconds{0}), std::nullopt);
    EXPECT_EQ(box.answered(201, {}, Milliseconds{1}, 0.5), Outcome::done);
    EXPECT_EQ(box.next(Milliseconds{1}), "b");
    EXPECT_EQ(box.answered(409, {}, Milliseconds{2}, 0.5), Outcome::refused);
    EXPECT_EQ(box.size(), 0U);
    EXPECT_EQ(box.dueAt(), std::nullopt);
}

TEST(OutboxMachine, RepeatsTheSameCommandAfterAPause) {
    OutboxMachine box;
    box.add("a");
    box.add("b");
    EXPECT_EQ(box.next(Milliseconds{0}), "a");
    EXPECT_EQ(box.answered(0, {}, Milliseconds{1000}, 1.0), Outcome::again);
    EXPECT_EQ(box.next(Milliseconds{1499}), std::nullopt);
    EXPECT_EQ(box.dueAt(), Milliseconds{1500});
    EXPECT_EQ(box.next(Milliseconds{1500}), "a");
}

TEST(OutboxMachine, WaitsAsLongAsTheServerWishes) {
    OutboxMachine box;
    box.add("a");
    ASSERT_TRUE(box.next(Milliseconds{0}).has_value());
    box.answered(429, Milliseconds{30'000}, Milliseconds{0}, 0.0);
    EXPECT_EQ(box.dueAt(), Milliseconds{30'000});
    box.wake();
    EXPECT_EQ(box.next(Milliseconds{1}), "a");
}

TEST(OutboxMachine, WhatIsHeldHoldsUpNothingElseAndGoesFirstAfterwards) {
    OutboxMachine box;
    for (const char* key : {"a", "b", "c", "d"})
        box.add(key);
    ASSERT_EQ(box.next(Milliseconds{0}), "a");
    EXPECT_EQ(box.answered(401, {}, Milliseconds{0}, 0.0), Outcome::held);
    ASSERT_EQ(box.next(Milliseconds{0}), "b");
    EXPECT_EQ(box.answered(204, {}, Milliseconds{0}, 0.0), Outcome::done);
    ASSERT_EQ(box.next(Milliseconds{0}), "c");
    EXPECT_EQ(box.answered(401, {}, Milliseconds{0}, 0.0), Outcome::held);
    EXPECT_TRUE(box.contains("a"));
    EXPECT_EQ(box.size(), 3U);
    ASSERT_EQ(box.next(Milliseconds{0}), "d");
    box.wake(); // while one is under way
    EXPECT_EQ(box.answered(204, {}, Milliseconds{0}, 0.0), Outcome::done);
    for (const char* key : {"a", "c"}) {
        ASSERT_EQ(box.next(Milliseconds{0}), key);
        EXPECT_EQ(box.answered(204, {}, Milliseconds{0}, 0.0), Outcome::done);
    }
    EXPECT_EQ(box.size(), 0U);
}

TEST(OutboxMachine, IsWokenWithoutLosingWhatWaitsBehindTheOneUnderWay) {
    OutboxMachine box;
    for (const char* key : {"a", "b", "c", "d"})
        box.add(key);
    for (const char* key : {"a", "b", "c", "d"}) {
        EXPECT_EQ(box.next(Milliseconds{0}), key);
        box.wake(); // the connection came back meanwhile, and nothing is held
        box.answered(200, std::nullopt, Milliseconds{0}, 0);
    }
    EXPECT_EQ(box.size(), 0U);
}

TEST(OutboxMachine, HoldsUntilSomebodyIsKnownAgain) {
    OutboxMachine box;
    box.add("a");
    ASSERT_TRUE(box.next(Milliseconds{0}).has_value());
    EXPECT_EQ(box.answered(401, {}, Milliseconds{0}, 0.0), Outcome::held);
    EXPECT_EQ(box.next(Milliseconds{1'000'000}), std::nullopt);
    box.wake();
    EXPECT_EQ(box.next(Milliseconds{1}), "a");
}

TEST(OutboxMachine, ACommandThatBreaksTheServerDoesNotStopTheOthers) {
    OutboxMachine box;
    box.add("bad");
    box.add("good");
    Milliseconds now{0};
    for (int i = 1; i <= OutboxMachine::kMostServerErrors; ++i) {
        now += Milliseconds{60'000};
        ASSERT_EQ(box.next(now), "bad");
        EXPECT_EQ(box.answered(500, {}, now, 1.0),
                  i == OutboxMachine::kMostServerErrors ? Outcome::refused : Outcome::again);
    }
    EXPECT_EQ(box.next(now), "good");
}

TEST(OutboxMachine, WithdrawsOnlyWhatIsNotUnderWay) {
    OutboxMachine box;
    box.add("a");
    box.add("b");
    ASSERT_EQ(box.next(Milliseconds{0}), "a");
    EXPECT_FALSE(box.withdraw("a"));
    EXPECT_TRUE(box.withdraw("b"));
    EXPECT_FALSE(box.withdraw("b"));
    EXPECT_TRUE(box.contains("a"));
    (void)box.answered(401, std::nullopt, Milliseconds{0}, 0);
    ASSERT_TRUE(box.held());
    EXPECT_TRUE(box.withdraw("a"));
    EXPECT_EQ(box.size(), 0U);
}

TEST(OutboxMachine, WhateverTheAnswersOrderIsKeptAndNothingIsLost) {
    EXPECT_TRUE(rc::check("order kept, nothing lost", [] {
        OutboxMachine box;
        std::vector<std::string> added;
        std::vector<std::string> ended;
        Milliseconds now{0};
        const auto script =
            *rc::gen::container<std::vector<int>>(rc::gen::element(-1, 0, 200, 204, 401, 409, 429, 500, 503));
        for (const int status : script) {
            now += Milliseconds{*rc::gen::inRange(0, 5000)};
            if (status < 0) {
                added.push_back(std::to_string(added.size()));
                box.add(added.back());
                continue;
            }
            if (box.held())
                box.wake();
            const auto key = box.next(now);
            if (!key)
                continue;
            RC_ASSERT(*key == added.at(ended.size()));
            RC_ASSERT(!box.next(now + Milliseconds{1'000'000}));
            const Outcome outcome = box.answered(status, {}, now, 0.5);
            if (outcome == Outcome::done || outcome == Outcome::refused)
                ended.push_back(*key);
            RC_ASSERT(box.size() == added.size() - ended.size());
        }
        // However it went, a willing server gets the rest, in order.
        for (box.wake(); box.size() > 0; ended.push_back(added.at(ended.size()))) {
            now += Milliseconds{1'000'000};
            RC_ASSERT(box.next(now) == added.at(ended.size()));
            RC_ASSERT(box.answered(200, {}, now, 0.5) == Outcome::done);
        }
        RC_ASSERT(ended == added);
    }));
}

} // namespace
} // namespace atrium::sync
