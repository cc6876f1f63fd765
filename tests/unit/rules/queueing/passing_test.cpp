// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/queueing/dispatch.h"
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::PassedRule;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

void pass(Hall& hall, const std::string& window) {
    hall.callNext(window);
    hall.make(MarkNoShow{win(window)});
}

TEST(Passing, NoShowComesBackBehindSoManyOthers) {
    Hall hall;
    hall.queue("tax").requeuePlaces = 2;
    hall.open("w1");
    const auto passed = hall.arrive("a1");
    for (int i = 0; i < 3; ++i)
        hall.arrive("a1");
    pass(hall, "w1");
    EXPECT_EQ(hall.ticket(passed).state, TicketState::waiting);
    EXPECT_EQ(hall.ticket(passed).noShows, 1);
    EXPECT_EQ(hall.ticket(passed).placesBack, 2);
    EXPECT_EQ(hall.ticket(passed).windowId, std::nullopt);
    EXPECT_EQ(hall.queueDay("tax").waiting, 4);
    std::vector<std::string> order;
    for (int i = 0; i < 4; ++i) {
        order.push_back(hall.callNext("w1"));
        hall.serve("w1");
    }
    EXPECT_EQ(order, (std::vector<std::string>{"t2", "t3", "t1", "t4"}));
}

TEST(Passing, PassedTicketIsCalledWhenNobodyElseIsLeft) {
    Hall hall;
    hall.open("w1");
    const auto passed = hall.arrive("a1");
    pass(hall, "w1");
    EXPECT_EQ(hall.callNext("w1"), passed.value);
    EXPECT_EQ(hall.ticket(passed).placesBack, 0);
}

TEST(Passing, OtherQueuesCallsAtItsWindowCountToo) {
    Hall hall;
    hall.queue("tax").requeuePlaces = 2;
    hall.open("w2");
    const auto passed = hall.arrive("a2");
    for (int i = 0; i < 5; ++i)
        hall.arrive("b1");
    pass(hall, "w2");
    for (int i = 0; i < 2; ++i) {
        EXPECT_NE(hall.callNext("w2"), passed.value);
        hall.serve("w2");
    }
    EXPECT_EQ(hall.callNext("w2"), passed.value) << "else a stream of the other queue holds it for ever";
}

TEST(Passing, AfterTheLimitTheTicketIsOver) {
    Hall hall;
    hall.queue("tax").noShowLimit = 1;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    pass(hall, "w1");
    pass(hall, "w1");
    EXPECT_EQ(hall.ticket(id).state, TicketState::noShow);
    EXPECT_EQ(hall.ticket(id).noShows, 2);
    EXPECT_EQ(hall.ticket(id).finishedAt, hall.now().at);
    EXPECT_EQ(hall.queueDay("tax").waiting, 0);
}

TEST(Passing, QueueMayTakeNobodyBack) {
    Hall hall;
    hall.queue("tax").passedRule = PassedRule::never;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    pass(hall, "w1");
    EXPECT_EQ(hall.ticket(id).state, TicketState::noShow);
    EXPECT_EQ(hall.refusal(RequeueTicket{id}), ErrorCode::conflict);
    EXPECT_EQ(hall.refusal(RequeueTicket{id, true}), ErrorCode::conflict);
}

TEST(Passing, AtTheEndItWaitsAsOneWhoHasJustCome) {
    Hall hall;
    hall.queue("tax").passedRule = PassedRule::atEnd;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    for (int i = 0; i < 3; ++i)
        hall.arrive("a1");
    hall.pass(10min);
    pass(hall, "w1");
    EXPECT_EQ(hall.ticket(id).state, TicketState::waiting);
    EXPECT_EQ(hall.ticket(id).arrivedAt, hall.now().at) << "ageing begins anew as well";
    EXPECT_EQ(hall.ticket(id).placesBack, 0);
    EXPECT_EQ(peopleAhead(id, hall.state, hall.now().at, hall.config), 3);
    std::vector<std::string> order;
    for (int i = 0; i < 4; ++i) {
        order.push_back(hall.callNext("w1"));
        hall.serve("w1");
    }
    EXPECT_EQ(order, (std::vector<std::string>{"t2", "t3", "t4", "t1"}));
}

