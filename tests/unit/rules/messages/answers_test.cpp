// SPDX-License-Identifier: GPL-3.0-or-later
// Answers and reports: at once, late, twice, lost, in the wrong order.
#include "tests/unit/rules/messages/outbox.h"

#include <gmock/gmock.h>

namespace atrium::rules::messages::tests {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using enum EventType;

struct Sending : testing::Test {
    Outbox box;
    MessageId id = box.queue(MessageKind::nearTurn, "t1");

    Sending() { box.ask(Tick{}); }
    [[nodiscard]] Answer answer(Outcome outcome, std::vector<std::string> refs = {}) const {
        return {id, outcome, std::move(refs), "code"};
    }
};

TEST_F(Sending, IsDeliveredWhenEveryPartIs) {
    EXPECT_THAT(box.make(answer(Outcome::accepted, {"a", "b"})), ElementsAre(messageAccepted));
    EXPECT_THAT(box.make(Report{"b", true, ""}), ElementsAre(messageReported));
    EXPECT_THAT(box.make(Report{"b", true, ""}), IsEmpty()) << "a report that came twice";
    EXPECT_THAT(box.make(Report{"a", true, ""}), ElementsAre(messageDelivered));
    EXPECT_THAT(box.make(Report{"a", false, "late"}), IsEmpty());
    EXPECT_EQ(box.message(id).endedAt, box.now().at);
}

TEST_F(Sending, FailsWithTheFirstPartThatDoes) {
    box.ask(answer(Outcome::accepted, {"a", "b"}));
    EXPECT_THAT(box.make(Report{"a", false, "UNDELIV"}), ElementsAre(messageFailed));
    EXPECT_EQ(box.message(id).cause, Cause::notDelivered);
    EXPECT_EQ(box.message(id).code, "UNDELIV");
    EXPECT_THAT(box.make(Report{"b", true, ""}), IsEmpty());
}

TEST_F(Sending, DoubleAnswersAndAnswersOfNobodyAreNoNews) {
    box.ask(answer(Outcome::accepted, {"a"}));
    EXPECT_THAT(box.make(answer(Outcome::accepted, {"z"})), IsEmpty());
    EXPECT_THAT(box.make(answer(Outcome::notSent)), IsEmpty());
    EXPECT_THAT(box.make(Answer{MessageId{"nobody"}, Outcome::accepted, {}, ""}), IsEmpty());
    EXPECT_THAT(box.make(Report{"z", true, ""}), IsEmpty());
}

TEST_F(Sending, ALostAnswerIsNeverSentAgain) {
    box.pass(seconds(box.config.answerSeconds));
    EXPECT_THAT(box.make(Tick{}), ElementsAre(messageUnsure));
    EXPECT_THAT(box.make(answer(Outcome::noAnswer)), IsEmpty());
    for (int i = 0; i < 20; ++i) {
        box.pass(seconds(60));
        EXPECT_THAT(box.make(Tick{}), IsEmpty());
    }
    EXPECT_EQ(box.message(id).attempts, 1);
}

TEST_F(Sending, ALateAnswerCounts) {
    box.ask(answer(Outcome::noAnswer));
    EXPECT_EQ(box.message(id).state, MessageState::unsure);
    EXPECT_THAT(box.make(answer(Outcome::accepted, {"a"})), ElementsAre(messageAccepted));
    EXPECT_THAT(box.make(Report{"a", true, ""}), ElementsAre(messageDelivered));
}

TEST_F(Sending, WhatWasCertainlyNotSentIsTriedAgainAfterGrowingPauses) {
    box.state.messages.at(id).expiresAt += std::chrono::hours(1);
    for (const int pause : {10, 20, 40, 80}) {
        EXPECT_THAT(box.make(answer(Outcome::notSent)), ElementsAre(messagePostponed));
        box.pass(seconds(pause - 1));
        EXPECT_THAT(box.make(Tick{}), IsEmpty());
        box.pass(seconds(1));
        EXPECT_THAT(box.make(Tick{}), ElementsAre(messageAttempted));
    }
    EXPECT_THAT(box.make(answer(Outcome::notSent)), ElementsAre(messageFailed));
    EXPECT_EQ(box.message(id).cause, Cause::tooManyAttempts);
    EXPECT_EQ(box.message(id).attempts, box.config.mostAttempts);
}

TEST_F(Sending, NoAttemptIsPlannedBehindTheExpiry) {
    box.pass(seconds(595)); // of ten minutes
    EXPECT_THAT(box.make(answer(Outcome::notSent)), ElementsAre(messageExpired));
}

TEST_F(Sending, ARefusalIsForGood) {
    EXPECT_THAT(box.make(answer(Outcome::refused)), ElementsAre(messageFailed));
    EXPECT_EQ(box.message(id).code, "code");
    EXPECT_THAT(box.make(Tick{}), IsEmpty());
}

TEST_F(Sending, AfterAStartWhatWasWithAGatewayIsUnsure) {
    box.state = restore({box.message(id)});
    EXPECT_THAT(box.make(Recover{}), ElementsAre(messageUnsure));
    EXPECT_THAT(box.make(Tick{}), IsEmpty());
}

TEST(SilentCall, IsSpokenWhenItsMessageDoesNotGetThrough) {
    Outbox box;
    const auto spoken = [&](const Command& command) {
        const auto events = box.ask(command);
        return !events.empty() && mustBeSpoken(events.back());
    };
    const auto call = box.queue(MessageKind::called, "t1");
    EXPECT_FALSE(mustBeSpoken(box.log.back()));
    EXPECT_FALSE(spoken(Tick{}));
    EXPECT_FALSE(spoken(Answer{call, Outcome::accepted, {"a"}, ""}));
    EXPECT_TRUE(spoken(Report{"a", false, ""}));
    const auto second = box.queue(MessageKind::called, "t2");
    box.ask(Tick{});
    EXPECT_TRUE(spoken(Answer{second, Outcome::notSent, {}, ""}));
    box.queue(MessageKind::called, "t3");
    EXPECT_FALSE(spoken(Withdraw{model::TicketId{"t3"}, true})) << "the service has begun";
    const auto near = box.queue(MessageKind::nearTurn, "t4");
    box.ask(Tick{});
    EXPECT_FALSE(spoken(Answer{near, Outcome::refused, {}, ""}));
}

} // namespace
} // namespace atrium::rules::messages::tests
