// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/queueing/preview.h"

#include "shared/model/json.h"
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using namespace std::chrono_literals;
using Numbers = std::vector<std::string>;

CallPreview previewOf(const Hall& hall, const model::Queue& draft) {
    return preview(waitingOf(hall.state), hall.config, draft, hall.now());
}
CallPreview previewOf(Hall& hall, const std::string& queue = "tax") {
    return previewOf(hall, hall.queue(queue));
}
Numbers numbersOf(const CallPreview& shown) {
    Numbers out;
    for (const auto& row : shown.rows)
        out.push_back(row.number);
    return out;
}

TEST(Preview, NobodyWaits) {
    Hall hall;
    hall.open("w1");
    EXPECT_EQ(previewOf(hall), CallPreview{});
}

TEST(Preview, TheOpenWindowsCallInTurnByTheirNumbers) {
    Hall hall;
    hall.open("w2");
    hall.open("w1");
    for (int i = 0; i < 4; ++i)
        hall.arrive("a1");
    hall.pass(7min);
    const auto shown = previewOf(hall);
    EXPECT_EQ(shown.waiting, 4);
    EXPECT_EQ(shown.windows, (std::vector{1, 2}));
    EXPECT_FALSE(shown.isAssumedOpen);
    EXPECT_EQ(numbersOf(shown), (Numbers{"A0001", "A0002", "A0003", "A0004"}));
    for (std::size_t i = 0; i < shown.rows.size(); ++i) {
        EXPECT_EQ(shown.rows[i].windowNumber, i % 2 == 0 ? 1 : 2);
        EXPECT_EQ(shown.rows[i].reason, PreviewReason::arrival);
        EXPECT_EQ(shown.rows[i].waitedMinutes, 7);
    }
}

TEST(Preview, TheDraftAndNotTheStoredRulesDecide) {
    Hall hall;
    hall.open("w1");
    auto draft = hall.queue("tax");
    draft.ageingMinutes = 0;
    draft.finallyCallByMinutes = 90;
    hall.arrive("a1"); // class 2
    hall.pass(41min);
    hall.arrive("a1", 1);
    hall.pass(1min);
    const auto strict = previewOf(hall, draft);
    ASSERT_EQ(numbersOf(strict), (Numbers{"A0002", "A0001"}));
    EXPECT_EQ(strict.rows[0].reason, PreviewReason::priority);
    EXPECT_EQ(strict.rows[1].reason, PreviewReason::arrival) << "nobody else is left";

    draft.ageingMinutes = 20;
    const auto ageing = previewOf(hall, draft);
    ASSERT_EQ(numbersOf(ageing), (Numbers{"A0001", "A0002"}));
    EXPECT_EQ(ageing.rows[0].reason, PreviewReason::aged);
    EXPECT_EQ(ageing.rows[0].priorityClass, 2);
    EXPECT_EQ(ageing.rows[0].effectiveClass, 0);

    draft.ageingMinutes = 0;
    draft.finallyCallByMinutes = 42;
    const auto bound = previewOf(hall, draft);
    ASSERT_EQ(numbersOf(bound), (Numbers{"A0001", "A0002"}));
    EXPECT_EQ(bound.rows[0].reason, PreviewReason::finallyCallBy);
    EXPECT_EQ(bound.rows[0].waitedMinutes, 42);
    EXPECT_EQ(bound.rows[0].limitMinutes, 42);
    EXPECT_EQ(bound.rows[1].reason, PreviewReason::arrival);
}

TEST(Preview, WhatAllHaveInCommonIsNoReason) {
    Hall hall;
    hall.open("w2");
    hall.arrive("a1", 1);
    hall.arrive("a2", 1);
    hall.arrive("a1", 1);
    hall.pass(30min); // all of them aged by one class
    const auto shown = previewOf(hall);
    ASSERT_EQ(shown.rows.size(), 3U);
    for (const auto& row : shown.rows) {
        EXPECT_EQ(row.reason, PreviewReason::arrival);
        EXPECT_EQ(row.effectiveClass, 0);
    }
    hall.pass(70min); // and all overdue
    for (const auto& row : previewOf(hall).rows)
        EXPECT_EQ(row.reason, PreviewReason::arrival);
}

TEST(Preview, AWindowsOwnTransfersAreSaid) {
    Hall hall;
    hall.open("w1");
    hall.open("w2");
    hall.arrive("a1");
    hall.arrive("a1");
    hall.callNext("w2");
    hall.make(TransferTicket{win("w2"), std::nullopt, win("w1"), false, "x"});
    hall.arrive("a1");
    const auto shown = previewOf(hall);
    ASSERT_EQ(numbersOf(shown), (Numbers{"A0001", "A0002", "A0003"}));
    EXPECT_EQ(shown.rows[0].reason, PreviewReason::bound);
    EXPECT_EQ(shown.rows[0].windowNumber, 1);
    EXPECT_EQ(shown.rows[0].boundWindow, 1);

    // w1 is gone: w2 may call it, and says for whom it was.
    hall.config.windows.at(win("w1")).active = false;
    const auto without = previewOf(hall);
    ASSERT_EQ(numbersOf(without), (Numbers{"A0001", "A0002", "A0003"}));
    EXPECT_EQ(without.rows[0].reason, PreviewReason::freed);
    EXPECT_EQ(without.rows[0].windowNumber, 2);
    EXPECT_EQ(without.rows[0].boundWindow, 1);
}

