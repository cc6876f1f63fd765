// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/gateways/peer.h"

#include <gmock/gmock.h>

namespace atrium::gateways::cmpp::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct SessionTest : testing::Test {
    Session session{SessionRules{}};
    Steady now{std::chrono::hours(1)};
    model::Instant wall = model::fromMillis(1'795'395'600'000);

    void open(std::vector<Digest> proofs = {}) {
        session.open({"900001", {}, Version::v30, 1123200000}, std::move(proofs), now);
        EXPECT_THAT(commands(), ElementsAre(1U));
    }
    void hear(const std::string& text) {
        session.received(text, now);
        session.step(now, wall);
    }
    void up() {
        open();
        hear(connectResp(0));
        EXPECT_EQ(session.state(), SessionState::up);
    }
    void pass(milliseconds time) {
        now += time;
        session.step(now, wall);
    }
    std::vector<std::uint32_t> commands() {
        std::vector<std::uint32_t> out;
        for (const auto& pdu : units(session.take().bytes))
            out.push_back(pdu.command);
        return out;
    }
    OutgoingSms sms(const std::string& id) const {
        return {MessageId{id}, "138", "text", wall + std::chrono::minutes(10)};
    }
};

constexpr auto kTest = static_cast<std::uint32_t>(Command::activeTest);

TEST_F(SessionTest, IsUpWhenThePeerProvesItself) {
    Digest right{};
    right.fill(7);
    open({Digest{}, right});
    hear(connectResp(0, right));
    EXPECT_EQ(session.state(), SessionState::up);
}

TEST_F(SessionTest, EndsWhenThePeerRefusesOrCannotProveItself) {
    const auto end = [&](const std::string& answer) {
        session = Session{SessionRules{}};
        Digest right{};
        right.fill(7);
        open({right});
        hear(answer);
        EXPECT_EQ(session.state(), SessionState::ended);
        return session.code();
    };
    EXPECT_EQ(end(connectResp(3)), "connect 3");
    EXPECT_EQ(end(connectResp(0)), "peer not proven");
    EXPECT_EQ(end(submitResp(1, 1)), "malformed");
    EXPECT_EQ(end(std::string(20, '\xFF')), "malformed");
}

TEST_F(SessionTest, WithoutAnAnswerToConnectItEnds) {
    open();
    pass(seconds(59));
    EXPECT_EQ(session.state(), SessionState::connecting);
    EXPECT_EQ(session.next(), now + seconds(1));
    pass(seconds(1));
    EXPECT_EQ(session.code(), "no answer");
}

TEST_F(SessionTest, MessagesWaitUntilItIsUp) {
    open();
    session.send(sms("m"));
    pass(seconds(1));
    EXPECT_THAT(commands(), IsEmpty());
    hear(connectResp(0));
    EXPECT_THAT(commands(), ElementsAre(4U));
}

TEST_F(SessionTest, SilenceIsTestedThreeTimesAMinuteApart) {
    up();
    pass(seconds(179));
    EXPECT_THAT(commands(), IsEmpty());
    pass(seconds(1));
    EXPECT_THAT(commands(), ElementsAre(kTest));
    for (int test = 2; test <= 3; ++test) {
        pass(seconds(60));
        EXPECT_THAT(commands(), ElementsAre(kTest));
    }
    pass(seconds(59));
    EXPECT_EQ(session.state(), SessionState::up);
    pass(seconds(1));
    EXPECT_EQ(session.code(), "no answer");
}

TEST_F(SessionTest, AnythingHeardEndsTheSilence) {
    up();
    pass(seconds(180));
    hear(unit(Command::activeTestResp, 2, bytes(0, 1)));
    static_cast<void>(session.take());
    pass(seconds(179));
    EXPECT_THAT(commands(), IsEmpty());
    pass(seconds(1));
    EXPECT_THAT(commands(), ElementsAre(kTest));
}

TEST_F(SessionTest, AnswersTestDeliverAndTerminate) {
    up();
    hear(unit(Command::activeTest, 9) + deliver(10, false, "hi") + unit(Command::terminate, 11));
    const auto out = session.take();
    const auto sent = units(out.bytes);
    ASSERT_THAT(sent, SizeIs(3));
    EXPECT_EQ(sent[0], (Pdu{0x80000008, 9, bytes(0, 1)}));
    EXPECT_EQ(sent[1], (Pdu{0x80000005, 10, bytes(77, 8) + bytes(0, 4)}));
    EXPECT_EQ(sent[2], (Pdu{0x80000002, 11, ""}));
    EXPECT_THAT(out.received, ElementsAre(IncomingSms{"13900000000", "hi"}));
    EXPECT_EQ(session.code(), "terminated by the peer");
}

TEST_F(SessionTest, RepliesAreReadInUcs2AndWithoutTheirHeader) {
    up();
    hear(deliver(1, false, std::string("\x05\x00\x03\x01\x01\x01\x6E\xE1\x61\x0F", 10), 8, true));
    hear(deliver(2, false, "\xFF", 0, true));
    EXPECT_THAT(session.take().received,
                ElementsAre(IncomingSms{"13900000000", "满意"}, IncomingSms{"13900000000", ""}));
}

TEST_F(SessionTest, ADeliverOfWrongLengthEndsIt) {
    up();
    hear(unit(Command::deliver, 1, std::string(97, '\x01')));
    EXPECT_EQ(session.code(), "malformed");
}

TEST_F(SessionTest, UnknownCommandsAreLeftOut) {
    up();
    hear(unit(static_cast<Command>(0x77), 1, "what"));
    EXPECT_EQ(session.state(), SessionState::up);
    EXPECT_THAT(commands(), IsEmpty());
}

TEST_F(SessionTest, CloseWaitsForAnswersThenTerminates) {
    up();
    session.send(sms("m"));
    session.step(now, wall);
    session.send(sms("n"));
    session.close("stopped");
    session.step(now, wall);
    auto out = session.take();
    EXPECT_THAT(units(out.bytes), SizeIs(1));
    EXPECT_THAT(out.answers, ElementsAre(SendAnswer{MessageId{"n"}, Outcome::notSent, {}, "stopped"}));
    hear(submitResp(2, 5));
    EXPECT_THAT(commands(), ElementsAre(2U));
    hear(unit(Command::terminateResp, 3));
    EXPECT_EQ(session.state(), SessionState::ended);
    EXPECT_EQ(session.code(), "closed");
}

TEST_F(SessionTest, TheEndLeavesNoMessageWithoutAnAnswer) {
    up();
    session.send(sms("m"));
    session.step(now, wall);
    session.send(sms("n"));
    session.end("lost");
    EXPECT_THAT(session.take().answers,
                ElementsAre(SendAnswer{MessageId{"n"}, Outcome::notSent, {}, "lost"},
                            SendAnswer{MessageId{"m"}, Outcome::noAnswer, {}, "lost"}));
}

} // namespace
} // namespace atrium::gateways::cmpp::tests
