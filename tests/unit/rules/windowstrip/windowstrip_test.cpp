// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/windowstrip/windowstrip.h"

#include <gtest/gtest.h>

using namespace atrium::rules::windowstrip;
using atrium::model::WindowState;

namespace {

using Lines = std::vector<std::string>;

Facts window(WindowState state, const std::string& number = {}) {
    return {"住建局", "12", {"不动产登记", "房产交易"}, state, number};
}

} // namespace

TEST(WindowStrip, ShowsDepartmentWindowAndQueues) {
    EXPECT_EQ(signFor(window(WindowState::idle), 2).lines, (Lines{"住建局12号窗口", "不动产登记、房产交易"}));
    EXPECT_EQ(signFor(window(WindowState::idle), 1).lines, (Lines{"住建局12号窗口"}));
}

TEST(WindowStrip, ShowsWhoIsCalledFirst) {
    EXPECT_EQ(signFor(window(WindowState::calling, "A0127"), 1).lines, (Lines{"请A0127号"}));
    EXPECT_EQ(signFor(window(WindowState::calling, "A0127"), 2).lines,
              (Lines{"住建局12号窗口", "请A0127号"}));
    EXPECT_EQ(signFor(window(WindowState::serving, "A0127"), 3).lines,
              (Lines{"住建局12号窗口", "A0127号办理中", "不动产登记、房产交易"}));
}

TEST(WindowStrip, SaysThatNobodyServes) {
    EXPECT_EQ(signFor(window(WindowState::paused), 2).lines, (Lines{"住建局12号窗口", "暂停服务"}));
    EXPECT_EQ(signFor(window(WindowState::closed), 1).lines, (Lines{"未开放"}));
}

TEST(WindowStrip, ThreeDigitsAreTheEndOfTheNumber) {
    EXPECT_EQ(signFor(window(WindowState::calling, "A0127"), 1).digits, 127);
    EXPECT_EQ(signFor(window(WindowState::calling, "A-K3007"), 1).digits, 7);
    EXPECT_EQ(signFor(window(WindowState::idle), 1).digits, std::nullopt);
}

TEST(WindowStrip, LeavesOutWhatIsNotThere) {
    EXPECT_EQ(signFor({"", "", {}, WindowState::idle, ""}, 2).lines, Lines{});
    EXPECT_EQ(signFor({"", "3", {}, WindowState::idle, ""}, 2).lines, Lines{"3号窗口"});
    EXPECT_EQ(signFor(window(WindowState::idle), 0).lines.size(), 1U);
}
