// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/codec/heldreports.h"

#include <gtest/gtest.h>

namespace atrium::gateways {
namespace {

TEST(HeldReports, WaitForTheRequestsThatWereUnderWay) {
    HeldReports held;
    held.add({"old", true, ""});
    EXPECT_EQ(held.take().size(), 1U) << "nothing is under way";
    const auto first = held.begin();
    const auto second = held.begin();
    held.add({"early", true, ""});
    const auto third = held.begin();
    EXPECT_TRUE(held.take().empty());
    held.end(second);
    EXPECT_TRUE(held.take().empty());
    held.end(first);
    EXPECT_EQ(held.take().size(), 1U) << "the third began later and may go on";
    held.end(third);
    EXPECT_TRUE(held.take().empty());
}

TEST(HeldReports, KeepTheirOrderAndAreBounded) {
    HeldReports held;
    const auto ticket = held.begin();
    for (std::size_t i = 0; i < HeldReports::kMost + 2; ++i)
        held.add({std::to_string(i), true, ""});
    const auto over = held.take();
    ASSERT_EQ(over.size(), 2U);
    EXPECT_EQ(over[0].ref, "0");
    EXPECT_EQ(over[1].ref, "1");
    held.end(ticket);
    const auto rest = held.take();
    ASSERT_EQ(rest.size(), HeldReports::kMost);
    EXPECT_EQ(rest.front().ref, "2");
}

} // namespace
} // namespace atrium::gateways
