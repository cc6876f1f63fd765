// SPDX-License-Identifier: GPL-3.0-or-later
// Appointments in the order of calling, operators' coefficients, calls by the server, several businesses.
#include "shared/rules/queueing/dispatch.h"
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::CallMode;
using model::ErrorCode;
using model::Skill;
using model::TicketState;
using namespace std::chrono_literals;
using Ids = std::vector<std::string>;

Ids orderOf(const Hall& hall, const std::string& window) {
    Ids out;
    for (const auto& ranked : orderFor(win(window), hall.state, hall.now().at, hall.config))
        out.push_back(ranked.ticketId.value);
    return out;
}

OrderReason firstReason(const Hall& hall, const std::string& window) {
    const auto choice = chooseFor(win(window), hall.state, hall.now().at, hall.config);
    return choice ? choice->reason : OrderReason::placesBack;
}

/// As if its holder had booked that time.
void book(Hall& hall, const model::TicketId& id, std::chrono::minutes from, std::chrono::minutes until) {
    auto ticket = hall.ticket(id);
    ticket.dueFrom = hall.now().at + from;
    ticket.dueUntil = hall.now().at + until;
    ++ticket.version;
    Event event;
    event.tickets.push_back(ticket);
    evolve(hall.state, event);
}

void use(Hall& hall, const std::string& window, const std::string& queue, Skill skill) {
    hall.config.skills[StaffId{"staff-" + window}][model::QueueId{queue}] = skill;
}

TEST(Appointments, GoFirstWithinTheirTimeAndAreOrdinaryAfterIt) {
    Hall hall;
    hall.arrive("a1", 0);
    const auto booked = hall.arrive("a1");
    book(hall, booked, 10min, 30min);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t1", "t2"})) << "not yet";
    hall.pass(10min);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t2", "t1"})) << "before the first class";
    EXPECT_EQ(firstReason(hall, "w1"), OrderReason::appointment);
    hall.pass(20min);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t1", "t2"})) << "its time is over: an ordinary ticket, not lost";
}

TEST(Appointments, EarlierTimesGoFirstAndNobodyOverdueIsPassed) {
    Hall hall;
    hall.queue("tax").finallyCallByMinutes = 60;
    hall.queue("tax").ageingMinutes = 0;
    hall.arrive("a1", 4);
    hall.pass(50min);
    const auto later = hall.arrive("a1");
    const auto sooner = hall.arrive("a1");
    book(hall, later, -5min, 60min);
    book(hall, sooner, -20min, 60min);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t3", "t2", "t1"}));
    hall.pass(10min);
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t1", "t3", "t2"})) << "who has waited long enough goes before all";
}

TEST(Appointments, ArePeopleAheadOfWhoComesWithoutOne) {
    Hall hall;
    const auto ordinary = hall.arrive("a1");
    const auto booked = hall.arrive("a1");
    book(hall, booked, 0min, 30min);
    EXPECT_EQ(peopleAhead(ordinary, hall.state, hall.now().at, hall.config), 1);
    EXPECT_EQ(peopleAhead(booked, hall.state, hall.now().at, hall.config), 0);
}

TEST(Skills, PreferredGoesFirstInItsClassOnly) {
    Hall hall;
    hall.open("w2");
    hall.arrive("a1");
    hall.arrive("b1");
    hall.arrive("a1", 1);
    EXPECT_EQ(orderOf(hall, "w2"), (Ids{"t3", "t1", "t2"}));
    use(hall, "w2", "land", Skill::preferred);
    EXPECT_EQ(orderOf(hall, "w2"), (Ids{"t3", "t2", "t1"}));
    hall.callNext("w2");
    hall.serve("w2");
    EXPECT_EQ(firstReason(hall, "w2"), OrderReason::preferred);
}

TEST(Skills, BackupHelpsOutOnlyWhenNobodyElseWaitsOrSomebodyIsOverdue) {
    Hall hall;
    hall.open("w2");
    use(hall, "w2", "tax", Skill::backup);
    hall.arrive("a1", 0);
    hall.pass(1min);
    hall.arrive("b1", 4);
    EXPECT_EQ(orderOf(hall, "w2"), (Ids{"t2", "t1"}));
    EXPECT_EQ(orderOf(hall, "w1"), (Ids{"t1"})) << "others call as ever";
    hall.pass(89min);
    EXPECT_EQ(orderOf(hall, "w2"), (Ids{"t1", "t2"})) << "overdue";
    EXPECT_EQ(firstReason(hall, "w2"), OrderReason::finallyCallBy);
}

