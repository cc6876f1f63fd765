// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

TEST(Windows, OpenPauseResumeClose) {
    Hall hall;
    hall.open("w1");
    EXPECT_EQ(hall.window("w1").state, WindowState::idle);
    EXPECT_EQ(hall.window("w1").staffId, StaffId{"staff-w1"});
    EXPECT_EQ(hall.window("w1").since, hall.now().at);
    hall.pass(1min);
    hall.make(PauseWindow{win("w1"), "lunch"});
    const auto pausedAt = hall.now().at;
    EXPECT_EQ(hall.window("w1").state, WindowState::paused);
    hall.pass(1min);
    hall.make(PauseWindow{win("w1"), "meeting"});
    EXPECT_EQ(hall.window("w1").pauseReason, "meeting");
    EXPECT_EQ(hall.window("w1").since, pausedAt) << "one pause, another reason";
    EXPECT_EQ(hall.refusal(CallNext{win("w1"), hall.nextCallId()}), ErrorCode::windowPaused);
    hall.make(ResumeWindow{win("w1")});
    EXPECT_EQ(hall.window("w1").state, WindowState::idle);
    EXPECT_EQ(hall.window("w1").pauseReason, "");
    hall.make(CloseWindow{win("w1")});
    EXPECT_EQ(hall.window("w1").state, WindowState::closed);
    EXPECT_EQ(hall.window("w1").staffId, std::nullopt);
    EXPECT_EQ(hall.refusal(CallNext{win("w1"), hall.nextCallId()}), ErrorCode::windowClosed);
    EXPECT_EQ(hall.refusal(PauseWindow{win("w1"), {}}), ErrorCode::windowClosed);
}

TEST(Windows, OnePersonIsSignedInAtOneWindow) {
    Hall hall;
    hall.make(OpenWindow{win("w1"), StaffId{"zhao"}});
    const auto answer = hall.ask(OpenWindow{win("w3"), StaffId{"zhao"}});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::conflict);
    EXPECT_NE(answer.error().detail.find("window 1"), std::string::npos) << "names the other window";
    EXPECT_EQ(hall.refusal(OpenWindow{win("w1"), StaffId{"qian"}}), ErrorCode::conflict);
    EXPECT_EQ(hall.refusal(OpenWindow{win("w1"), StaffId{"zhao"}}), std::nullopt) << "a repeat";
}

TEST(Windows, IsTakenOverWithTheTicketInHand) {
    Hall hall;
    hall.make(OpenWindow{win("w1"), StaffId{"zhao"}});
    const auto id = hall.arrive("a1");
    hall.callNext("w1");
    hall.make(StartService{win("w1")});
    const auto since = hall.window("w1").since;
    hall.pass(1min);
    hall.config.windows.at(win("w1")).active =
        false; // switched off meanwhile: its ticket is ended all the same
    hall.make(OpenWindow{win("w3"), StaffId{"sun"}});
    EXPECT_EQ(hall.refusal(OpenWindow{win("w1"), StaffId{"sun"}, true}), ErrorCode::conflict)
        << "never at two windows";
    hall.make(OpenWindow{win("w1"), StaffId{"qian"}, true});
    EXPECT_EQ(hall.window("w1").state, WindowState::serving);
    EXPECT_EQ(hall.window("w1").ticketId, id);
    EXPECT_EQ(hall.window("w1").staffId, StaffId{"qian"});
    EXPECT_EQ(hall.window("w1").since, since) << "one service";
    EXPECT_EQ(hall.ticket(id).staffId, StaffId{"qian"});
    hall.make(FinishService{win("w1")});
    EXPECT_EQ(hall.ticket(id).state, TicketState::finished);
}

TEST(Windows, RefusesUnknownAndSwitchedOff) {
    Hall hall;
    EXPECT_EQ(hall.refusal(OpenWindow{win("w9"), StaffId{"zhao"}}), ErrorCode::notFound);
    EXPECT_EQ(hall.refusal(OpenWindow{win("w1"), StaffId{}}), ErrorCode::invalid);
    EXPECT_EQ(hall.refusal(CallNext{win("w9"), hall.nextCallId()}), ErrorCode::notFound);
    EXPECT_EQ(hall.refusal(CloseWindow{win("w9")}), ErrorCode::notFound);
    hall.config.windows.at(win("w1")).active = false;
    EXPECT_EQ(hall.refusal(OpenWindow{win("w1"), StaffId{"zhao"}}), ErrorCode::windowClosed);
}

TEST(Windows, NeitherPausesNorClosesWithATicket) {
    Hall hall;
    hall.open("w1");
    hall.arrive("a1");
    hall.callNext("w1");
    EXPECT_EQ(hall.refusal(PauseWindow{win("w1"), {}}), ErrorCode::windowBusy);
    EXPECT_EQ(hall.refusal(CloseWindow{win("w1")}), ErrorCode::windowBusy);
    hall.make(StartService{win("w1")});
    EXPECT_EQ(hall.refusal(PauseWindow{win("w1"), {}}), ErrorCode::windowBusy);
    EXPECT_EQ(hall.refusal(CloseWindow{win("w1")}), ErrorCode::windowBusy);
}

} // namespace
} // namespace atrium::rules::queueing::tests
