// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/serverclock.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <vector>

namespace atrium::sync {
namespace {

using model::Instant;
using model::Milliseconds;

TEST(ServerClock, KnowsNothingBeforeTheFirstSample) {
    EXPECT_EQ(ServerClock().now(Milliseconds{5}), std::nullopt);
}

TEST(ServerClock, RunsOnFromASample) {
    ServerClock clock;
    clock.sample(model::fromMillis(1'000'000), Milliseconds{50});
    EXPECT_EQ(clock.now(Milliseconds{150}), model::fromMillis(1'000'100));
}

TEST(ServerClock, IsWrongByTheShortestDelayAmongItsSamplesAtMost) {
    EXPECT_TRUE(rc::check("error is the shortest delay", [] {
        const auto delays =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 2000)));
        const std::int64_t offset = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000'000);
        ServerClock clock;
        std::int64_t monotonic = 0;
        for (const int delay : delays) {
            monotonic += 10'000;
            clock.sample(model::fromMillis(monotonic + offset), Milliseconds{monotonic + delay});
        }
        const std::size_t used = std::min<std::size_t>(delays.size(), 8);
        const int shortest =
            *std::min_element(delays.end() - static_cast<std::ptrdiff_t>(used), delays.end());
        RC_ASSERT(clock.now(Milliseconds{monotonic}) == model::fromMillis(monotonic + offset - shortest));
    }));
}

TEST(ServerClock, FollowsAServerWhoseClockWasSetBack) {
    ServerClock clock;
    for (int i = 0; i < 8; ++i)
        clock.sample(model::fromMillis(9'000'000), Milliseconds{0});
    for (int i = 0; i < 8; ++i)
        clock.sample(model::fromMillis(1'000'000), Milliseconds{0});
    EXPECT_EQ(clock.now(Milliseconds{0}), model::fromMillis(1'000'000));
}

} // namespace
} // namespace atrium::sync
