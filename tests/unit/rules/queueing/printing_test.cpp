// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

using model::PrintOutcome;
using model::PrintState;

TEST(Printing, PrintedTicketWaitsAtItsReservedPlace) {
    Hall hall;
    hall.open("w1");
    const auto slow = hall.reserve("a1");
    hall.pass(30s);
    const auto fast = hall.arrive("a1");
    hall.make(ReportPrint{slow, PrintOutcome::printed, {}});
    EXPECT_EQ(hall.ticket(slow).arrivedAt, hall.ticket(slow).issuedAt);
    EXPECT_EQ(hall.callNext("w1"), slow.value);
    EXPECT_EQ(hall.ticket(fast).state, TicketState::waiting);
}

TEST(Printing, ReservedTicketIsNeverCalled) {
    Hall hall;
    hall.open("w1");
    const auto id = hall.reserve("a1");
    EXPECT_EQ(hall.refusal(CallNext{win("w1"), hall.nextCallId()}), ErrorCode::nothingWaiting);
    EXPECT_EQ(hall.refusal(CallTicket{win("w1"), hall.nextCallId(), id, "known"}), ErrorCode::conflict);
}

TEST(Printing, RepeatedReportIsAcceptedAndChangesNothing) {
    for (const auto outcome :
         {PrintOutcome::printed, PrintOutcome::failed, PrintOutcome::unknown, PrintOutcome::onScreen}) {
        Hall hall;
        const auto id = hall.reserve("a1");
        hall.make(ReportPrint{id, outcome, {}});
        const auto before = hall.state;
        const auto again = hall.ask(ReportPrint{id, outcome, {}});
        ASSERT_TRUE(again);
        EXPECT_TRUE(again->empty());
        EXPECT_EQ(hall.state, before);
    }
}

TEST(Printing, FailureVoidsAndScreenSavesItWithinTheTime) {
    Hall hall;
    const auto id = hall.reserve("a1");
    hall.make(ReportPrint{id, PrintOutcome::failed, "paper out"});
    EXPECT_EQ(hall.ticket(id).state, TicketState::voided);
    EXPECT_EQ(hall.queueDay("tax").issued, 0);
    hall.pass(120s);
    hall.make(ReportPrint{id, PrintOutcome::onScreen, {}});
    EXPECT_EQ(hall.ticket(id).state, TicketState::waiting);
    EXPECT_EQ(hall.ticket(id).printState, PrintState::onScreen);
    EXPECT_EQ(hall.ticket(id).finishedAt, std::nullopt);
    EXPECT_EQ(hall.queueDay("tax").issued, 1);
}

TEST(Printing, VoidIsFinalAfterTheTime) {
    Hall hall;
    const auto id = hall.reserve("a1");
    hall.make(ReportPrint{id, PrintOutcome::failed, {}});
    EXPECT_EQ(hall.refusal(ReportPrint{id, PrintOutcome::unknown, {}}), ErrorCode::conflict);
    hall.pass(121s);
    EXPECT_EQ(hall.refusal(ReportPrint{id, PrintOutcome::onScreen, {}}), ErrorCode::conflict);
}

TEST(Printing, VoidDoesNotComeBackOverTheQuotaOrTheLimitOfAPerson) {
    Hall hall;
    hall.queue("tax").dailyQuota = 1;
    const auto first = hall.reserve("a1", "li");
    hall.make(ReportPrint{first, PrintOutcome::failed, {}});
    hall.reserve("a1", "li");
    EXPECT_EQ(hall.refusal(ReportPrint{first, PrintOutcome::onScreen, {}}), ErrorCode::quotaReached);
    hall.queue("tax").dailyQuota = 0;
    EXPECT_EQ(hall.refusal(ReportPrint{first, PrintOutcome::onScreen, {}}), ErrorCode::tooManyOpenTickets);
}

TEST(Printing, SilenceCountsAsIssuedUnconfirmedAfterTheTime) {
    Hall hall;
    const auto early = hall.reserve("a1");
    hall.pass(119s);
    const auto late = hall.reserve("b1");
    hall.make(SettleReservations{});
    EXPECT_EQ(hall.ticket(early).state, TicketState::reserved);
    hall.pass(1s);
    hall.make(SettleReservations{});
    EXPECT_EQ(hall.ticket(early).state, TicketState::waiting);
    EXPECT_EQ(hall.ticket(early).printState, PrintState::unconfirmed);
    EXPECT_EQ(hall.ticket(late).state, TicketState::reserved);
    EXPECT_EQ(hall.queueDay("tax").waiting, 1);
}

TEST(Printing, LateKnowledgeIsNoted) {
    Hall hall;
    hall.open("w1");
    const auto id = hall.reserve("a1");
    hall.make(ReportPrint{id, PrintOutcome::unknown, {}});
    hall.callNext("w1");
    hall.make(ReportPrint{id, PrintOutcome::printed, {}});
    EXPECT_EQ(hall.ticket(id).printState, PrintState::printed);
    EXPECT_EQ(hall.ticket(id).state, TicketState::called);
    EXPECT_EQ(hall.log.back().type, EventType::printConfirmed);
}

TEST(Printing, LateFailureVoidsWhatStillWaitsUnconfirmedButNothingElse) {
    Hall hall;
    hall.open("w1");
    const auto unsure = hall.reserve("a1");
    hall.make(ReportPrint{unsure, PrintOutcome::unknown, {}});
    hall.make(ReportPrint{unsure, PrintOutcome::failed, {}});
    EXPECT_EQ(hall.ticket(unsure).state, TicketState::voided);
    EXPECT_EQ(hall.queueDay("tax").waiting, 0);
    const auto sure = hall.arrive("a1");
    hall.make(ReportPrint{sure, PrintOutcome::failed, "reprint"});
    EXPECT_EQ(hall.ticket(sure).state, TicketState::waiting);
    EXPECT_EQ(hall.refusal(ReportPrint{model::TicketId{"no"}, PrintOutcome::printed, {}}),
              ErrorCode::notFound);
}

TEST(Printing, LateFailureDoesNotVoidANumberWhoseHolderCame) {
    Hall hall;
    hall.open("w2");
    const auto id = hall.reserve("a1");
    hall.make(ReportPrint{id, PrintOutcome::unknown, {}});
    hall.callNext("w2");
    hall.make(TransferTicket{win("w2"), model::ServiceItemId{"b1"}, std::nullopt, false, {}});
    hall.make(ReportPrint{id, PrintOutcome::failed, {}});
    EXPECT_EQ(hall.ticket(id).state, TicketState::waiting);
    EXPECT_EQ(hall.queueDay("tax").issued, 1);
}

} // namespace
} // namespace atrium::rules::queueing::tests