TEST(Passing, WhoKeepsThePlaceIsFirstOnceReported) {
    Hall hall;
    hall.queue("tax").passedRule = PassedRule::keepsPlace;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    hall.arrive("a1");
    hall.arrive("a1");
    pass(hall, "w1");
    EXPECT_EQ(hall.ticket(id).state, TicketState::noShow) << "nobody calls who is not there";
    EXPECT_EQ(hall.queueDay("tax").waiting, 2);
    hall.callNext("w1");
    hall.serve("w1");
    hall.make(RequeueTicket{id, true});
    EXPECT_EQ(hall.ticket(id).state, TicketState::waiting);
    EXPECT_EQ(hall.queueDay("tax").waiting, 2);
    EXPECT_EQ(hall.callNext("w1"), id.value);
}

TEST(Passing, TheHolderReportsInTimeAndSoOftenOnlyStaffNeedNot) {
    Hall hall;
    hall.queue("tax").passedRule = PassedRule::keepsPlace;
    hall.queue("tax").passedMinutes = 30;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    pass(hall, "w1");
    hall.pass(30min);
    EXPECT_EQ(hall.refusal(RequeueTicket{id, true}), ErrorCode::conflict) << "too late";
    hall.make(RequeueTicket{id});
    pass(hall, "w1");
    EXPECT_EQ(hall.ticket(id).noShows, 2);
    EXPECT_EQ(hall.refusal(RequeueTicket{id, true}), ErrorCode::conflict) << "once only";
    hall.make(RequeueTicket{id});
    EXPECT_EQ(hall.ticket(id).state, TicketState::waiting);
}

TEST(Passing, TheHolderOfAHeldTicketIsNotBroughtBack) {
    Hall hall;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    hall.callNext("w1");
    hall.make(HoldTicket{win("w1"), "copies"});
    hall.make(CloseWindow{win("w1")});
    EXPECT_EQ(hall.refusal(RequeueTicket{id, true}), ErrorCode::conflict) << "a matter for staff";
    hall.make(RequeueTicket{id});
}

TEST(Passing, OnlyACalledTicketIsANoShow) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    EXPECT_EQ(hall.refusal(MarkNoShow{win("w1")}), ErrorCode::conflict);
    hall.callNext("w1");
    hall.make(StartService{win("w1")});
    EXPECT_EQ(hall.refusal(MarkNoShow{win("w1")}), ErrorCode::conflict);
}

TEST(Holding, HeldTicketFreesTheWindowAndComesBackThere) {
    Hall hall;
    hall.open("w1");
    hall.open("w2");
    const auto id = hall.arrive("a1");
    hall.callNext("w1");
    hall.make(StartService{win("w1")});
    hall.make(HoldTicket{win("w1"), "copies"});
    EXPECT_EQ(hall.ticket(id).state, TicketState::held);
    EXPECT_EQ(hall.ticket(id).note, "copies");
    EXPECT_EQ(hall.window("w1").state, WindowState::idle);
    EXPECT_EQ(hall.refusal(ReturnHeld{win("w2"), id}), ErrorCode::conflict);
    hall.pass(10min);
    hall.make(ReturnHeld{win("w1"), id});
    EXPECT_EQ(hall.ticket(id).state, TicketState::serving);
    EXPECT_EQ(hall.ticket(id).startedAt, hall.now().at);
    EXPECT_EQ(hall.window("w1").ticketId, id);
    EXPECT_EQ(hall.window("w1").state, WindowState::serving);
}

TEST(Holding, WindowHoldsSoManyOnly) {
    Hall hall;
    hall.config.holdLimitPerWindow = 1;
    hall.open("w1");
    hall.arrive("a1");
    const auto second = hall.arrive("a1");
    hall.callNext("w1");
    EXPECT_EQ(hall.refusal(ReturnHeld{win("w1"), second}), ErrorCode::windowBusy);
    hall.make(HoldTicket{win("w1"), {}});
    EXPECT_EQ(hall.refusal(ReturnHeld{win("w1"), second}), ErrorCode::conflict) << "not held";
    hall.callNext("w1");
    EXPECT_EQ(hall.refusal(HoldTicket{win("w1"), {}}), ErrorCode::conflict);
}

} // namespace
} // namespace atrium::rules::queueing::tests