TEST(Skills, ExcludedIsNeverCalledNeitherInOrderNorByName) {
    Hall hall;
    hall.open("w2");
    use(hall, "w2", "tax", Skill::exclude);
    const auto id = hall.arrive("a1");
    hall.pass(5h);
    EXPECT_EQ(orderOf(hall, "w2"), Ids{});
    EXPECT_EQ(hall.callNext("w2"), "");
    EXPECT_EQ(hall.refusal(CallTicket{win("w2"), hall.nextCallId(), id, "x"}), ErrorCode::notServable);
    EXPECT_FALSE(mayCall(win("w2"), hall.ticket(id), hall.state, hall.now().at, hall.config));
    hall.make(CloseWindow{win("w2")});
    hall.make(OpenWindow{win("w2"), StaffId{"somebody-else"}});
    EXPECT_EQ(hall.callNext("w2"), "t1") << "it is the person's, not the window's";
}

TEST(Skills, ATicketForAWindowWhosePersonIsExcludedIsFreedAtTheHardBound) {
    Hall hall;
    hall.open("w2");
    hall.open("w3");
    hall.arrive("a1");
    hall.callNext("w2");
    hall.make(TransferTicket{win("w2"), model::ServiceItemId{"b1"}, win("w3"), false, {}});
    use(hall, "w3", "land", Skill::exclude);
    EXPECT_EQ(orderOf(hall, "w3"), Ids{});
    EXPECT_EQ(orderOf(hall, "w2"), Ids{});
    hall.pass(90min);
    EXPECT_EQ(orderOf(hall, "w2"), (Ids{"t1"}));
}

TEST(CallModes, TheServerCallsWhenAWindowHasBeenFreeLongEnough) {
    Hall hall;
    hall.queue("tax").callMode = CallMode::automatic;
    hall.queue("tax").callAfterSeconds = 10;
    hall.open("w1");
    const auto due = [&] { return dueCalls(hall.state, hall.now().at, hall.config); };
    EXPECT_TRUE(due().empty()) << "nobody waits";
    hall.arrive("a1");
    hall.pass(9s);
    EXPECT_TRUE(due().empty());
    const auto before = hall.log.size();
    hall.make(CallByItself{win("w1"), hall.nextCallId()});
    EXPECT_EQ(hall.log.size(), before) << "too soon: no fact";
    hall.pass(1s);
    EXPECT_EQ(due(), std::vector{win("w1")});
    hall.make(CallByItself{win("w1"), hall.nextCallId()});
    EXPECT_EQ(hall.ticket(model::TicketId{"t1"}).state, TicketState::called);
    EXPECT_TRUE(due().empty()) << "the window is busy";
}

TEST(CallModes, ManualQueuesWaitForTheClerkAndPausedWindowsAreLeftAlone) {
    Hall hall;
    hall.queue("land").callMode = CallMode::mixed;
    hall.open("w2");
    hall.arrive("a1");
    hall.arrive("b1");
    hall.pass(1min);
    EXPECT_TRUE(dueCalls(hall.state, hall.now().at, hall.config).empty()) << "the next one is called by hand";
    hall.callNext("w2");
    hall.serve("w2");
    hall.make(PauseWindow{win("w2"), "break"});
    hall.pass(1min);
    EXPECT_TRUE(dueCalls(hall.state, hall.now().at, hall.config).empty());
    hall.make(ResumeWindow{win("w2")});
    hall.pass(1min);
    EXPECT_EQ(dueCalls(hall.state, hall.now().at, hall.config), std::vector{win("w2")});
}

TEST(CallModes, NobodyIsPickedFromAnAutomaticQueueButFromAMixedOne) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    const auto second = hall.arrive("a1");
    hall.queue("tax").callMode = CallMode::automatic;
    EXPECT_EQ(hall.refusal(CallTicket{win("w1"), hall.nextCallId(), second, "x"}), ErrorCode::conflict);
    hall.queue("tax").callMode = CallMode::mixed;
    hall.make(CallTicket{win("w1"), hall.nextCallId(), second, "x"});
}

TEST(Direct, SomebodyWithoutANumberIsServedAtOnceAndCounted) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    hall.queue("tax").dailyQuota = 1;
    const auto wish = hall.issueOf("a1");
    hall.make(ServeDirectly{win("w1"), wish.ticketId, wish.itemId});
    const auto& ticket = hall.ticket(wish.ticketId);
    EXPECT_EQ(ticket.state, TicketState::serving) << "the quota does not stand in the way";
    EXPECT_EQ(ticket.number, "A0002");
    EXPECT_EQ(ticket.startedAt, hall.now().at);
    EXPECT_EQ(hall.window("w1").number, "A0002");
    EXPECT_EQ(hall.queueDay("tax").issued, 2);
    EXPECT_EQ(hall.queueDay("tax").waiting, 1) << "who waits goes on waiting";
    hall.pass(5min);
    hall.make(FinishService{win("w1")});
    EXPECT_EQ(hall.window("w1").ratingTicketId, wish.ticketId);
}

