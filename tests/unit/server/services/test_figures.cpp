// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/figures/figures.h"

#include <gtest/gtest.h>

namespace atrium::services::testing {

namespace {

using std::chrono::minutes;

const model::Instant kMidnight = model::fromMillis(1'795'276'800'000); // 2026-11-22 in Shanghai

model::Ticket issuedAt(model::Instant at) {
    model::Ticket out;
    out.state = model::TicketState::waiting;
    out.issuedAt = at;
    out.arrivedAt = at;
    return out;
}

} // namespace

TEST(Curve, tellsTheRunningTenMinutesToo) {
    auto called = issuedAt(kMidnight + minutes(21));
    called.state = model::TicketState::called;
    called.calledAt = kMidnight + minutes(23);
    const auto line = curve({issuedAt(kMidnight + minutes(5)), issuedAt(kMidnight + minutes(22)), called},
                            kMidnight, kMidnight + minutes(24));
    ASSERT_EQ(line.size(), 3U);
    EXPECT_FALSE(line[0].running);
    EXPECT_FALSE(line[1].running);
    EXPECT_EQ(line[1].waiting, 1);
    EXPECT_TRUE(line[2].running);
    EXPECT_EQ(line[2].at, kMidnight + minutes(24));
    EXPECT_EQ(line[2].waiting, 2);
    EXPECT_EQ(line[2].issued, 2);
    EXPECT_EQ(line[2].called, 1);
}

TEST(Curve, beginsWithTheFirstMinute) {
    const auto line = curve({issuedAt(kMidnight + minutes(1))}, kMidnight, kMidnight + minutes(2));
    ASSERT_EQ(line.size(), 1U);
    EXPECT_TRUE(line[0].running);
    EXPECT_EQ(line[0].waiting, 1);
}

TEST(Curve, ofAWholeDayHasNothingRunning) {
    const auto line = curve({}, kMidnight, kMidnight + minutes(24 * 60));
    ASSERT_EQ(line.size(), 144U);
    EXPECT_FALSE(line.back().running);
    EXPECT_TRUE(curve({}, kMidnight, kMidnight).empty());
}

} // namespace atrium::services::testing
