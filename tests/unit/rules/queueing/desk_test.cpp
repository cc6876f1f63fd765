// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

TEST(Desk, CancelsReservedWaitingAndHeldButNotWhatIsAtAWindow) {
    Hall hall;
    hall.open("w1");
    const auto reserved = hall.reserve("a1");
    hall.make(CancelTicket{reserved, {}});
    EXPECT_EQ(hall.ticket(reserved).state, TicketState::cancelled);
    EXPECT_EQ(hall.queueDay("tax").waiting, 0);
    const auto waiting = hall.arrive("a1");
    hall.make(CancelTicket{waiting, "left"});
    EXPECT_EQ(hall.ticket(waiting).note, "left");
    EXPECT_EQ(hall.queueDay("tax").waiting, 0);
    EXPECT_EQ(hall.refusal(CancelTicket{waiting, "left"}), std::nullopt) << "a repeat";
    const auto present = hall.arrive("a1");
    hall.callNext("w1");
    EXPECT_EQ(hall.refusal(CancelTicket{present, {}}), ErrorCode::conflict);
    hall.make(HoldTicket{win("w1"), {}});
    hall.make(CancelTicket{present, {}});
    EXPECT_EQ(hall.ticket(present).state, TicketState::cancelled);
    EXPECT_TRUE(hall.state.held.empty());
    EXPECT_EQ(hall.refusal(CancelTicket{model::TicketId{"no"}, {}}), ErrorCode::notFound);
}

TEST(Desk, BringsAPassedTicketBack) {
    Hall hall;
    hall.queue("tax").noShowLimit = 0;
    hall.open("w1");
    const auto id = hall.arrive("a1", std::nullopt, "li");
    EXPECT_EQ(hall.refusal(RequeueTicket{id}), ErrorCode::conflict) << "it waits already";
    hall.callNext("w1");
    hall.make(MarkNoShow{win("w1")});
    EXPECT_EQ(hall.ticket(id).state, TicketState::noShow);
    hall.make(RequeueTicket{id});
    EXPECT_EQ(hall.ticket(id).state, TicketState::waiting);
    EXPECT_EQ(hall.ticket(id).placesBack, 3);
    EXPECT_EQ(hall.ticket(id).calls, 0);
    EXPECT_EQ(hall.queueDay("tax").waiting, 1);
}

TEST(Desk, BringsNothingBackPastTheLimitOfAPerson) {
    Hall hall;
    hall.queue("tax").noShowLimit = 0;
    hall.open("w1");
    const auto id = hall.arrive("a1", std::nullopt, "li");
    hall.callNext("w1");
    hall.make(MarkNoShow{win("w1")});
    hall.arrive("a1", std::nullopt, "li");
    EXPECT_EQ(hall.refusal(RequeueTicket{id}), ErrorCode::tooManyOpenTickets);
}

TEST(Desk, FreesATicketHeldAtAClosedWindow) {
    Hall hall;
    hall.open("w1");
    const auto id = hall.arrive("a1");
    hall.callNext("w1");
    hall.make(HoldTicket{win("w1"), {}});
    EXPECT_EQ(hall.refusal(RequeueTicket{id}), ErrorCode::conflict) << "its window is there";
    hall.make(CloseWindow{win("w1")});
    hall.make(RequeueTicket{id});
    hall.open("w2");
    EXPECT_EQ(hall.callNext("w2"), id.value);
}

} // namespace
} // namespace atrium::rules::queueing::tests
