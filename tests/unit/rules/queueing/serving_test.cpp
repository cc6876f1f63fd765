// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

TEST(Serving, StartAndFinishSetTimesWindowAndRatingPage) {
    Hall hall;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    EXPECT_EQ(hall.refusal(StartService{win("w1")}), ErrorCode::conflict) << "nothing is called";
    hall.callNext("w1");
    EXPECT_EQ(hall.refusal(FinishService{win("w1")}), ErrorCode::conflict) << "not started";
    hall.pass(1min);
    hall.make(StartService{win("w1")});
    const auto started = hall.now().at;
    EXPECT_EQ(hall.refusal(StartService{win("w1")}), ErrorCode::conflict);
    EXPECT_EQ(hall.window("w1").state, WindowState::serving);
    hall.pass(5min);
    hall.make(FinishService{win("w1")});
    EXPECT_EQ(hall.ticket(id).state, TicketState::finished);
    EXPECT_EQ(hall.ticket(id).startedAt, started);
    EXPECT_EQ(hall.ticket(id).finishedAt, hall.now().at);
    EXPECT_EQ(hall.ticket(id).windowId, win("w1"));
    EXPECT_EQ(hall.window("w1").state, WindowState::idle);
    EXPECT_EQ(hall.window("w1").ticketId, std::nullopt);
    EXPECT_EQ(hall.window("w1").number, "");
    EXPECT_EQ(hall.window("w1").ratingTicketId, id);
    EXPECT_EQ(hall.window("w1").undoTicketId, id);
    EXPECT_EQ(hall.window("w1").undoUntil, hall.now().at + 120s);
    EXPECT_EQ(hall.refusal(FinishService{win("w1")}), ErrorCode::conflict);
}

TEST(Serving, DaysMeanFollowsTheServicesAndLeavesOutSlips) {
    Hall hall;
    hall.queue("tax").serviceSeconds = 200;
    const auto serveFor = [&](std::chrono::seconds time) {
        hall.open("w1");
        hall.arrive("a1");
        hall.callNext("w1");
        hall.make(StartService{win("w1")});
        hall.pass(time);
        hall.make(FinishService{win("w1")});
        hall.make(CloseWindow{win("w1")});
        return hall.queueDay("tax").serviceSeconds;
    };
    EXPECT_DOUBLE_EQ(serveFor(4s), 0);
    EXPECT_DOUBLE_EQ(serveFor(300s), 220);   // the planned time counts as four services, this is the fifth
    EXPECT_DOUBLE_EQ(serveFor(500s), 266.5); // 220 + 280 / 6, to half a second
    EXPECT_DOUBLE_EQ(serveFor(4h + 1s), 266.5);
    const auto day = hall.queueDay("tax");
    EXPECT_EQ(day.serviceCount, 6);
    EXPECT_GT(day.serviceVariance, 100 * 100);
    EXPECT_EQ(day.called, 4);
    hall.make(CloseDay{model::Day{20261124}});
    const auto next = hall.queueDay("tax");
    EXPECT_EQ(next.serviceSeconds + next.serviceVariance + next.serviceCount + next.called, 0);
}

/// A window is taken from the call on, and until the next one can be called.
TEST(Serving, AServiceLastsFromItsCallToTheNextOneWhileSomebodyWaits) {
    Hall hall;
    hall.queue("tax").serviceSeconds = 200;
    hall.open("w1");
    const auto serve = [&] {
        hall.callNext("w1");
        hall.pass(30s); // until they stand there
        hall.make(StartService{win("w1")});
        hall.pass(5min);
        hall.make(FinishService{win("w1")});
    };
    const auto mean = [&] { return hall.queueDay("tax").serviceSeconds; };
    hall.arrive("a1");
    hall.arrive("a1");
    serve();
    EXPECT_EQ(mean(), 0) << "it may still be undone";
    hall.pass(20s);
    serve();
    EXPECT_EQ(mean(), 230) << "350 s, the fifth of 200 s";
    hall.pass(10min); // nobody waits
    hall.arrive("a1");
    const auto id = hall.callNext("w1");
    EXPECT_EQ(mean(), 246.5) << "330 s: that the window then was idle is no service";
    hall.make(StartService{win("w1")});
    hall.make(HoldTicket{win("w1"), {}});
    hall.pass(40min);
    hall.make(ReturnHeld{win("w1"), model::TicketId{id}});
    hall.pass(2min);
    hall.make(FinishService{win("w1")});
    hall.make(CloseWindow{win("w1")});
    EXPECT_EQ(mean(), 228.5) << "120 s: the time aside is no service";
}

