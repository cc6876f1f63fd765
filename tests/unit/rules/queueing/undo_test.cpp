// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

struct Finished {
    Hall hall;
    model::TicketId id;
    model::Ticket before;
    Finished() {
        hall.queue("tax").serviceSeconds = 600;
        hall.open("w1");
        id = hall.arrive("a1");
        hall.callNext("w1");
        hall.make(StartService{win("w1")});
        hall.pass(5min);
        before = hall.ticket(id);
        hall.make(FinishService{win("w1")});
    }
};

void expectSame(model::Ticket now, const model::Ticket& before) {
    now.version = before.version;
    EXPECT_EQ(now, before);
}

TEST(Undo, TakesAFinishBack) {
    Finished f;
    f.hall.pass(120s);
    f.hall.make(UndoLast{win("w1")});
    expectSame(f.hall.ticket(f.id), f.before);
    EXPECT_EQ(f.hall.window("w1").state, WindowState::serving);
    EXPECT_EQ(f.hall.window("w1").ticketId, f.id);
    EXPECT_EQ(f.hall.window("w1").since, f.before.startedAt);
    EXPECT_EQ(f.hall.window("w1").ratingTicketId, std::nullopt);
    EXPECT_TRUE(f.hall.state.undoTickets.empty());
    EXPECT_EQ(f.hall.refusal(UndoLast{win("w1")}), ErrorCode::windowBusy);
}

/// The mean is what waiting times are reckoned with.
TEST(Undo, AServiceThatIsFinishedTwiceCountsOnce) {
    Finished first; // five minutes
    Hall& hall = first.hall;
    hall.pass(60s);
    hall.make(UndoLast{win("w1")});
    EXPECT_EQ(hall.queueDay("tax").serviceCount, 0);
    hall.pass(4min);
    hall.make(FinishService{win("w1")});
    hall.arrive("a1");
    hall.callNext("w1");
    EXPECT_EQ(hall.queueDay("tax").serviceSeconds, 600); // ten minutes, once
    EXPECT_EQ(hall.queueDay("tax").serviceCount, 5);     // after the planned time, which counts as four
}

TEST(Undo, ANoShowThatIsTakenBackIsNotCounted) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    hall.callNext("w1");
    hall.make(MarkNoShow{win("w1")});
    EXPECT_EQ(hall.queueDay("tax").noShows, 1);
    hall.make(UndoLast{win("w1")});
    EXPECT_EQ(hall.queueDay("tax").noShows, 0);
    EXPECT_EQ(hall.queueDay("tax").called, 1);
}

TEST(Undo, IsOverAfterTheTime) {
    Finished f;
    f.hall.pass(121s);
    EXPECT_EQ(f.hall.refusal(UndoLast{win("w1")}), ErrorCode::undoExpired);
}

TEST(Undo, WorksFromAPauseButNotAfterTheNextCallOrSignIn) {
    Finished paused;
    paused.hall.make(PauseWindow{win("w1"), "tea"});
    paused.hall.make(UndoLast{win("w1")});
    EXPECT_EQ(paused.hall.window("w1").state, WindowState::serving);
    EXPECT_EQ(paused.hall.window("w1").pauseReason, "");

    Finished called;
    called.hall.arrive("a1");
    called.hall.callNext("w1");
    EXPECT_EQ(called.hall.refusal(UndoLast{win("w1")}), ErrorCode::windowBusy);
    called.hall.make(HoldTicket{win("w1"), {}});
    EXPECT_EQ(called.hall.refusal(UndoLast{win("w1")}), ErrorCode::undoExpired);

    Finished left;
    left.hall.make(CloseWindow{win("w1")});
    EXPECT_EQ(left.hall.refusal(UndoLast{win("w1")}), ErrorCode::windowClosed);
    left.hall.open("w1");
    EXPECT_EQ(left.hall.refusal(UndoLast{win("w1")}), ErrorCode::undoExpired);
}

TEST(Undo, TakesANoShowBackWhetherItWaitsAgainOrNot) {
    using enum model::PassedRule;
    for (const auto& [rule, limit] :
         {std::pair(placesBack, 0), {placesBack, 1}, {atEnd, 1}, {keepsPlace, 1}}) {
        Hall hall;
        hall.queue("tax").passedRule = rule;
        hall.queue("tax").noShowLimit = limit;
        hall.open("w1");
        const auto id = hall.arrive("a1");
        hall.callNext("w1");
        hall.make(Recall{win("w1"), hall.nextCallId()});
        const auto before = hall.ticket(id);
        hall.make(MarkNoShow{win("w1")});
        hall.make(UndoLast{win("w1")});
        expectSame(hall.ticket(id), before);
        EXPECT_EQ(hall.window("w1").state, WindowState::calling);
        EXPECT_EQ(hall.window("w1").since, before.calledAt);
        EXPECT_EQ(hall.queueDay("tax").waiting, 0);
        EXPECT_TRUE(hall.state.lettingPass.empty());
    }
}

TEST(Undo, IsOverOnceTheTicketMovedElsewhere) {
    Hall hall;
    hall.open("w1");
    hall.open("w2");
    const auto id = hall.arrive("a1");
    hall.callNext("w1");
    hall.make(MarkNoShow{win("w1")});
    EXPECT_EQ(hall.window("w1").undoTicketId, id);
    hall.callNext("w2");
    EXPECT_EQ(hall.window("w1").undoTicketId, std::nullopt) << "the button goes in the same moment";
    EXPECT_EQ(hall.refusal(UndoLast{win("w1")}), ErrorCode::undoExpired);
    EXPECT_EQ(hall.ticket(id).windowId, win("w2"));
}

TEST(Undo, TakesBackAFinishThatSentTheTicketHome) {
    Hall hall;
    hall.open("w2");
    hall.open("w3");
    const auto id = hall.arrive("a1");
    hall.callNext("w2");
    hall.make(StartService{win("w2")});
    hall.make(TransferTicket{win("w2"), model::ServiceItemId{"b1"}, win("w3"), true, {}});
    hall.callNext("w3");
    hall.make(StartService{win("w3")});
    const auto before = hall.ticket(id);
    hall.make(FinishService{win("w3")});
    EXPECT_EQ(hall.queueDay("tax").waiting, 1);
    hall.make(UndoLast{win("w3")});
    expectSame(hall.ticket(id), before);
    EXPECT_EQ(hall.queueDay("tax").waiting, 0);
    EXPECT_EQ(hall.callNext("w2"), "");
}

TEST(Undo, NeedsSomethingToUndo) {
    Hall hall;
    hall.open("w1");
    EXPECT_EQ(hall.refusal(UndoLast{win("w1")}), ErrorCode::undoExpired);
}

} // namespace
} // namespace atrium::rules::queueing::tests