TEST(Direct, IsRefusedWhereTheWindowCannot) {
    Hall hall;
    const auto direct = [&](const std::string& item) {
        const auto wish = hall.issueOf(item);
        return ServeDirectly{win("w1"), wish.ticketId, wish.itemId};
    };
    EXPECT_EQ(hall.refusal(direct("a1")), ErrorCode::windowClosed);
    hall.open("w1");
    EXPECT_EQ(hall.refusal(direct("b1")), ErrorCode::notServable);
    EXPECT_EQ(hall.refusal(direct("nothing")), ErrorCode::notFound);
    use(hall, "w1", "tax", Skill::exclude);
    EXPECT_EQ(hall.refusal(direct("a1")), ErrorCode::notServable);
    hall.config.skills.clear();
    hall.arrive("a1");
    hall.callNext("w1");
    EXPECT_EQ(hall.refusal(direct("a1")), ErrorCode::windowBusy);
}

/// t1 wants a1, then b1.
struct Two {
    Hall hall;
    model::TicketId id;
    Two() {
        for (const auto* window : {"w1", "w2", "w3"})
            hall.open(window);
        auto wish = hall.issueOf("a1");
        wish.moreItemIds = {model::ServiceItemId{"b1"}};
        wish.paper = false;
        hall.make(wish);
        id = wish.ticketId;
    }
};

TEST(Businesses, FollowEachOtherOnOneTicketAndOneRating) {
    Two two;
    auto& hall = two.hall;
    EXPECT_EQ(hall.queueDay("tax").issued, 1);
    hall.callNext("w1");
    hall.serve("w1");
    EXPECT_EQ(hall.ticket(two.id).state, TicketState::waiting);
    EXPECT_EQ(hall.ticket(two.id).itemId.value, "b1");
    EXPECT_EQ(hall.ticket(two.id).queueId.value, "land");
    EXPECT_EQ(hall.ticket(two.id).arrivedAt, hall.now().at) << "waits as one who has just come";
    EXPECT_EQ(hall.ticket(two.id).number, "A0001") << "and keeps its number";
    EXPECT_EQ(hall.queueDay("land").waiting, 1);
    EXPECT_EQ(hall.queueDay("land").issued, 0);
    EXPECT_FALSE(hall.window("w1").ratingTicketId) << "asked at the end";
    EXPECT_EQ(hall.callNext("w3"), "t1");
    hall.serve("w3");
    EXPECT_EQ(hall.ticket(two.id).state, TicketState::finished);
    EXPECT_EQ(hall.window("w3").ratingTicketId, two.id);
}

TEST(Businesses, AFinishIsTakenBackWithAllItBrought) {
    Two two;
    auto& hall = two.hall;
    hall.callNext("w1");
    hall.make(StartService{win("w1")});
    const auto before = hall.ticket(two.id);
    hall.make(FinishService{win("w1")});
    hall.make(UndoLast{win("w1")});
    auto after = hall.ticket(two.id);
    after.version = before.version;
    EXPECT_EQ(after, before);
    EXPECT_EQ(hall.queueDay("land").waiting, 0);
}

TEST(Businesses, WhatNobodyServesAnyMoreIsLeftOut) {
    Two two;
    auto& hall = two.hall;
    hall.config.windows.at(win("w2")).itemIds = {model::ServiceItemId{"a1"}};
    hall.config.windows.at(win("w3")).active = false;
    hall.callNext("w1");
    hall.serve("w1");
    EXPECT_EQ(hall.ticket(two.id).state, TicketState::finished);
}

TEST(Businesses, AreRefusedWithTheirPlace) {
    Hall hall;
    auto wish = hall.issueOf("a1");
    const auto more = [&](std::vector<std::string> ids) {
        wish.moreItemIds.clear();
        for (auto& id : ids)
            wish.moreItemIds.emplace_back(std::move(id));
        return hall.refusedPath(wish);
    };
    EXPECT_EQ(more({"a1"}), "/moreItemIds/0") << "named twice";
    EXPECT_EQ(more({"b1", "b1"}), "/moreItemIds/1");
    EXPECT_EQ(more({"b1", "nothing"}), "/moreItemIds/1");
    EXPECT_EQ(more({"a2", "b1", "a2", "b1", "a2"}), "/moreItemIds") << "too many";
    hall.queue("land").realName = true;
    EXPECT_EQ(more({"b1"}), "/identity");
    hall.queue("land").realName = false;
    hall.queue("land").active = false;
    EXPECT_EQ(more({"b1"}), "/moreItemIds/0");
}

} // namespace
} // namespace atrium::rules::queueing::tests