/// A few citizens who only ask something say little about a queue planned with ten minutes.
TEST(Serving, FewShortServicesDoNotReplaceThePlannedTime) {
    Hall hall;
    hall.queue("tax").serviceSeconds = 600;
    hall.open("w1");
    for (int i = 0; i < 3; ++i) {
        hall.arrive("a1");
        hall.callNext("w1");
        hall.make(StartService{win("w1")});
        hall.pass(6s);
        hall.make(FinishService{win("w1")});
    }
    EXPECT_GT(hall.queueDay("tax").serviceSeconds, 300);
    EXPECT_LT(hall.queueDay("tax").serviceSeconds, 600);
}

TEST(Serving, RatingPageOpensOnceMoreAndClosesWithTheAnswer) {
    Hall hall;
    hall.open("w1");
    EXPECT_EQ(hall.refusal(PromptRating{win("w1")}), ErrorCode::conflict);
    const auto id = hall.arrive("a1");
    hall.callNext("w1");
    hall.serve("w1");
    EXPECT_EQ(hall.window("w1").ratingPrompts, 1);
    hall.make(PromptRating{win("w1")});
    EXPECT_EQ(hall.window("w1").ratingPrompts, 2);
    EXPECT_EQ(hall.refusal(PromptRating{win("w1")}), ErrorCode::conflict);
    hall.make(CloseRating{id});
    EXPECT_EQ(hall.window("w1").ratingTicketId, std::nullopt);
    EXPECT_EQ(hall.refusal(PromptRating{win("w1")}), ErrorCode::alreadyRated);
    EXPECT_EQ(hall.refusal(CloseRating{id}), std::nullopt) << "closed already";
    EXPECT_EQ(hall.refusal(CloseRating{model::TicketId{"no"}}), ErrorCode::notFound);
}

TEST(Serving, RatingPageStaysClosedWhileTheNextIsCalledAndAtAnotherWindowsPart) {
    Hall hall;
    hall.open("w2");
    hall.open("w3");
    hall.arrive("a1");
    hall.arrive("a1");
    hall.callNext("w2");
    hall.serve("w2");
    hall.callNext("w2");
    EXPECT_EQ(hall.refusal(PromptRating{win("w2")}), ErrorCode::windowBusy) << "the screen is the next one's";
    hall.make(StartService{win("w2")});
    hall.make(TransferTicket{win("w2"), model::ServiceItemId{"b1"}, win("w3"), true, {}});
    hall.callNext("w3");
    hall.serve("w3");
    EXPECT_EQ(hall.window("w3").ratingTicketId, std::nullopt) << "the service goes on at the first window";
    hall.callNext("w2");
    hall.serve("w2");
    EXPECT_NE(hall.window("w2").ratingTicketId, std::nullopt);
}

TEST(Serving, GuideIsShownDuringAServiceOnlyAndLeavesWithIt) {
    Hall hall;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    const model::ServiceItemId item{"a1"};
    EXPECT_EQ(hall.refusal(ShowGuide{win("w1"), item}), ErrorCode::conflict) << "nobody is here";
    hall.callNext("w1");
    EXPECT_EQ(hall.refusal(ShowGuide{win("w1"), item}), ErrorCode::conflict) << "not here yet";
    hall.make(StartService{win("w1")});
    EXPECT_EQ(hall.refusal(ShowGuide{win("w1"), model::ServiceItemId{"no"}}), ErrorCode::notFound);
    hall.make(ShowGuide{win("w1"), item});
    EXPECT_EQ(hall.window("w1").shownItemId, item);
    hall.make(ShowGuide{win("w1"), std::nullopt});
    EXPECT_EQ(hall.window("w1").shownItemId, std::nullopt);
    hall.make(ShowGuide{win("w1"), item});
    hall.make(FinishService{win("w1")});
    EXPECT_EQ(hall.window("w1").shownItemId, std::nullopt) << "the next citizen must not see it";
}

TEST(Serving, NextServiceTakesTheOuterScreen) {
    Hall hall;
    hall.open("w1");
    const auto first = hall.arrive("a1");
    hall.arrive("a1");
    hall.callNext("w1");
    hall.serve("w1");
    hall.callNext("w1");
    EXPECT_EQ(hall.window("w1").ratingTicketId, first) << "the first may still answer while the next walks";
    hall.make(StartService{win("w1")});
    EXPECT_EQ(hall.window("w1").ratingTicketId, std::nullopt);
    EXPECT_EQ(hall.window("w1").ratingPrompts, 0);
}

} // namespace
} // namespace atrium::rules::queueing::tests
