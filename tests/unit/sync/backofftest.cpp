// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/backoff.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace atrium::sync {
namespace {

using model::Milliseconds;

TEST(Backoff, DoublesItsBoundUpToTheLongest) {
    const BackoffLimits limits{
        .shortest = Milliseconds{1}, .base = Milliseconds{500}, .longest = Milliseconds{10'000}};
    EXPECT_EQ(backoff(1, 1.0, limits), Milliseconds{500});
    EXPECT_EQ(backoff(2, 1.0, limits), Milliseconds{1000});
    EXPECT_EQ(backoff(5, 1.0, limits), Milliseconds{8000});
    EXPECT_EQ(backoff(6, 1.0, limits), Milliseconds{10'000});
    EXPECT_EQ(backoff(1'000'000, 1.0, limits), Milliseconds{10'000});
    EXPECT_EQ(backoff(3, 0.5, limits), Milliseconds{1000});
}

TEST(Backoff, StaysWithinItsLimitsAndIsSpreadOut) {
    EXPECT_TRUE(rc::check("within limits", [] {
        const int failures = *rc::gen::inRange(-5, 2000);
        const double random = *rc::gen::inRange(0, 1000) / 1000.0;
        const BackoffLimits limits;
        const Milliseconds wait = backoff(failures, random, limits);
        RC_ASSERT(wait >= limits.shortest);
        RC_ASSERT(wait <= limits.longest);
    }));
    // Two screens that lost the server together do not come back together.
    EXPECT_NE(backoff(6, 0.2), backoff(6, 0.8));
}

} // namespace
} // namespace atrium::sync
