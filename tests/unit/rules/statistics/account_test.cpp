// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/statistics/ledger.h"

namespace atrium::rules::statistics::tests {
namespace {

using queueing::tests::Hall;
using queueing::tests::win;
using namespace queueing;
using namespace std::chrono_literals;

Counters atHour(const Sheet& sheet, int hour) {
    Counters out;
    for (const auto& [key, n] : sheet.rows)
        if (key.hour == hour)
            out += n;
    return out;
}

TEST(Account, AServiceFromIssueToEnd) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    hall.pass(10min);
    hall.callNext("w1");
    hall.pass(20s);
    hall.serve("w1");
    const auto sheet = sheetOf(hall);
    const auto all = totals(sheet);
    EXPECT_EQ(all.issued, 1);
    EXPECT_EQ(all.called, 1);
    EXPECT_EQ(all.waited, 1);
    EXPECT_EQ(all.waitSeconds, 600);
    EXPECT_EQ(all.waitedInTime, 1);
    EXPECT_EQ(all.services, 1);
    EXPECT_EQ(all.handlingSeconds, 300);
    EXPECT_EQ(all.finished, 1);
    EXPECT_EQ(secondsIn(sheet, WindowUse::idle), 600);
    EXPECT_EQ(secondsIn(sheet, WindowUse::idleAwaited), 600);
    EXPECT_EQ(secondsIn(sheet, WindowUse::calling), 20);
    EXPECT_EQ(secondsIn(sheet, WindowUse::serving), 300);
    for (const auto& [key, n] : sheet.rows) {
        EXPECT_EQ(key.queueId.value, "tax");
        EXPECT_EQ(key.windowId.value, n.issued > 0 ? "" : "w1");
        EXPECT_EQ(key.staffId.value, n.issued > 0 ? "" : "staff-w1");
    }
}

TEST(Account, EverythingCountsInTheHourOfItsOwn) {
    Hall hall;
    hall.open("w1");
    hall.pass(50min);
    hall.arrive("a1"); // 9:50
    hall.pass(20min);
    hall.callNext("w1"); // 10:10
    hall.make(StartService{win("w1")});
    hall.pass(60min);
    hall.make(FinishService{win("w1")}); // 11:10
    const auto sheet = sheetOf(hall);
    EXPECT_EQ(atHour(sheet, 9).issued, 1);
    EXPECT_EQ(atHour(sheet, 10).waited, 1);
    EXPECT_EQ(atHour(sheet, 10).waitedInTime, 0);
    EXPECT_EQ(atHour(sheet, 11).finished, 1);
    std::map<int, std::int64_t> serving;
    for (const auto& [key, seconds] : sheet.windows)
        if (key.use == WindowUse::serving)
            serving[key.hour] += seconds;
    EXPECT_EQ(serving, (std::map<int, std::int64_t>{{10, 3000}, {11, 600}}));
}

TEST(Account, AVoidedNumberCountsNotAndARevivedOneAgain) {
    Hall hall;
    const auto id = hall.reserve("a1");
    EXPECT_EQ(totals(sheetOf(hall)).issued, 1);
    hall.make(ReportPrint{id, model::PrintOutcome::failed, "paper"});
    EXPECT_TRUE(sheetOf(hall).empty());
    hall.make(ReportPrint{id, model::PrintOutcome::onScreen, {}});
    EXPECT_EQ(totals(sheetOf(hall)).issued, 1);
}

TEST(Account, AFinishThatIsUndoneLeavesNothing) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    hall.callNext("w1");
    hall.make(StartService{win("w1")});
    const auto before = sheetOf(hall);
    hall.pass(5min);
    hall.make(FinishService{win("w1")});
    hall.pass(100s);
    hall.make(UndoLast{win("w1")});
    EXPECT_EQ(sheetOf(hall), before);
    hall.pass(200s);
    hall.make(FinishService{win("w1")});
    const auto all = totals(sheetOf(hall));
    EXPECT_EQ(all.finished, 1);
    EXPECT_EQ(all.services, 1);
    EXPECT_EQ(all.handlingSeconds, 600);
    EXPECT_EQ(secondsIn(sheetOf(hall), WindowUse::serving), 600);
}

