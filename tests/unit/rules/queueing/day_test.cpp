// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

const model::Day kTomorrow{20261124};

TEST(Day, CloseEndsWhatIsOpenAndNumbersBeginAnew) {
    Hall hall;
    hall.open("w1");
    const auto serving = hall.arrive("a1");
    const auto waiting = hall.arrive("a1");
    const auto reserved = hall.reserve("b1");
    hall.callNext("w1");
    hall.make(StartService{win("w1")});
    const auto cancelled = hall.arrive("a1");
    hall.make(CancelTicket{cancelled, {}});
    hall.make(CloseDay{kTomorrow});
    const auto& event = hall.log.back();
    EXPECT_EQ(event.type, EventType::dayClosed);
    ASSERT_EQ(event.tickets.size(), 3U);
    for (const auto& ticket : event.tickets) {
        EXPECT_EQ(ticket.state, TicketState::expired);
        EXPECT_TRUE(ticket.id == serving || ticket.id == waiting || ticket.id == reserved);
    }
    EXPECT_EQ(hall.state.day, kTomorrow);
    EXPECT_TRUE(hall.state.tickets.empty());
    EXPECT_EQ(hall.window("w1").state, WindowState::closed);
    EXPECT_EQ(hall.window("w1").ticketId, std::nullopt);
    EXPECT_EQ(hall.queueDay("tax").day, kTomorrow);
    EXPECT_EQ(hall.queueDay("tax").issued, 0);
    const auto& first = hall.ticket(hall.reserve("a1"));
    EXPECT_EQ(first.number, "A0001");
    EXPECT_EQ(first.day, kTomorrow);
}

TEST(Day, DoesNotCloseTwiceOrBackwards) {
    Hall hall;
    hall.make(CloseDay{kTomorrow});
    EXPECT_EQ(hall.refusedPath(CloseDay{kTomorrow}), "/nextDay");
}

TEST(Day, YesterdaysRecordsDoNotReachTheRestoredMorning) {
    Hall hall;
    hall.reserve("a1");
    const auto& state = hall.state;
    std::vector<model::Ticket> tickets{state.tickets.begin()->second};
    std::vector<model::QueueDay> days{state.queueDays.begin()->second};
    hall.state = restore(kTomorrow, tickets, {}, days);
    EXPECT_TRUE(hall.state.tickets.empty());
    EXPECT_TRUE(hall.state.reserved.empty());
    EXPECT_EQ(hall.ticket(hall.reserve("a1")).number, "A0001");
}

} // namespace
} // namespace atrium::rules::queueing::tests
