// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

TEST(Calling, RecordsTheCallOnTicketWindowAndCall) {
    Hall hall;
    hall.open("w2");
    const auto id = hall.arrive("b1");
    hall.pass(4min);
    hall.callNext("w2");
    const auto& ticket = hall.ticket(id);
    EXPECT_EQ(ticket.state, TicketState::called);
    EXPECT_EQ(ticket.windowId, win("w2"));
    EXPECT_EQ(ticket.staffId, StaffId{"staff-w2"});
    EXPECT_EQ(ticket.calledAt, hall.now().at);
    EXPECT_EQ(ticket.calls, 1);
    EXPECT_EQ(hall.window("w2").state, WindowState::calling);
    EXPECT_EQ(hall.window("w2").ticketId, id);
    EXPECT_EQ(hall.window("w2").number, "B0001");
    EXPECT_EQ(hall.queueDay("land").waiting, 0);
    const auto& call = hall.log.back().call.value();
    EXPECT_EQ(call.ticketId, id);
    EXPECT_EQ(call.areaId, model::AreaId{"area-2"});
    EXPECT_EQ(call.windowNumber, 2);
    EXPECT_EQ(call.number, "B0001");
    EXPECT_EQ(call.ordinal, 1);
    EXPECT_EQ(call.at, hall.now().at);
}

TEST(Calling, RefusesWhenBusyOrNothingWaits) {
    Hall hall;
    hall.open("w1");
    EXPECT_EQ(hall.refusal(CallNext{win("w1"), hall.nextCallId()}), ErrorCode::nothingWaiting);
    hall.arrive("b1");
    EXPECT_EQ(hall.refusal(CallNext{win("w1"), hall.nextCallId()}), ErrorCode::nothingWaiting)
        << "the window does not serve that item";
    hall.arrive("a1");
    hall.arrive("a1");
    hall.callNext("w1");
    EXPECT_EQ(hall.refusal(CallNext{win("w1"), hall.nextCallId()}), ErrorCode::windowBusy);
    hall.make(StartService{win("w1")});
    EXPECT_EQ(hall.refusal(CallNext{win("w1"), hall.nextCallId()}), ErrorCode::windowBusy);
}

TEST(Calling, TwoWindowsNeverCallTheSameTicket) {
    Hall hall;
    hall.open("w1");
    hall.open("w2");
    hall.arrive("a1");
    EXPECT_EQ(hall.callNext("w1"), "t1");
    EXPECT_EQ(hall.refusal(CallNext{win("w2"), hall.nextCallId()}), ErrorCode::nothingWaiting);
    EXPECT_EQ(hall.refusal(CallTicket{win("w2"), hall.nextCallId(), model::TicketId{"t1"}, "mine"}),
              ErrorCode::conflict);
}

TEST(Calling, RecallsUpToTheLimitThenOnlyNoShowIsLeft) {
    Hall hall;
    hall.queue("tax").recallLimit = 3;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    EXPECT_EQ(hall.refusal(Recall{win("w1"), hall.nextCallId()}), ErrorCode::conflict);
    hall.callNext("w1");
    hall.make(Recall{win("w1"), hall.nextCallId()});
    hall.make(Recall{win("w1"), hall.nextCallId()});
    EXPECT_EQ(hall.log.back().call.value().ordinal, 3);
    EXPECT_EQ(hall.ticket(id).calls, 3);
    EXPECT_EQ(hall.refusal(Recall{win("w1"), hall.nextCallId()}), ErrorCode::recallLimit);
    hall.make(StartService{win("w1")});
    EXPECT_EQ(hall.refusal(Recall{win("w1"), hall.nextCallId()}), ErrorCode::conflict);
}

TEST(Calling, OutOfOrderNeedsAReasonAndAServableWaitingTicket) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    const auto second = hall.arrive("a1");
    const auto land = hall.arrive("b1");
    EXPECT_EQ(hall.refusedPath(CallTicket{win("w1"), hall.nextCallId(), second, ""}), "/reason");
    EXPECT_EQ(hall.refusal(CallTicket{win("w1"), hall.nextCallId(), land, "x"}), ErrorCode::notServable);
    EXPECT_EQ(hall.refusal(CallTicket{win("w1"), hall.nextCallId(), model::TicketId{"no"}, "x"}),
              ErrorCode::notFound);
    hall.make(CallTicket{win("w1"), hall.nextCallId(), second, "wheelchair"});
    EXPECT_EQ(hall.window("w1").ticketId, second);
    EXPECT_EQ(hall.ticket(second).note, "wheelchair");
}

} // namespace
} // namespace atrium::rules::queueing::tests