TEST(Account, ANoShowThatIsUndoneLeavesNothing) {
    Hall hall;
    hall.queue("tax").passedRule = model::PassedRule::keepsPlace;
    hall.open("w1");
    hall.arrive("a1");
    hall.callNext("w1");
    const auto before = sheetOf(hall);
    hall.pass(30s);
    hall.make(MarkNoShow{win("w1")});
    EXPECT_EQ(totals(sheetOf(hall)).noShows, 1);
    EXPECT_EQ(totals(sheetOf(hall)).passed, 1);
    hall.pass(30s);
    hall.make(UndoLast{win("w1")});
    EXPECT_EQ(sheetOf(hall), before);
}

TEST(Account, WhoIsCalledAgainHasWaitedOnce) {
    Hall hall;
    hall.open("w1");
    hall.open("w2");
    hall.arrive("a1");
    hall.pass(60s);
    hall.callNext("w1");
    hall.make(Recall{win("w1"), hall.nextCallId()});
    hall.make(StartService{win("w1")});
    hall.pass(60s);
    TransferTicket transfer;
    transfer.windowId = win("w1");
    transfer.itemId = model::ServiceItemId{"a2"};
    hall.make(transfer);
    hall.pass(600s);
    hall.callNext("w2");
    const auto all = totals(sheetOf(hall));
    EXPECT_EQ(all.called, 2);
    EXPECT_EQ(all.recalls, 1);
    EXPECT_EQ(all.waited, 1);
    EXPECT_EQ(all.waitSeconds, 60);
    EXPECT_EQ(all.transferred, 1);
    EXPECT_EQ(all.services, 1);
    EXPECT_EQ(all.issued, 1);
}

TEST(Account, APauseCountsUnderItsReason) {
    Hall hall;
    hall.open("w1");
    hall.pass(60s);
    hall.make(PauseWindow{win("w1"), "午餐"});
    hall.pass(30min);
    hall.make(ResumeWindow{win("w1")});
    const auto sheet = sheetOf(hall);
    EXPECT_EQ(secondsIn(sheet, WindowUse::idle), 60);
    EXPECT_EQ(secondsIn(sheet, WindowUse::paused), 1800);
    EXPECT_EQ(secondsIn(sheet, WindowUse::idleAwaited), 0);
    for (const auto& [key, seconds] : sheet.windows)
        EXPECT_EQ(key.reason, key.use == WindowUse::paused ? "午餐" : "");
}

TEST(Account, WhatIsOpenWhenTheDayCloses) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    hall.pass(16h);
    hall.make(CloseDay{model::Day{20261124}});
    const auto sheet = sheetOf(hall);
    EXPECT_EQ(atHour(sheet, 9).expired, 1);
    EXPECT_EQ(totals(sheet).expired, 1);
    EXPECT_TRUE(sheet.windows.empty()) << "nobody knows when the clerk left";
    for (const auto& [key, n] : sheet.rows)
        EXPECT_EQ(key.day, model::Day{20261123});
}

TEST(Account, AWaitThatWasToldIsComparedWithItsTruth) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    const auto before = hall.state;
    hall.pass(600s);
    hall.callNext("w1");
    const auto out = account(hall.log.back(), {before, {}, 4.0, 120}, hall.now().local);
    ASSERT_EQ(out.tickets.size(), 1U);
    EXPECT_EQ(out.tickets.front().n.told, 1);
    EXPECT_EQ(out.tickets.front().n.toldErrorSeconds, 360);
    EXPECT_EQ(out.tickets.front().n.toldWithin, 0);
}

} // namespace
} // namespace atrium::rules::statistics::tests
