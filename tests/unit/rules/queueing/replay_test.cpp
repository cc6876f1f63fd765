// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/json.h"
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

Hall busyHall() {
    Hall hall;
    hall.open("w1");
    hall.open("w2");
    for (int i = 0; i < 4; ++i)
        hall.arrive(i % 2 == 0 ? "a1" : "b1", i % 3, "person" + std::to_string(i));
    hall.reserve("a2");
    hall.callNext("w1");
    hall.serve("w1");
    hall.callNext("w2");
    hall.make(MarkNoShow{win("w2")});
    hall.callNext("w1");
    hall.make(HoldTicket{win("w1"), {}});
    return hall;
}

TEST(Replay, EventsAloneRebuildTheState) {
    const Hall hall = busyHall();
    State replayed = restore(model::Day{20261123}, {}, {}, {});
    for (const auto& event : hall.log)
        evolve(replayed, event);
    EXPECT_EQ(replayed, hall.state);
}

TEST(Replay, RestoredRecordsGiveTheSameStateButForUndo) {
    const Hall hall = busyHall();
    std::vector<model::Ticket> tickets;
    for (const auto& [id, ticket] : hall.state.tickets)
        tickets.push_back(ticket);
    std::vector<model::WindowStatus> windows;
    for (const auto& [id, window] : hall.state.windows)
        windows.push_back(window);
    std::vector<model::QueueDay> days;
    for (const auto& [id, day] : hall.state.queueDays)
        days.push_back(day);
    State restored = restore(hall.state.day, tickets, windows, days);
    EXPECT_TRUE(restored.undoTickets.empty());
    ASSERT_FALSE(hall.state.undoTickets.empty());
    for (auto at = hall.log.end() - 6; at != hall.log.end(); ++at)
        evolve(restored, *at);
    EXPECT_EQ(restored, hall.state) << "the last events bring undo back";
}

TEST(Replay, EventsSurviveJson) {
    const Hall hall = busyHall();
    for (const auto& event : hall.log) {
        const auto text = model::toJson(event);
        const auto read = model::fromJson<Event>(text);
        ASSERT_TRUE(read) << read.error().path;
        EXPECT_EQ(*read, event);
    }
}

TEST(Replay, DamagedEventNamesThePlace) {
    const auto read =
        model::fromJson<Event>(R"({"type":"ticketIssued","at":1,"tickets":[{"sequence":"x"}]})");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().path, "/tickets/0/sequence");
}

} // namespace
} // namespace atrium::rules::queueing::tests
