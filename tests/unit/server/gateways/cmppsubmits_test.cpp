// SPDX-License-Identifier: GPL-3.0-or-later
// Parts, window, pace, and answers that come late, twice or not at all.
#include "server/gateways/sms/codec/cmppsubmits.h"

#include "tests/unit/server/gateways/peer.h"

#include <gmock/gmock.h>

namespace atrium::gateways::cmpp::tests {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct SubmitsTest : testing::Test {
    SubmitRules rules;
    Steady now{std::chrono::hours(1)};
    model::Instant wall = model::fromMillis(1'795'395'600'000);
    std::uint32_t sequence = 1;
    std::unique_ptr<Submits> submits;

    SubmitsTest() {
        rules.perSecond = 1000000;
        make();
    }
    void make() { submits = std::make_unique<Submits>(rules); }
    void add(const std::string& id, int characters = 10) {
        std::string text;
        for (int i = 0; i < characters; ++i)
            text += "号";
        submits->add({MessageId{id}, "138", text, wall + std::chrono::minutes(10)});
    }
    /// How many units go now.
    std::size_t go() {
        std::size_t count = 0;
        for (auto text = submits->due(now, wall, sequence); !text.empty();
             text = submits->due(now, wall, sequence)) {
            count += units(text).size();
            now += std::chrono::microseconds(1);
        }
        return count;
    }
    void answer(std::uint32_t which, std::uint32_t result = 0) {
        submits->answered(which, {100U + which, result}, now);
    }
    std::vector<std::string> told() {
        std::vector<std::string> out;
        for (const auto& answer : submits->takeAnswers())
            out.push_back(answer.id.value + " " + std::to_string(static_cast<int>(answer.outcome)) + " " +
                          std::to_string(answer.refs.size()));
        return out;
    }
    static std::string say(const std::string& id, Outcome outcome, int refs = 0) {
        return id + " " + std::to_string(static_cast<int>(outcome)) + " " + std::to_string(refs);
    }
};

TEST_F(SubmitsTest, AMessageOfPartsIsToldOnceWhenAllAreAnswered) {
    add("m", 150);
    EXPECT_EQ(go(), 3U);
    answer(2);
    answer(1);
    answer(1);
    EXPECT_THAT(told(), IsEmpty());
    answer(3);
    EXPECT_THAT(told(), ElementsAre(say("m", Outcome::accepted, 3)));
    EXPECT_TRUE(submits->isIdle());
}

TEST_F(SubmitsTest, TheWindowHoldsSoMany) {
    rules.window = 2;
    make();
    for (const auto* id : {"a", "b", "c"})
        add(id);
    EXPECT_EQ(go(), 2U);
    EXPECT_EQ(submits->next(), now + rules.answerTime - std::chrono::microseconds(2))
        << "only an answer helps";
    answer(1);
    EXPECT_EQ(go(), 1U);
}

TEST_F(SubmitsTest, ThePaceIsOneUnitAtATime) {
    rules.perSecond = 10;
    make();
    add("a");
    add("b");
    EXPECT_THAT(units(submits->due(now, wall, sequence)), SizeIs(1));
    EXPECT_EQ(submits->next(), now + milliseconds(100));
    EXPECT_THAT(units(submits->due(now + milliseconds(99), wall, sequence)), IsEmpty());
    EXPECT_THAT(units(submits->due(now + milliseconds(100), wall, sequence)), SizeIs(1));
}

TEST_F(SubmitsTest, ARefusedPartEndsTheMessageAndSavesTheRest) {
    rules.window = 1;
    make();
    add("m", 150);
    add("n");
    EXPECT_EQ(go(), 1U);
    answer(1, 5);
    EXPECT_THAT(told(), ElementsAre(say("m", Outcome::refused)));
    EXPECT_EQ(go(), 1U) << "the other message";
}

TEST_F(SubmitsTest, TooFastWaitsAndSendsThatPartAgainOnlySoOften) {
    rules.mostSlowDowns = 2;
    make();
    add("m");
    for (std::uint32_t which = 1; which <= 3; ++which) {
        EXPECT_EQ(go(), 1U);
        answer(which, 8);
        EXPECT_EQ(go(), 0U) << "not at once";
        now += rules.slowDown;
    }
    EXPECT_THAT(told(), ElementsAre(say("m", Outcome::notSent)));
    EXPECT_EQ(go(), 0U);
}

TEST_F(SubmitsTest, TooFastInTheMiddleOfAMessageIsARefusalAtLast) {
    rules.mostSlowDowns = 0;
    make();
    add("m", 150);
    EXPECT_EQ(go(), 3U);
    answer(1);
    answer(2, 8);
    answer(3);
    EXPECT_THAT(told(), ElementsAre(say("m", Outcome::refused)));
}

TEST_F(SubmitsTest, AnOverdueAnswerIsNoAnswerAndMayStillComeLate) {
    add("m", 80);
    EXPECT_EQ(go(), 2U);
    answer(1);
    now += rules.answerTime;
    submits->expire(now);
    EXPECT_THAT(told(), ElementsAre(say("m", Outcome::noAnswer)));
    EXPECT_EQ(go(), 0U) << "no part goes twice";
    answer(2);
    EXPECT_THAT(told(), ElementsAre(say("m", Outcome::accepted, 2)));
    answer(2);
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(SubmitsTest, ALateRefusalIsTold) {
    add("m");
    EXPECT_EQ(go(), 1U);
    now += rules.answerTime;
    submits->expire(now);
    answer(1, 8);
    EXPECT_THAT(told(), ElementsAre(say("m", Outcome::noAnswer), say("m", Outcome::refused)));
}

TEST_F(SubmitsTest, LateAnswersAreRememberedWithinABound) {
    rules.window = 10000;
    make();
    for (int i = 0; i < 1000; ++i)
        add("m" + std::to_string(i));
    EXPECT_EQ(go(), 1000U);
    now += rules.answerTime;
    submits->expire(now);
    EXPECT_THAT(told(), SizeIs(1000));
    answer(1);
    EXPECT_THAT(told(), IsEmpty()) << "forgotten";
    answer(1000);
    EXPECT_THAT(told(), ElementsAre(say("m999", Outcome::accepted, 1)));
}

TEST_F(SubmitsTest, ReportsWaitForTheAnswerThatNamesTheirRef) {
    add("m", 80);
    EXPECT_EQ(go(), 2U);
    submits->reported({101, "DELIVRD"});
    answer(1);
    EXPECT_THAT(submits->takeReports(), IsEmpty());
    answer(2);
    EXPECT_THAT(submits->takeReports(), ElementsAre(DeliveryReport{refOf(101), true, "DELIVRD"}));
    submits->reported({9, "EXPIRED"});
    EXPECT_THAT(submits->takeReports(), ElementsAre(DeliveryReport{refOf(9), false, "EXPIRED"}));
}

TEST_F(SubmitsTest, AMessageThatExpiredInTheQueueIsNotSent) {
    add("m", 80);
    wall += std::chrono::minutes(10);
    EXPECT_EQ(go(), 0U);
    EXPECT_THAT(told(), ElementsAre(say("m", Outcome::tooLate)));
    EXPECT_TRUE(submits->isIdle());
}

TEST_F(SubmitsTest, AMessageBegunIsFinishedThoughItExpires) {
    rules.window = 1;
    make();
    add("m", 80);
    EXPECT_EQ(go(), 1U);
    wall += std::chrono::minutes(10);
    answer(1);
    EXPECT_EQ(go(), 1U) << "half a message helps nobody";
}

TEST_F(SubmitsTest, AtTheEndEveryMessageHasItsAnswer) {
    rules.window = 1;
    make();
    add("sent");
    add("begun", 80);
    add("waits");
    EXPECT_EQ(go(), 1U);
    answer(1);
    EXPECT_EQ(go(), 1U);
    submits->end("lost");
    EXPECT_THAT(told(), ElementsAre(say("sent", Outcome::accepted, 1), say("waits", Outcome::notSent),
                                    say("begun", Outcome::noAnswer)));
    EXPECT_TRUE(submits->isIdle());
    EXPECT_EQ(submits->next(), std::nullopt);
}

} // namespace
} // namespace atrium::gateways::cmpp::tests
