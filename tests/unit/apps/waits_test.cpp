// SPDX-License-Identifier: GPL-3.0-or-later
// What a kiosk says before a number is taken is what the ticket says then: the same people, the same minutes.
#include "apps/kiosk/hallload.h"
#include "shared/model/json.h"
#include "shared/rules/estimate/ticketwait.h"
#include "shared/sync/qt/replica.h"
#include "tests/unit/rules/queueing/hall.h"

#include <QCoreApplication>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace atrium::kiosk {
namespace {

using namespace std::chrono_literals;
using rules::queueing::tests::Hall;
using rules::queueing::tests::win;

template <class Record> sync::Change put(const Record& record) {
    return {.kind = std::string(model::RecordTraits<Record>::kind),
            .id = record.id.value,
            .record = model::toJson(record)};
}

/// Ahead, and the words for the wait.
using Words = std::pair<int, std::string>;

/// On the kiosk's row.
Words row(const Hall& hall, const std::string& item) {
    static int count = 1;
    static char name[] = "kiosk_waits_test";
    static char* arguments[] = {name};
    static const QCoreApplication application(count, arguments); // the replica's timers need its loop
    sync::Replica replica(QStringLiteral(":memory:"));
    std::vector<sync::Change> all;
    for (const auto& [id, one] : hall.config.queues)
        all.push_back(put(one));
    for (const auto& [id, one] : hall.config.items)
        all.push_back(put(one));
    for (const auto& [id, one] : hall.config.windows)
        all.push_back(put(one));
    for (const auto& [id, one] : hall.state.windows) {
        all.push_back(put(one));
        EXPECT_EQ(all.back().id, id.value);
    }
    for (const auto& [id, one] : hall.state.queueDays)
        all.push_back(put(one));
    for (const auto& [id, one] : hall.state.tickets)
        all.push_back(put(one));
    for (const auto& [id, rows] : hall.config.skills) {
        model::Staff person; // as a kiosk gets them: nothing but their coefficients
        person.id = id;
        for (const auto& [queue, skill] : rows)
            person.skills.push_back({queue, skill});
        all.push_back(put(person));
    }
    EXPECT_TRUE(replica.beginSnapshot() && replica.addToSnapshot(all) &&
                replica.finishSnapshot(1, hall.state.day, hall.config.hallId));
    const auto waits = waitsOf(replica, hall.now().at, hall.state.day);
    const auto told = waits.of(hall.config.items.at(model::ServiceItemId(item)));
    return {told.ahead, HallLoad::waitText(told.wait).toStdString()};
}

/// On the ticket that a touch on the row brings.
Words ticket(Hall hall, const std::string& item) {
    const auto id = hall.reserve(item);
    estimate::Pools::WindowsOfItem windowsOfItem;
    for (const auto& [window, record] : hall.config.windows)
        for (const auto& wanted : record.itemIds)
            windowsOfItem[wanted].push_back(window);
    const auto told = estimate::waitOf(hall.ticket(id), hall.state, hall.now().at, hall.config,
                                       estimate::Pools(windowsOfItem));
    return {told.peopleAhead, HallLoad::waitText(told.wait).toStdString()};
}

void expectSame(Hall& hall, const char* where) {
    hall.pass(1s); // who comes now came after all others
    for (const char* item : {"a1", "a2", "b1"})
        EXPECT_EQ(row(hall, item), ticket(hall, item)) << where << ", " << item;
}

TEST(KioskWaits, RowAndTicketSayTheSameInEveryState) {
    Hall hall;
    hall.queue("tax").noShowLimit = 3;
    expectSame(hall, "nobody works");
    hall.open("w1");
    hall.open("w4");
    expectSame(hall, "nobody waits");
    for (int i = 0; i < 9; ++i) {
        hall.arrive(i % 3 == 0 ? "a1" : "a2");
        hall.arrive("b1");
        hall.pass(2min);
    }
    expectSame(hall, "windows for one item each");
    hall.open("w2");
    expectSame(hall, "a window for all");
    hall.arrive("a1", 1);
    hall.arrive("a2", 4);
    hall.reserve("a1");
    expectSame(hall, "other classes and one being printed");
    for (const char* window : {"w1", "w2", "w4"})
        hall.callNext(window);
    expectSame(hall, "all windows taken");
    hall.make(rules::queueing::MarkNoShow{win("w1")});
    expectSame(hall, "one was not there");
    hall.make(rules::queueing::PauseWindow{win("w1"), "lunch"});
    expectSame(hall, "a pause");
    hall.serve("w4");
    hall.pass(95min);
    expectSame(hall, "overdue");
}

TEST(KioskWaits, OnlyWindowsForTheItemAndPeopleTheyCallCount) {
    Hall hall;
    hall.open("w1");
    hall.open("w4");
    for (int i = 0; i < 10; ++i)
        hall.arrive("a2");
    const Words both{0, HallLoad::waitText(0, 0).toStdString()};
    EXPECT_EQ(row(hall, "a1"), both) << "w1 serves a1 alone: it calls nobody before";
    // Nine minutes each are planned, and no service has shown yet whether that is so.
    EXPECT_EQ(row(hall, "a2").second, HallLoad::waitText(90, std::nullopt).toStdString());
}

TEST(KioskWaits, WhatTheDayTaughtIsInBoth) {
    Hall hall;
    hall.open("w1");
    hall.open("w2");
    hall.open("w4");
    for (int i = 0; i < 24; ++i) {
        hall.arrive(i % 2 == 0 ? "a1" : "b1");
        hall.arrive("a2");
        hall.pass(1min);
    }
    for (int i = 0; i < 12; ++i) {
        hall.callNext("w2");
        if (i % 4 == 3)
            hall.make(rules::queueing::MarkNoShow{win("w2")});
        else
            hall.serve("w2");
        hall.callNext("w4");
        hall.pass(1min);
        hall.serve("w4");
        expectSame(hall, "a line that moves");
    }
    EXPECT_GT(hall.queueDay("tax").noShows, 0);
    EXPECT_GT(hall.queueDay("tax").serviceCount, 6);
    hall.callNext("w1");
    hall.callNext("w2");
    hall.callNext("w4");
    hall.pass(50min);
    expectSame(hall, "a line that stands still");
}

TEST(KioskWaits, PeopleOfAnotherQueueWhomTheWindowCallsFirstAreCounted) {
    Hall hall;
    hall.open("w2"); // a1, a2 and b1
    hall.arrive("b1");
    hall.callNext("w2");
    for (int i = 0; i < 9; ++i)
        hall.arrive("b1");
    hall.arrive("a1");
    expectSame(hall, "another queue's people come first");
    EXPECT_EQ(row(hall, "a2").first, 10);
    EXPECT_EQ(row(hall, "b1").first, 10);
    hall.open("w3"); // b1 alone: half of them go there
    EXPECT_EQ(row(hall, "a2").first, 6);
    EXPECT_EQ(ticket(hall, "a2").first, 6);
}

/// As if who comes had booked the next half hour.
void book(Hall& hall, const model::TicketId& id) {
    auto ticket = hall.ticket(id);
    ticket.dueFrom = hall.now().at;
    ticket.dueUntil = hall.now().at + 30min;
    ++ticket.version;
    rules::queueing::Event event;
    event.tickets.push_back(ticket);
    evolve(hall.state, event);
}

TEST(KioskWaits, AppointmentsAndExcludedPeopleAreInBoth) {
    Hall hall;
    hall.open("w2");
    hall.open("w3");
    hall.queue("land").priorityClass = 1; // before the ordinary ones of the other queue
    for (int i = 0; i < 4; ++i) {
        hall.arrive("a1");
        book(hall, hall.arrive("a2"));
        hall.arrive("b1");
    }
    expectSame(hall, "appointments");
    EXPECT_GE(row(hall, "b1").first, 4) << "who has booked goes before";
    hall.config.skills[model::StaffId{"staff-w2"}][model::QueueId{"tax"}] = model::Skill::exclude;
    expectSame(hall, "the only person for a queue is excluded from it");
    EXPECT_EQ(row(hall, "a1").second, HallLoad::waitText(std::nullopt).toStdString());
    hall.open("w1");
    expectSame(hall, "another window serves a part of it");
}

rules::queueing::TransferTicket transferTo(const std::string& from, const std::string& to) {
    rules::queueing::TransferTicket command;
    command.windowId = win(from);
    command.toWindowId = win(to);
    return command;
}

/// Calls at the window, and what then comes of it.
void call(Hall& hall, const std::string& window) {
    using namespace rules::queueing;
    (void)hall.ask(OpenWindow{win(window), model::StaffId("of-" + window)});
    if (hall.callNext(window).empty())
        return;
    switch (*rc::gen::weightedElement<int>({{4, 0}, {3, 1}, {1, 2}, {1, 3}})) {
    case 0:
        hall.make(MarkNoShow{win(window)});
        break;
    case 1:
        hall.make(StartService{win(window)});
        (void)hall.ask(transferTo(window, *rc::gen::element<std::string>("w1", "w2", "w3", "w4")));
        break;
    case 2:
        hall.serve(window);
        break;
    default:
        break; // called still
    }
}

/// One step of a hall's day, whatever it comes to; what is refused changes nothing.
void step(Hall& hall) {
    using namespace rules::queueing;
    const auto item = *rc::gen::element<std::string>("a1", "a2", "b1");
    const auto window = *rc::gen::element<std::string>("w1", "w2", "w3", "w4");
    switch (*rc::gen::weightedElement<int>({{6, 0}, {1, 1}, {5, 2}, {1, 3}, {1, 4}})) {
    case 0:
        if (const auto id = hall.arrive(item, *rc::gen::element(1, 2, 2, 2, 4)); *rc::gen::inRange(0, 5) == 0)
            book(hall, id);
        break;
    case 1:
        hall.reserve(item);
        break;
    case 2:
        call(hall, window);
        break;
    case 3:
        (void)hall.ask(PauseWindow{win(window), "lunch"});
        break;
    default:
        (void)hall.ask(CloseWindow{win(window)});
        break;
    }
    hall.pass(std::chrono::minutes(*rc::gen::inRange(0, 6)));
}

RC_GTEST_PROP(KioskWaits, RowAndTicketAgreeWhateverHappened, ()) {
    Hall hall;
    hall.queue("tax").noShowLimit = 3;
    hall.queue("land").noShowLimit = 3;
    hall.queue("tax").passedRule = model::PassedRule::placesBack;
    hall.queue("land").passedRule = model::PassedRule::placesBack;
    hall.queue("tax").requeuePlaces = *rc::gen::inRange(1, 6);
    hall.queue("land").ageingMinutes = 0; // a class stays what it is
    if (*rc::gen::arbitrary<bool>())
        hall.config.skills = {{model::StaffId{"of-w2"}, {{model::QueueId{"tax"}, model::Skill::exclude}}},
                              {model::StaffId{"of-w3"}, {{model::QueueId{"land"}, model::Skill::exclude}}}};
    const int steps = *rc::gen::inRange(1, 60);
    for (int i = 0; i < steps; ++i)
        step(hall);
    hall.pass(1s);
    for (const char* item : {"a1", "a2", "b1"})
        RC_ASSERT(row(hall, item) == ticket(hall, item));
}

/// The number told is the number of calls until the own one, where one window takes them all.
RC_GTEST_PROP(KioskWaits, AsManyAreCalledBeforeAsWereTold, ()) {
    Hall hall;
    const int waiting = *rc::gen::inRange(0, 20);
    for (int i = 0; i < waiting; ++i) {
        hall.arrive(*rc::gen::element<std::string>("a1", "a2", "b1"), *rc::gen::element(1, 2, 2, 2, 3));
        hall.pass(std::chrono::minutes(*rc::gen::inRange(0, 6)));
    }
    hall.open("w2");
    hall.pass(1s);
    const std::string item = *rc::gen::element<std::string>("a1", "a2", "b1");
    const int told = row(hall, item).first;
    const auto mine = hall.arrive(item);
    int before = 0;
    for (std::string called = hall.callNext("w2"); called != mine.value; called = hall.callNext("w2")) {
        RC_ASSERT(before++ <= waiting);
        hall.make(rules::queueing::StartService{win("w2")});
        hall.make(rules::queueing::FinishService{win("w2")});
    }
    RC_ASSERT(before == told);
}

TEST(KioskWaits, AFreeWindowAndNobodyAheadIsNoWaiting) {
    Hall hall;
    hall.open("w3");
    const Words none{0, HallLoad::waitText(0, 0).toStdString()};
    EXPECT_EQ(row(hall, "b1"), none);
    EXPECT_EQ(none.second, "马上办理");
    hall.arrive("b1");
    hall.callNext("w3");
    EXPECT_EQ(row(hall, "b1").first, 0);
    EXPECT_NE(row(hall, "b1").second, none.second) << "the window is taken";
}

} // namespace
} // namespace atrium::kiosk
