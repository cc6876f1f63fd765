// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

struct Present {
    Hall hall;
    model::TicketId id;
    Present() {
        hall.open("w2");
        hall.open("w3");
        id = hall.arrive("a1");
        hall.pass(5min);
        hall.callNext("w2");
        hall.make(StartService{win("w2")});
    }
    TransferTicket to(const std::string& item, const std::string& window = {}, bool withReturn = false) {
        TransferTicket wish;
        wish.windowId = win("w2");
        if (!item.empty())
            wish.itemId = model::ServiceItemId{item};
        if (!window.empty())
            wish.toWindowId = win(window);
        wish.withReturn = withReturn;
        wish.reason = "wrong queue";
        return wish;
    }
};

TEST(Transfer, WaitsInTheOtherQueueAndKeepsItsArrival) {
    Present p;
    p.hall.arrive("b1");
    const auto arrived = p.hall.ticket(p.id).arrivedAt;
    p.hall.make(p.to("b1"));
    const auto& ticket = p.hall.ticket(p.id);
    EXPECT_EQ(ticket.state, TicketState::waiting);
    EXPECT_EQ(ticket.queueId, model::QueueId{"land"});
    EXPECT_EQ(ticket.itemId, model::ServiceItemId{"b1"});
    EXPECT_EQ(ticket.arrivedAt, arrived);
    EXPECT_EQ(ticket.number, "A0001");
    EXPECT_EQ(ticket.note, "wrong queue");
    EXPECT_EQ(ticket.startedAt, std::nullopt);
    EXPECT_EQ(p.hall.queueDay("tax").waiting, 0);
    EXPECT_EQ(p.hall.queueDay("land").waiting, 2);
    EXPECT_EQ(p.hall.window("w2").state, WindowState::idle);
    EXPECT_EQ(p.hall.callNext("w3"), p.id.value) << "it is older than what waits there";
}

TEST(Transfer, ToOneWindowWaitsForThatWindowAlone) {
    Present p;
    p.hall.make(p.to("b1", "w3"));
    EXPECT_EQ(p.hall.callNext("w2"), "");
    EXPECT_EQ(p.hall.refusal(CallTicket{win("w2"), p.hall.nextCallId(), p.id, "x"}), ErrorCode::conflict);
    EXPECT_EQ(p.hall.callNext("w3"), p.id.value);
}

TEST(Transfer, WithReturnComesBackToTheWindowThatLentIt) {
    Present p;
    p.hall.make(p.to("b1", "w3", true));
    p.hall.callNext("w3");
    p.hall.serve("w3");
    const auto& ticket = p.hall.ticket(p.id);
    EXPECT_EQ(ticket.state, TicketState::waiting);
    EXPECT_EQ(ticket.itemId, model::ServiceItemId{"a1"});
    EXPECT_EQ(ticket.queueId, model::QueueId{"tax"});
    EXPECT_EQ(ticket.onlyWindowId, win("w2"));
    EXPECT_EQ(ticket.returnWindowId, std::nullopt);
    EXPECT_EQ(p.hall.queueDay("tax").waiting, 1);
    EXPECT_EQ(p.hall.queueDay("land").waiting, 0);
    p.hall.open("w1");
    EXPECT_EQ(p.hall.callNext("w1"), "");
    EXPECT_EQ(p.hall.callNext("w2"), p.id.value);
    p.hall.serve("w2");
    EXPECT_EQ(p.hall.ticket(p.id).state, TicketState::finished);
}

TEST(Transfer, OneReturnAtATime) {
    Present p;
    p.hall.make(p.to("b1", {}, true));
    p.hall.callNext("w3");
    p.hall.open("w4");
    auto again = p.to("a2", {}, true);
    again.windowId = win("w3");
    EXPECT_EQ(p.hall.refusedPath(again), "/withReturn");
    again.withReturn = false;
    p.hall.make(again);
    EXPECT_EQ(p.hall.ticket(p.id).returnWindowId, win("w2")) << "the promise stands";
}

TEST(Transfer, RefusesWhatNobodyServes) {
    Present p;
    EXPECT_EQ(p.hall.refusal(p.to("")), ErrorCode::invalid);
    EXPECT_EQ(p.hall.refusal(p.to("a1")), ErrorCode::invalid) << "it is there already";
    EXPECT_EQ(p.hall.refusal(p.to("", "w2")), ErrorCode::invalid);
    EXPECT_EQ(p.hall.refusal(p.to("no")), ErrorCode::notFound);
    EXPECT_EQ(p.hall.refusal(p.to("b1", "w9")), ErrorCode::notFound);
    EXPECT_EQ(p.hall.refusal(p.to("a2", "w3")), ErrorCode::notServable);
    p.hall.config.windows.at(win("w2")).active = false;
    p.hall.config.windows.at(win("w3")).active = false;
    EXPECT_EQ(p.hall.refusal(p.to("b1")), ErrorCode::notServable);
}

} // namespace
} // namespace atrium::rules::queueing::tests
