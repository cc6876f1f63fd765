// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/queueing/dispatch.h"
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

std::vector<std::string> orderOf(const Hall& hall, const std::string& window) {
    std::vector<std::string> out;
    for (const auto& ranked : orderFor(win(window), hall.state, hall.now().at, hall.config))
        out.push_back(ranked.ticketId.value);
    return out;
}
OrderReason reasonOf(const Hall& hall, const std::string& window, const model::TicketId& id) {
    for (const auto& ranked : orderFor(win(window), hall.state, hall.now().at, hall.config))
        if (ranked.ticketId == id)
            return ranked.reason;
    ADD_FAILURE() << id.value << " is not in the order";
    return OrderReason::arrival;
}
int ahead(const Hall& hall, const model::TicketId& id) {
    return peopleAhead(id, hall.state, hall.now().at, hall.config);
}
using Ids = std::vector<std::string>;

TEST(Dispatch, MatchesOnItemAndWindowPairs) {
    Hall hall;
    hall.arrive("a1");
    hall.arrive("a2");
    hall.pass(1s);
    hall.arrive("b1");
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t1"}));
    EXPECT_EQ(orderOf(hall, "w2"), (Ids{"t1", "t2", "t3"}));
    EXPECT_EQ(orderOf(hall, "w3"), (Ids{"t3"}));
    EXPECT_EQ(orderOf(hall, "w4"), (Ids{"t2"})) << "of the same queue, another item";
    EXPECT_EQ(orderOf(hall, "w9"), Ids{});
}

TEST(Dispatch, ClassThenArrivalThenSequence) {
    Hall hall;
    hall.arrive("a1");
    hall.arrive("a1");
    hall.pass(1min);
    const auto first = hall.arrive("a1", 0);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t3", "t1", "t2"}));
    EXPECT_EQ(reasonOf(hall, "w1", first), OrderReason::priority);
    EXPECT_EQ(reasonOf(hall, "w1", model::TicketId{"t1"}), OrderReason::arrival);
}

TEST(Dispatch, AgeingRaisesOneClassPerStep) {
    Hall hall;
    hall.queue("tax").ageingMinutes = 20;
    const auto old = hall.arrive("a1");
    hall.pass(19min);
    hall.arrive("a1", 1);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t2", "t1"}));
    hall.pass(1min);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t1", "t2"}));
    EXPECT_EQ(reasonOf(hall, "w1", old), OrderReason::aged);
    hall.queue("tax").ageingMinutes = 0;
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t2", "t1"})) << "0: never";
}

TEST(Dispatch, HardBoundGoesBeforeEveryClassOldestFirst) {
    Hall hall;
    hall.queue("tax").ageingMinutes = 0;
    hall.queue("tax").finallyCallByMinutes = 30;
    const auto old = hall.arrive("a1", 4);
    hall.pass(1min);
    hall.arrive("a1", 0);
    hall.pass(28min);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t2", "t1"}));
    hall.pass(1min);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t1", "t2"}));
    EXPECT_EQ(reasonOf(hall, "w1", old), OrderReason::finallyCallBy);
    hall.pass(1min);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t1", "t2"})) << "both overdue: the class counts no more";
}

TEST(Dispatch, LimitCutsTheSameOrder) {
    Hall hall;
    for (int i = 0; i < 6; ++i)
        hall.arrive("a1", i % 3);
    const auto all = orderFor(win("w1"), hall.state, hall.now().at, hall.config);
    const auto some = orderFor(win("w1"), hall.state, hall.now().at, hall.config, 2);
    ASSERT_EQ(some.size(), 2U);
    EXPECT_EQ(some[0].ticketId, all[0].ticketId);
    EXPECT_EQ(some[1].ticketId, all[1].ticketId);
}

TEST(Dispatch, BoundTicketIsFreedWhenItsWindowIsClosedAndItIsOverdue) {
    Hall hall;
    hall.open("w2");
    hall.open("w3");
    hall.arrive("a1");
    hall.callNext("w2");
    hall.make(TransferTicket{win("w2"), model::ServiceItemId{"b1"}, win("w3"), false, {}});
    EXPECT_EQ(reasonOf(hall, "w3", model::TicketId{"t1"}), OrderReason::transferred);
    hall.pass(90min);
    EXPECT_EQ(hall.callNext("w2"), "") << "its window is there";
    hall.make(CloseWindow{win("w3")});
    EXPECT_EQ(hall.callNext("w2"), "t1") << "nothing waits for ever";
}

/// w2 and w3 serve b1; t1 was handed to w3 alone.
struct Bound {
    Hall hall;
    model::TicketId id{"t1"};
    Bound() {
        hall.open("w2");
        hall.open("w3");
        hall.arrive("a1");
        hall.callNext("w2");
        hall.make(TransferTicket{win("w2"), model::ServiceItemId{"b1"}, win("w3"), false, {}});
    }
    model::Window& target() { return hall.config.windows.at(win("w3")); }
};

TEST(Dispatch, BoundTicketIsFreedWhenItsWindowPausesAndItIsOverdue) {
    Bound b;
    b.hall.make(PauseWindow{win("w3"), "lunch"});
    b.hall.pass(89min);
    EXPECT_EQ(b.hall.callNext("w2"), "") << "its window comes back";
    b.hall.pass(1min);
    EXPECT_EQ(b.hall.callNext("w2"), "t1");
}

