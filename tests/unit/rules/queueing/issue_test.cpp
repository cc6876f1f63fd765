// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/queueing/hall.h"

namespace atrium::rules::queueing::tests {
namespace {

using model::ErrorCode;
using model::TicketState;
using model::WindowState;
using namespace std::chrono_literals;

TEST(Issue, NumberIsPrefixAndFourDigitsOfTheQueuesSequence) {
    Hall hall;
    EXPECT_EQ(hall.ticket(hall.reserve("a1")).number, "A0001");
    EXPECT_EQ(hall.ticket(hall.reserve("b1")).number, "B0001");
    EXPECT_EQ(hall.ticket(hall.reserve("a2")).number, "A0002");
    auto day = hall.queueDay("tax");
    day.lastSequence = 9999;
    hall.state.queueDays[day.queueId] = day;
    EXPECT_EQ(hall.ticket(hall.reserve("a1")).number, "A10000");
}

TEST(Issue, PassesOverANumberAnotherQueueGaveOut) {
    Hall hall;
    EXPECT_EQ(hall.ticket(hall.reserve("a1")).number, "A0001");
    EXPECT_EQ(hall.ticket(hall.reserve("a1")).number, "A0002");
    hall.queue("tax").prefix = "ZZ";
    hall.queue("land").prefix = "A";
    const auto next = hall.ticket(hall.reserve("b1"));
    EXPECT_EQ(next.number, "A0003");
    EXPECT_EQ(next.sequence, 3);
    EXPECT_EQ(hall.queueDay("land").issued, 1);
    hall.make(CloseDay{model::Day{20261124}});
    EXPECT_EQ(hall.ticket(hall.reserve("b1")).number, "A0001") << "another day, the numbers from 1";
}

TEST(Issue, PaperReservesAndKeepsThePlace) {
    Hall hall;
    const auto id = hall.reserve("a1");
    EXPECT_EQ(hall.ticket(id).state, TicketState::reserved);
    EXPECT_EQ(hall.ticket(id).printState, model::PrintState::pending);
    EXPECT_EQ(hall.ticket(id).arrivedAt, hall.now().at);
    EXPECT_EQ(hall.ticket(id).issuedAt, hall.now().at);
    EXPECT_EQ(hall.queueDay("tax").waiting, 0);
    EXPECT_EQ(hall.log.back().type, EventType::ticketReserved);
}

TEST(Issue, WithoutPaperTheTicketWaitsAtOnce) {
    Hall hall;
    auto wish = hall.issueOf("a1");
    wish.paper = false;
    hall.make(wish);
    EXPECT_EQ(hall.ticket(wish.ticketId).state, TicketState::waiting);
    EXPECT_EQ(hall.ticket(wish.ticketId).printState, model::PrintState::onScreen);
    EXPECT_EQ(hall.queueDay("tax").waiting, 1);
    EXPECT_EQ(hall.log.back().type, EventType::ticketIssued);
}

TEST(Issue, RefusesUnknownItemAndUsedId) {
    Hall hall;
    EXPECT_EQ(hall.refusal(hall.issueOf("nothing")), ErrorCode::notFound);
    const auto wish = hall.issueOf("a1");
    hall.make(wish);
    EXPECT_EQ(hall.refusal(wish), ErrorCode::conflict);
    EXPECT_EQ(hall.queueDay("tax").lastSequence, 1);
}

TEST(Issue, RefusesWhenItemOrQueueIsSwitchedOff) {
    Hall hall;
    hall.config.items.at(model::ServiceItemId{"a1"}).active = false;
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), ErrorCode::queueClosed);
    EXPECT_EQ(hall.refusal(hall.issueOf("a2")), std::nullopt);
    hall.queue("tax").active = false;
    EXPECT_EQ(hall.refusal(hall.issueOf("a2")), ErrorCode::queueClosed);
}

TEST(Issue, GivesNoNumberThatNoWindowCouldCall) {
    Hall hall;
    hall.config.windows.at(win("w3")).active = false;
    EXPECT_EQ(hall.refusal(hall.issueOf("b1")), std::nullopt) << "w2 still serves it";
    hall.config.windows.at(win("w2")).active = false;
    EXPECT_EQ(hall.refusal(hall.issueOf("b1")), ErrorCode::notServable);
    EXPECT_EQ(hall.refusedPath(hall.issueOf("b1")), "/itemId");
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), std::nullopt);
}

TEST(Issue, KeepsToOpeningHoursAtTheirEdges) {
    Hall hall;
    hall.queue("tax").hours = {{1, {9 * 60}, {11 * 60}}, {2, {0}, {1440}}};
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), std::nullopt);
    hall.pass(2h - 1min);
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), std::nullopt);
    hall.pass(1min);
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), ErrorCode::outsideHours);
    EXPECT_EQ(hall.refusal(hall.issueOf("b1")), std::nullopt) << "no hours: always";
}

TEST(Issue, StopsAtTheQuotaAndVoidsGiveItBackButNotTheNumber) {
    Hall hall;
    hall.queue("tax").dailyQuota = 2;
    const auto first = hall.reserve("a1");
    hall.reserve("a2");
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), ErrorCode::quotaReached);
    hall.make(ReportPrint{first, model::PrintOutcome::failed, "paper out"});
    EXPECT_EQ(hall.ticket(hall.reserve("a1")).number, "A0003");
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), ErrorCode::quotaReached);
}

TEST(Issue, CancelledTicketStillCountsAgainstTheQuota) {
    Hall hall;
    hall.queue("tax").dailyQuota = 1;
    hall.make(CancelTicket{hall.arrive("a1"), "changed my mind"});
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), ErrorCode::quotaReached);
}

TEST(Issue, RealNameQueueNeedsAnIdentity) {
    Hall hall;
    hall.queue("tax").realName = true;
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), ErrorCode::identityRequired);
    EXPECT_EQ(hall.refusal(hall.issueOf("a1", "li")), std::nullopt);
}

TEST(Issue, LimitsOpenTicketsPerIdentityAndQueue) {
    Hall hall;
    hall.open("w1");
    hall.reserve("a1", "li");
    EXPECT_EQ(hall.refusal(hall.issueOf("a2", "li")), ErrorCode::tooManyOpenTickets);
    EXPECT_EQ(hall.refusal(hall.issueOf("b1", "li")), std::nullopt) << "another queue";
    EXPECT_EQ(hall.refusal(hall.issueOf("a1", "wang")), std::nullopt) << "another person";
    EXPECT_EQ(hall.refusal(hall.issueOf("a1")), std::nullopt) << "nobody known";
    hall.make(CancelTicket{model::TicketId{"t1"}, {}});
    EXPECT_EQ(hall.refusal(hall.issueOf("a1", "li")), std::nullopt) << "the first one has ended";
    hall.queue("tax").maxOpenPerIdentity = 0;
    EXPECT_EQ(hall.refusal(hall.issueOf("a1", "li")), std::nullopt) << "no limit";
}

TEST(Issue, TakesTheQueuesClassUnlessTheEdgeGivesAnother) {
    Hall hall;
    hall.queue("tax").priorityClass = 3;
    EXPECT_EQ(hall.ticket(hall.arrive("a1")).priorityClass, 3);
    EXPECT_EQ(hall.ticket(hall.arrive("a1", 1)).priorityClass, 1);
    auto wish = hall.issueOf("a1");
    wish.priorityClass = 5;
    EXPECT_EQ(hall.refusedPath(wish), "/priorityClass");
}

} // namespace
} // namespace atrium::rules::queueing::tests
