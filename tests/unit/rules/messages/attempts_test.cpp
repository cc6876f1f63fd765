// SPDX-License-Identifier: GPL-3.0-or-later
// Queueing, expiry, quiet hours and what is withdrawn.
#include "tests/unit/rules/messages/outbox.h"

#include "shared/model/json.h"
#include "shared/rules/messages/quiet.h"

#include <gmock/gmock.h>

namespace atrium::rules::messages::tests {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using enum EventType;

TEST(Outbox, AMessageIsQueuedWithItsTextAndAttemptedAtTheNextTick) {
    Outbox box;
    box.config.signature = "【政务大厅】";
    const auto id = box.queue(MessageKind::nearTurn, "t1");
    EXPECT_EQ(box.message(id).text, "【政务大厅】您的号码A001前面还有2人，约5-10分钟");
    EXPECT_EQ(box.message(id).parts, 1);
    EXPECT_EQ(nextTick(box.state, box.config), box.now().at);
    EXPECT_THAT(box.make(Tick{}), ElementsAre(messageAttempted));
    EXPECT_EQ(box.message(id).state, MessageState::sending);
    EXPECT_THAT(box.make(Tick{}), IsEmpty());
}

TEST(Outbox, TheSameKeyIsNotSentTwice) {
    Outbox box;
    box.queue(MessageKind::nearTurn, "t1");
    box.queue(MessageKind::nearTurn, "t1");
    EXPECT_EQ(box.state.messages.size(), 1U);
    box.pass(minutes(10));
    EXPECT_THAT(box.make(Tick{}), ElementsAre(messageExpired));
    box.queue(MessageKind::nearTurn, "t1");
    EXPECT_EQ(box.state.messages.size(), 1U) << "an ended message keeps its key";
}

TEST(Outbox, WithoutATemplateAPersonOrTimeNothingIsQueued) {
    Outbox box;
    box.config.kinds.erase(MessageKind::called);
    box.queue(MessageKind::called, "t1");
    box.queue(MessageKind::nearTurn, "t1", seconds(0));
    Notice nobody;
    nobody.expiresAt = box.now().at + minutes(1);
    box.ask(QueueMessage{MessageId{"x"}, nobody});
    EXPECT_THAT(box.log, IsEmpty());
}

TEST(Outbox, ALanguageWithoutATemplateGetsTheChineseOne) {
    Outbox box;
    Notice notice{
        MessageKind::called,    model::TicketId{"t"},     model::PersonId{"p"}, model::Language::en, "k",
        {"A001", "", 0, "", 4}, box.now().at + minutes(1)};
    box.ask(QueueMessage{MessageId{"m"}, notice});
    EXPECT_EQ(box.message(MessageId{"m"}).text, "请A001到4号窗口");
    notice.kind = MessageKind::nearTurn;
    notice.key = "k2";
    box.ask(QueueMessage{MessageId{"n"}, notice});
    EXPECT_EQ(box.message(MessageId{"n"}).text, "A001: 0 ahead of you, about  min");
}

TEST(Outbox, NothingIsAttemptedAtOrAfterItsExpiry) {
    Outbox box;
    const auto id = box.queue(MessageKind::nearTurn, "t1", seconds(30));
    box.pass(seconds(30));
    EXPECT_THAT(box.make(Tick{}), ElementsAre(messageExpired));
    EXPECT_EQ(box.message(id).cause, Cause::late);
    EXPECT_EQ(nextTick(box.state, box.config), std::nullopt);
}

TEST(Outbox, ACallDropsWhatWaitsForItsTicketButTheCallNotice) {
    Outbox box;
    const auto near = box.queue(MessageKind::nearTurn, "t1");
    const auto called = box.queue(MessageKind::called, "t1");
    const auto other = box.queue(MessageKind::nearTurn, "t2");
    EXPECT_THAT(box.make(Withdraw{model::TicketId{"t1"}, false}), ElementsAre(messageDropped));
    EXPECT_EQ(box.message(near).cause, Cause::overtaken);
    EXPECT_EQ(box.message(called).state, MessageState::waiting);
    EXPECT_THAT(box.make(Withdraw{model::TicketId{"t1"}, true}), ElementsAre(messageDropped));
    EXPECT_EQ(box.message(called).state, MessageState::dropped);
    EXPECT_EQ(box.message(other).state, MessageState::waiting);
}

TEST(Outbox, WhatAGatewayHasIsNotTriedAgainAfterTheCall) {
    Outbox box;
    const auto id = box.queue(MessageKind::nearTurn, "t1");
    box.ask(Tick{});
    EXPECT_THAT(box.make(Withdraw{model::TicketId{"t1"}, false}), ElementsAre(messageOvertaken));
    EXPECT_THAT(box.make(Withdraw{model::TicketId{"t1"}, false}), IsEmpty());
    EXPECT_THAT(box.make(Answer{id, Outcome::notSent, {}, "down"}), ElementsAre(messageDropped));
}

TEST(Outbox, TheNextPersonWhoWasJustToldToSetOutIsToldNothing) {
    Outbox box;
    box.queue(MessageKind::nearTurn, "t1");
    box.queue(MessageKind::nextPerson, "t1");
    box.queue(MessageKind::nextPerson, "t2");
    EXPECT_EQ(box.state.messages.size(), 2U);
    box.pass(seconds(box.config.gapSeconds));
    box.queue(MessageKind::nextPerson, "t1");
    EXPECT_EQ(box.state.messages.size(), 3U);
}

TEST(Outbox, QuietHoursHoldDropOrLetPassByKind) {
    Outbox box;
    box.setMinute(23 * 60);
    const auto held = box.queue(MessageKind::nearTurn, "t1", std::chrono::hours(9));
    EXPECT_EQ(box.log.back().type, messageHeld);
    EXPECT_EQ(box.message(held).nextAttemptAt, box.now().at + std::chrono::hours(8));
    const auto dropped = box.queue(MessageKind::nextPerson, "t3", std::chrono::hours(9));
    EXPECT_EQ(box.message(dropped).cause, Cause::quietHours);
    const auto late = box.queue(MessageKind::nearTurn, "t2", std::chrono::hours(8));
    EXPECT_EQ(box.message(late).cause, Cause::quietHours) << "its time is over when the quiet hours end";
    box.queue(MessageKind::called, "t1");
    EXPECT_THAT(box.make(Tick{}), ElementsAre(messageAttempted)) << "the call is urgent";
    box.setMinute(7 * 60);
    EXPECT_THAT(box.make(Tick{}), ElementsAre(messageUnsure, messageAttempted));
}

TEST(Outbox, ARetryThatFallsIntoQuietHoursIsHeld) {
    Outbox box;
    box.setMinute(22 * 60 - 1);
    const auto id = box.queue(MessageKind::nearTurn, "t1", std::chrono::hours(12));
    box.ask(Tick{});
    box.pass(minutes(1));
    box.ask(Answer{id, Outcome::notSent, {}, ""});
    box.pass(minutes(1));
    EXPECT_THAT(box.make(Tick{}), ElementsAre(messageHeld));
    EXPECT_EQ(box.message(id).nextAttemptAt, box.now().at + minutes(9 * 60 - 1));
}

TEST(Outbox, QuietHoursMayLieWithinADayOrOverMidnightOrNowhere) {
    using model::MinuteOfDay;
    const QuietHours noon{MinuteOfDay{720}, MinuteOfDay{780}};
    EXPECT_FALSE(isQuiet(noon, MinuteOfDay{719}));
    EXPECT_TRUE(isQuiet(noon, MinuteOfDay{720}));
    EXPECT_FALSE(isQuiet(noon, MinuteOfDay{780}));
    const QuietHours night{MinuteOfDay{1320}, MinuteOfDay{420}};
    EXPECT_TRUE(isQuiet(night, MinuteOfDay{0}));
    EXPECT_TRUE(isQuiet(night, MinuteOfDay{1320}));
    EXPECT_FALSE(isQuiet(night, MinuteOfDay{420}));
    EXPECT_FALSE(isQuiet({}, MinuteOfDay{0}));
    const auto at = model::fromMillis(1'795'395'600'000) + seconds(59);
    EXPECT_EQ(quietEnd(night, at, MinuteOfDay{1439}), at - seconds(59) + minutes(421));
    const QuietHours always{MinuteOfDay{0}, MinuteOfDay{1440}};
    EXPECT_EQ(quietEnd(always, at, MinuteOfDay{0}), at - seconds(59) + minutes(1440));
}

TEST(Outbox, OnlySoManyAreWithGatewaysAtOnce) {
    Outbox box;
    box.config.mostSending = 2;
    for (const auto* ticket : {"t1", "t2", "t3"})
        box.queue(MessageKind::nearTurn, ticket);
    EXPECT_THAT(box.make(Tick{}), ElementsAre(messageAttempted, messageAttempted));
    EXPECT_THAT(box.make(Tick{}), IsEmpty());
    box.ask(Answer{MessageId{"m1"}, Outcome::refused, {}, ""});
    EXPECT_THAT(box.make(Tick{}), ElementsAre(messageAttempted));
}

TEST(Outbox, WhatHasEndedIsForgottenAndItsKeyIsFree) {
    Outbox box;
    const auto id = box.queue(MessageKind::nearTurn, "t1");
    const auto waits = box.queue(MessageKind::called, "t2");
    box.ask(Tick{});
    box.ask(Answer{id, Outcome::accepted, {"r1"}, ""});
    box.pass(seconds(1));
    EXPECT_THAT(box.make(Forget{box.now().at}), ElementsAre(messageForgotten)) << "the other is on its way";
    EXPECT_FALSE(box.state.messages.contains(id));
    EXPECT_TRUE(box.state.refs.empty());
    EXPECT_EQ(box.state.ofTicket.size(), 1U);
    EXPECT_EQ(box.message(waits).state, MessageState::sending);
    box.queue(MessageKind::nearTurn, "t1");
    EXPECT_EQ(box.log.back().type, messageQueued);
}

TEST(Outbox, EventsTravelThroughJson) {
    Outbox box;
    const auto id = box.queue(MessageKind::nearTurn, "t1");
    box.ask(Tick{});
    box.ask(Answer{id, Outcome::accepted, {"r1", "r2"}, ""});
    box.ask(Report{"r1", true, ""});
    for (const auto& event : box.log)
        EXPECT_EQ(model::fromJson<Event>(model::toJson(event)).value(), event);
    EXPECT_EQ(restore({box.message(id)}), box.state);
}

} // namespace
} // namespace atrium::rules::messages::tests