TEST(Dispatch, BoundTicketIsFreedAtOnceWhenItsWindowCannotTakeItAnyMore) {
    for (const int way : {0, 1, 2}) {
        Bound b;
        const auto behind = b.hall.arrive("b1");
        EXPECT_EQ(peopleAhead(behind, b.hall.state, b.hall.now().at, b.hall.config), 1);
        if (way == 0)
            b.target().active = false; // switched off while it is open
        else if (way == 1)
            b.target().itemIds.clear();
        else
            b.hall.config.windows.erase(win("w3"));
        EXPECT_TRUE(mayCall(win("w2"), b.hall.ticket(b.id), b.hall.state, b.hall.now().at, b.hall.config));
        EXPECT_EQ(peopleAhead(b.id, b.hall.state, b.hall.now().at, b.hall.config), 0);
        EXPECT_EQ(peopleAhead(behind, b.hall.state, b.hall.now().at, b.hall.config), 1);
        EXPECT_EQ(b.hall.callNext("w2"), "t1") << way;
    }
}

TEST(Dispatch, BoundTicketMayBeCalledOutOfOrderUnlessItsWindowIsAtWork) {
    Bound b;
    const CallTicket wish{win("w2"), b.hall.nextCallId(), b.id, "colleague at lunch"};
    EXPECT_EQ(b.hall.refusal(wish), model::ErrorCode::conflict);
    b.hall.make(PauseWindow{win("w3"), "lunch"});
    b.hall.make(wish);
    EXPECT_EQ(b.hall.ticket(b.id).state, model::TicketState::called);
}

TEST(Dispatch, APassedTicketStandsInTheOrderWhereItWillBeCalled) {
    Hall hall;
    hall.queue("tax").requeuePlaces = 2;
    hall.queue("tax").noShowLimit = 3;
    hall.open("w1");
    for (int i = 0; i < 5; ++i) {
        hall.arrive("a1");
        hall.pass(1min);
    }
    hall.callNext("w1");
    hall.make(MarkNoShow{win("w1")});
    const Ids told = orderOf(hall, "w1");
    EXPECT_EQ(told, (Ids{"t2", "t3", "t1", "t4", "t5"}));
    EXPECT_EQ(reasonOf(hall, "w1", model::TicketId{"t1"}), OrderReason::placesBack);
    Ids called;
    for (std::size_t i = 0; i < told.size(); ++i) {
        called.push_back(hall.callNext("w1"));
        hall.serve("w1");
    }
    EXPECT_EQ(called, told);
}

TEST(Dispatch, AmongPassedTicketsTheOneWithFewestPlacesLeftComesFirst) {
    Hall hall;
    hall.queue("tax").noShowLimit = 0;
    hall.open("w1");
    for (int i = 0; i < 3; ++i) {
        hall.arrive("a1");
        hall.callNext("w1");
        hall.make(MarkNoShow{win("w1")});
    }
    for (const int places : {3, 1, 2}) {
        hall.queue("tax").requeuePlaces = places;
        hall.make(RequeueTicket{model::TicketId{"t" + std::to_string(places)}});
    }
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t1", "t2", "t3"}));
}

TEST(PeopleAhead, CountsTheQueueInTheOrderOfCalling) {
    Hall hall;
    const auto first = hall.arrive("a1");
    hall.arrive("b1");
    hall.reserve("a2");
    const auto last = hall.arrive("a1");
    const auto prior = hall.arrive("a1", 0);
    const auto reserved = hall.reserve("a1");
    EXPECT_EQ(ahead(hall, first), 1) << "the class 0 ticket";
    EXPECT_EQ(ahead(hall, prior), 0);
    EXPECT_EQ(ahead(hall, last), 3) << "the reservation keeps its place";
    EXPECT_EQ(ahead(hall, reserved), 4);
    hall.make(CancelTicket{first, {}});
    EXPECT_EQ(ahead(hall, first), 0);
    EXPECT_EQ(ahead(hall, last), 2);
}

TEST(PeopleAhead, PassedTicketsGetInAfterTheirPlaces) {
    Hall hall;
    hall.queue("tax").requeuePlaces = 2;
    hall.open("w1");
    const auto passed = hall.arrive("a1");
    for (int i = 0; i < 3; ++i)
        hall.arrive("a1");
    hall.callNext("w1");
    hall.make(MarkNoShow{win("w1")});
    EXPECT_EQ(reasonOf(hall, "w1", passed), OrderReason::placesBack);
    EXPECT_EQ(ahead(hall, passed), 2);
    EXPECT_EQ(ahead(hall, model::TicketId{"t2"}), 0);
    EXPECT_EQ(ahead(hall, model::TicketId{"t3"}), 1);
    EXPECT_EQ(ahead(hall, model::TicketId{"t4"}), 3);
}

TEST(PeopleAhead, TicketBoundToAWindowSeesThatWindowsOrder) {
    Hall hall;
    hall.open("w1");
    const auto bound = hall.arrive("a1");
    hall.callNext("w1");
    hall.make(TransferTicket{win("w1"), std::nullopt, win("w2"), false, {}});
    hall.arrive("b1", 0);
    hall.arrive("a1", 0);
    EXPECT_EQ(ahead(hall, bound), 2);
}

} // namespace
} // namespace atrium::rules::queueing::tests
