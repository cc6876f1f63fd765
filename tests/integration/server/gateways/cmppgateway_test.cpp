// SPDX-License-Identifier: GPL-3.0-or-later
// The CMPP gateway against an emulated peer, in both versions.
#include "server/gateways/sms/cmppgateway.h"

#include "tests/integration/server/gateways/emulator.h"
#include "tests/integration/server/gateways/heard.h"

#include <gmock/gmock.h>

#include <memory>

namespace atrium::gateways {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using test::smsOf;
using testing::ElementsAre;
using testing::IsEmpty;

struct CmppGatewayTest : testing::TestWithParam<cmpp::Version> {
    test::Heard heard;
    std::unique_ptr<test::Emulator> peer;
    std::unique_ptr<CmppGateway> gateway;
    CmppConfig config;

    CmppGatewayTest() {
        config.host = "127.0.0.1";
        config.version = GetParam();
        config.source = "900001";
        config.secret = "secret";
        config.serviceId = "HALL";
        config.sourceNumber = "10657000";
        config.limits.perSecond = 1000;
        config.firstPause = milliseconds(20);
    }
    void start(const std::string& script = {}, std::vector<std::string> arguments = {}) {
        peer = std::make_unique<test::Emulator>("cmpp.py", std::move(arguments), script);
        config.port = peer->port();
        gateway = std::make_unique<CmppGateway>(config, heard);
    }
    void expectNoFaults() const { EXPECT_THAT(peer->all("fault"), IsEmpty()); }
};

INSTANTIATE_TEST_SUITE_P(Versions, CmppGatewayTest, testing::Values(cmpp::Version::v20, cmpp::Version::v30),
                         [](const auto& version) {
                             return version.param == cmpp::Version::v20 ? "Cmpp20" : "Cmpp30";
                         });

TEST_P(CmppGatewayTest, DeliversAMessageAndReportsIt) {
    start();
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    const auto answer = heard.answers(1)[0];
    EXPECT_EQ(answer.id.value, "m1");
    EXPECT_EQ(answer.outcome, Outcome::accepted);
    ASSERT_EQ(answer.refs.size(), 1U);
    EXPECT_THAT(heard.reports(1), ElementsAre(DeliveryReport{answer.refs[0], true, "DELIVRD"}));
    const auto seen = peer->waitFor("submit");
    EXPECT_EQ(seen.text("text"), "请A001到3号窗口");
    EXPECT_EQ(seen.text("phone"), "13800000000");
    EXPECT_EQ(seen.text("sender"), "10657000");
    EXPECT_EQ(seen.text("ref"), answer.refs[0]);
    EXPECT_EQ(peer->waitFor("deliverResp").text("ref"), answer.refs[0]);
    EXPECT_EQ(heard.states(1)[0], "up");
    expectNoFaults();
}

TEST_P(CmppGatewayTest, AWrongSecretIsRefusedAndNothingIsSent) {
    config.secret = "guess";
    start();
    EXPECT_EQ(heard.states(1)[0], "connect 3");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    EXPECT_EQ(heard.answerTo(MessageId{"m1"}).outcome, Outcome::notSent);
    EXPECT_THAT(peer->all("submit"), IsEmpty());
}

TEST_P(CmppGatewayTest, APeerThatDoesNotKnowTheSecretGetsNoMessage) {
    start("connect 1 proof");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    EXPECT_EQ(heard.states(1)[0], "peer not proven");
    EXPECT_EQ(heard.answerTo(MessageId{"m1"}).outcome, Outcome::notSent);
    EXPECT_EQ(heard.states(2)[1], "up") << "the next connection is sound";
}

TEST_P(CmppGatewayTest, LongMessagesGoInPartsWithHeaders) {
    start();
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "号";
    EXPECT_TRUE(gateway->send(smsOf("m1", text)));
    const auto answer = heard.answers(1)[0];
    EXPECT_EQ(answer.outcome, Outcome::accepted);
    EXPECT_EQ(answer.refs.size(), 2U);
    const auto first = peer->waitFor("submit", 1);
    const auto second = peer->waitFor("submit", 2);
    EXPECT_EQ(first.text("head"), "050003000201");
    EXPECT_EQ(second.text("head"), "050003000202");
    EXPECT_EQ(first.text("text") + second.text("text"), text);
    EXPECT_EQ(first.number("bytes"), 140);
    heard.reports(2);
    expectNoFaults();
}

TEST_P(CmppGatewayTest, NeverMoreThanSixteenAreWithoutAnAnswer) {
    start({}, {"--delay", "0.05"});
    for (int i = 0; i < 100; ++i)
        EXPECT_TRUE(gateway->send(smsOf("m" + std::to_string(i))));
    for (const auto& answer : heard.answers(100))
        EXPECT_EQ(answer.outcome, Outcome::accepted);
    double most = 0;
    for (const auto& line : peer->all("submit"))
        most = std::max(most, line.number("open"));
    EXPECT_EQ(most, 16);
    heard.reports(100);
    expectNoFaults();
}

TEST_P(CmppGatewayTest, TheRateIsKept) {
    config.limits.perSecond = 50;
    start();
    for (int i = 0; i < 26; ++i)
        EXPECT_TRUE(gateway->send(smsOf("m" + std::to_string(i))));
    heard.answers(26);
    const auto submits = peer->all("submit");
    const auto time = submits.back().number("at") - submits.front().number("at");
    EXPECT_GE(time, 25 * 0.02 - 0.05);
}

TEST_P(CmppGatewayTest, ALostAnswerIsUnsureAndNothingIsSentTwice) {
    config.answerTime = milliseconds(200);
    start("submit 1 lost\nreport 1 lost");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    EXPECT_EQ(heard.answers(1)[0].outcome, Outcome::noAnswer);
    EXPECT_TRUE(gateway->send(smsOf("m2")));
    EXPECT_EQ(heard.answerTo(MessageId{"m2"}).outcome, Outcome::accepted);
    EXPECT_EQ(peer->all("submit").size(), 2U);
}

TEST_P(CmppGatewayTest, ALateAnswerCorrectsAnUnsureOne) {
    config.answerTime = milliseconds(100);
    start("submit 1 late 0.5");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    const auto answers = heard.answers(2);
    EXPECT_EQ(answers[0].outcome, Outcome::noAnswer);
    EXPECT_EQ(answers[1].outcome, Outcome::accepted);
    EXPECT_EQ(heard.reports(1)[0].ref, answers[1].refs.at(0));
    EXPECT_EQ(gateway->pending(), 0U);
}

TEST_P(CmppGatewayTest, DoubleAnswersAreToldOnce) {
    start("submit 1 double\nreport 1 double");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    EXPECT_EQ(heard.reports(2).size(), 2U) << "reports pass; the outbox knows them";
    EXPECT_TRUE(gateway->send(smsOf("m2")));
    heard.answerTo(MessageId{"m2"});
    EXPECT_EQ(heard.answers(2).size(), 2U);
}

TEST_P(CmppGatewayTest, AReportBeforeItsAnswerIsToldAfterIt) {
    start("report 1 first\nsubmit 1 late 0.3");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    const auto report = heard.reports(1)[0];
    EXPECT_THAT(heard.order(), ElementsAre("answer m1", "report " + report.ref));
}

TEST_P(CmppGatewayTest, RefusalsAndFailedDeliveriesKeepThePeersWord) {
    start("submit 1 result 5\nreport 1 state UNDELIV");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    EXPECT_EQ(heard.answerTo(MessageId{"m1"}),
              (SendAnswer{MessageId{"m1"}, Outcome::refused, {}, "submit 5"}));
    EXPECT_TRUE(gateway->send(smsOf("m2")));
    const auto ref = heard.answerTo(MessageId{"m2"}).refs.at(0);
    EXPECT_THAT(heard.reports(1), ElementsAre(DeliveryReport{ref, false, "UNDELIV"}));
}

TEST_P(CmppGatewayTest, TooFastIsTriedAgainWithinTheConnection) {
    start("submit 1 result 8");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    EXPECT_EQ(heard.answers(1)[0].outcome, Outcome::accepted);
    EXPECT_EQ(peer->all("submit").size(), 2U);
}

TEST_P(CmppGatewayTest, AnExpiredMessageIsNotSentAndTheExpiryTravels) {
    start();
    auto late = smsOf("m1");
    late.expiresAt = http::Clock::system().now();
    EXPECT_TRUE(gateway->send(late));
    EXPECT_EQ(heard.answerTo(MessageId{"m1"}).outcome, Outcome::tooLate);
    auto timed = smsOf("m2");
    timed.expiresAt = model::fromMillis(4'102'444'800'000); // 2100-01-01 00:00 UTC
    EXPECT_TRUE(gateway->send(timed));
    heard.answerTo(MessageId{"m2"});
    ASSERT_EQ(peer->all("submit").size(), 1U);
    EXPECT_EQ(peer->waitFor("submit").text("valid"), "000101080000032+");
}

TEST_P(CmppGatewayTest, ALostConnectionIsMadeAnewAndWhatWasUnderWayIsUnsure) {
    start("submit 1 close");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    EXPECT_EQ(heard.answerTo(MessageId{"m1"}).outcome, Outcome::noAnswer);
    EXPECT_THAT(heard.states(3), ElementsAre("up", "connection lost", "up"));
    EXPECT_TRUE(gateway->send(smsOf("m2")));
    EXPECT_EQ(heard.answerTo(MessageId{"m2"}).outcome, Outcome::accepted);
}

TEST_P(CmppGatewayTest, WithoutAPeerMessagesComeBackAtOnce) {
    config.firstPause = config.longestPause = milliseconds(10000);
    {
        const test::Emulator gone("cmpp.py");
        config.port = gone.port();
    }
    gateway = std::make_unique<CmppGateway>(config, heard);
    heard.states(1);
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    EXPECT_EQ(heard.answers(1)[0].outcome, Outcome::notSent);
}

TEST_P(CmppGatewayTest, SilenceIsTestedAndADumbPeerLeft) {
    config.idle = milliseconds(50);
    config.testTime = milliseconds(300);
    config.tests = 2;
    start("test 3 lost\ntest 4 lost");
    EXPECT_THAT(heard.states(3), ElementsAre("up", "no answer", "up"));
    EXPECT_GE(peer->all("test").size(), 4U) << "two with an answer, two without";
}

TEST_P(CmppGatewayTest, AnswersThePeersTestAndItsFarewell) {
    start();
    heard.states(1);
    peer->command("test");
    EXPECT_EQ(peer->waitFor("testResp").number("sequence"), 5000);
    peer->command("terminate");
    peer->waitFor("terminateResp");
    EXPECT_THAT(heard.states(3), ElementsAre("up", "terminated by the peer", "up"));
}

TEST_P(CmppGatewayTest, RepliesAreReceived) {
    start();
    heard.states(1);
    peer->command("reply 13900000000 满意😀");
    EXPECT_THAT(heard.replies(1), ElementsAre(IncomingSms{"13900000000", "满意😀"}));
}

TEST_P(CmppGatewayTest, BytesThatAreNoUnitEndTheConnectionOnly) {
    start();
    heard.states(1);
    peer->command("raw ffffffff00000000");
    EXPECT_THAT(heard.states(3), ElementsAre("up", "malformed", "up"));
}

TEST_P(CmppGatewayTest, StopWaitsForAnswersAndSaysFarewell) {
    config.window = 1;
    start({}, {"--delay", "0.3"});
    heard.states(1);
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    peer->waitFor("submit");
    EXPECT_TRUE(gateway->send(smsOf("m2")));
    gateway->stop(seconds(10));
    EXPECT_EQ(heard.answerTo(MessageId{"m1"}).outcome, Outcome::accepted);
    EXPECT_EQ(heard.answerTo(MessageId{"m2"}).outcome, Outcome::notSent);
    peer->waitFor("terminate");
    EXPECT_FALSE(gateway->send(smsOf("m3")));
    EXPECT_EQ(gateway->pending(), 0U);
    gateway->stop(seconds(1));
}

TEST_P(CmppGatewayTest, StopWithoutGraceLeavesNoMessageWithoutAnAnswer) {
    start("submit * lost");
    heard.states(1);
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    peer->waitFor("submit");
    gateway->stop(milliseconds(0));
    EXPECT_EQ(heard.answerTo(MessageId{"m1"}).outcome, Outcome::noAnswer);
}

TEST_P(CmppGatewayTest, TheQueueIsBoundedAndKnowsWhatItHas) {
    config.limits.queue = 2;
    start("submit * lost");
    EXPECT_TRUE(gateway->send(smsOf("m1")));
    EXPECT_FALSE(gateway->send(smsOf("m1"))) << "the same message";
    EXPECT_TRUE(gateway->send(smsOf("m2")));
    EXPECT_FALSE(gateway->send(smsOf("m3")));
    EXPECT_EQ(gateway->pending(), 2U);
}

} // namespace
} // namespace atrium::gateways
