// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/statistics/spread.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace atrium::rules::statistics::tests {
namespace {

TEST(Spread, ABoundBelongsBelowIt) {
    EXPECT_EQ(bucketOf(0), 0U);
    EXPECT_EQ(bucketOf(15), 0U);
    EXPECT_EQ(bucketOf(16), 1U);
    EXPECT_EQ(bucketOf(10800), kBuckets - 2);
    EXPECT_EQ(bucketOf(10801), kBuckets - 1);
}

TEST(Spread, NothingHasNoQuantile) {
    EXPECT_FALSE(quantile(Spread{}, 0.5));
}

TEST(Spread, OneValueLiesInItsBucket) {
    Spread spread{};
    spread.at(bucketOf(600)) = 1;
    const auto half = quantile(spread, 0.5);
    ASSERT_TRUE(half);
    EXPECT_GT(*half, 510);
    EXPECT_LE(*half, 600);
}

TEST(Spread, QuantilesOfManyWaitsAreRightToFivePercent) {
    std::mt19937_64 random(7);
    for (const double mean : {240.0, 600.0, 1500.0}) {
        std::lognormal_distribution<double> wait(std::log(mean), 0.7);
        std::vector<double> all(20'000);
        Spread spread{};
        for (double& one : all) {
            one = std::floor(wait(random));
            ++spread.at(bucketOf(static_cast<std::int64_t>(one)));
        }
        std::sort(all.begin(), all.end());
        for (const double share : {0.5, 0.9}) {
            const double truth = all[static_cast<std::size_t>(share * static_cast<double>(all.size()))];
            EXPECT_NEAR(quantile(spread, share).value_or(0), truth, 0.05 * truth) << mean << " " << share;
        }
    }
}

TEST(Spread, AQuantileIsInTheBucketOfTheTrueValue) {
    EXPECT_TRUE(rc::check([] {
        auto all = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 20'000)));
        Spread spread{};
        for (const int one : all)
            ++spread.at(bucketOf(one));
        std::sort(all.begin(), all.end());
        const double share = *rc::gen::element(0.1, 0.5, 0.9, 1.0);
        const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(all.size()) - 1e-9));
        const auto truth = bucketOf(all[std::max<std::size_t>(1, rank) - 1]);
        const double told = quantile(spread, share).value();
        RC_ASSERT(bucketOf(static_cast<std::int64_t>(std::ceil(told))) == truth);
    }));
}

} // namespace
} // namespace atrium::rules::statistics::tests