TEST(Preview, WhoWasPassedIsInTurnAgainBehindSoManyOthers) {
    Hall hall;
    hall.open("w1");
    hall.queue("tax").requeuePlaces = 2;
    for (int i = 0; i < 4; ++i)
        hall.arrive("a1");
    hall.callNext("w1");
    hall.make(MarkNoShow{win("w1")});
    const auto shown = previewOf(hall);
    ASSERT_EQ(numbersOf(shown), (Numbers{"A0002", "A0003", "A0001", "A0004"}));
    EXPECT_EQ(shown.rows[2].reason, PreviewReason::returned);
    EXPECT_EQ(shown.rows[2].placesBack, 2);
    EXPECT_EQ(shown.rows[3].reason, PreviewReason::arrival);

    hall.callNext("w1");
    hall.make(CancelTicket{model::TicketId{"t3"}, {}});
    hall.make(CancelTicket{model::TicketId{"t4"}, {}});
    const auto alone = previewOf(hall); // t2 is at the window and leaves it
    ASSERT_EQ(numbersOf(alone), (Numbers{"A0001"}));
    EXPECT_EQ(alone.rows[0].reason, PreviewReason::nobodyElse);
    EXPECT_EQ(alone.rows[0].placesBack, 1);
}

TEST(Preview, WithoutAnOpenWindowTheFirstCountsAsOpen) {
    Hall hall;
    hall.arrive("a2");
    hall.arrive("a1");
    const auto closed = previewOf(hall);
    EXPECT_TRUE(closed.isAssumedOpen);
    EXPECT_EQ(closed.windows, std::vector{1});
    EXPECT_EQ(numbersOf(closed), (Numbers{"A0002"})) << "window 1 does not serve the other item";
    hall.open("w2");
    EXPECT_EQ(numbersOf(previewOf(hall)), (Numbers{"A0001", "A0002"}));
    hall.make(PauseWindow{win("w2"), "x"});
    EXPECT_TRUE(previewOf(hall).isAssumedOpen);
    hall.config.windows.at(win("w1")).active = false;
    const auto paused = previewOf(hall);
    EXPECT_TRUE(paused.isAssumedOpen);
    EXPECT_EQ(paused.windows, std::vector{2});
    EXPECT_EQ(numbersOf(paused), (Numbers{"A0001", "A0002"}));
}

TEST(Preview, NoWindowAtAllCallsNobody) {
    Hall hall;
    hall.arrive("a1");
    for (auto& [id, window] : hall.config.windows)
        window.active = false;
    const auto shown = previewOf(hall);
    EXPECT_EQ(shown.waiting, 1);
    EXPECT_TRUE(shown.windows.empty());
    EXPECT_FALSE(shown.isAssumedOpen);
    EXPECT_TRUE(shown.rows.empty());
}

TEST(Preview, OtherQueuesTakeTheirTurnsUnlisted) {
    Hall hall;
    hall.open("w2");
    hall.arrive("b1", 0);
    hall.arrive("a1", 1);
    hall.arrive("b1", 0);
    const auto shown = previewOf(hall, "tax");
    ASSERT_EQ(numbersOf(shown), (Numbers{"A0001"}));
    EXPECT_EQ(shown.waiting, 1);
    EXPECT_EQ(numbersOf(previewOf(hall, "land")), (Numbers{"B0001", "B0002"}));
}

TEST(Preview, WhoComesBackFromAnotherWindowIsListedOnce) {
    Hall hall;
    hall.open("w1");
    hall.open("w2");
    hall.arrive("a1");
    hall.callNext("w1");
    hall.make(TransferTicket{win("w1"), std::nullopt, win("w2"), true, "x"});
    hall.arrive("a1");
    const auto shown = previewOf(hall);
    EXPECT_EQ(numbersOf(shown), (Numbers{"A0002", "A0001"})) << "window 1 begins; it waits for window 2";
    EXPECT_EQ(shown.waiting, 2);
}

TEST(Preview, IsTheSameFromThePartOfTheStateThatItNeeds) {
    Hall hall;
    hall.open("w1");
    for (int i = 0; i < 15; ++i)
        hall.arrive(i % 2 == 0 ? "a1" : "a2", i % 3);
    hall.callNext("w1");
    hall.serve("w1");
    hall.callNext("w1");
    const auto part = waitingOf(hall.state);
    EXPECT_LT(part.tickets.size(), hall.state.tickets.size());
    const auto shown = preview(part, hall.config, hall.queue("tax"), hall.now());
    EXPECT_EQ(shown, preview(hall.state, hall.config, hall.queue("tax"), hall.now()));
    EXPECT_EQ(shown.rows.size(), 6U) << "all of a1; nobody calls a2";
    EXPECT_EQ(preview(part, hall.config, hall.queue("tax"), hall.now(), 3).rows.size(), 3U);
}

TEST(Preview, GoesThroughJsonUnchanged) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    const auto shown = previewOf(hall);
    EXPECT_EQ(model::fromJson<CallPreview>(model::toJson(shown)).value(), shown);
}

} // namespace
} // namespace atrium::rules::queueing::tests
