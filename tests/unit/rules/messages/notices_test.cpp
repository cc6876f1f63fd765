// SPDX-License-Identifier: GPL-3.0-or-later
// Which notices the queue causes.
#include "shared/rules/messages/notices.h"
#include "tests/unit/rules/queueing/hall.h"

#include <gmock/gmock.h>

#include <set>

namespace atrium::rules::messages::tests {
namespace {

using queueing::tests::Hall;
using queueing::tests::win;
using std::chrono::minutes;
using testing::IsEmpty;
using testing::SizeIs;

/// A hall whose item a1 is served by w1 alone; everybody but the unreachable has given a phone number.
struct NoticeTest : testing::Test {
    Hall hall;
    NoticeRules rules;
    std::set<std::string> unreachable;
    int walkMinutes = 0;
    std::function<std::optional<Reach>(const model::Ticket&)> reachOf = [this](const model::Ticket& ticket) {
        return unreachable.contains(ticket.id.value)
                   ? std::nullopt
                   : std::optional(Reach{model::PersonId{"p-" + ticket.id.value}, walkMinutes});
    };
    estimate::Pools pools{{{model::ServiceItemId{"a1"}, {win("w1")}}}};

    NoticeTest() {
        hall.open("w1");
        rules.restMinutes = 0;
    }
    [[nodiscard]] HallView view() const { return {hall.state, hall.config, hall.now(), pools, reachOf}; }
    FollowUp make(const queueing::Command& command) {
        hall.make(command);
        return followUp(hall.log.back(), view(), rules);
    }
    FollowUp call() { return make(queueing::CallNext{win("w1"), hall.nextCallId()}); }
    [[nodiscard]] std::vector<Notice> near(const model::TicketId& id) const {
        return nearTurns({id}, view(), rules);
    }
};

TEST_F(NoticeTest, ACallTellsTheCalledAndTheNextPerson) {
    for (int i = 0; i < 3; ++i)
        hall.arrive("a1");
    const auto out = call();
    ASSERT_THAT(out.notices, SizeIs(2));
    EXPECT_EQ(out.notices[0].kind, MessageKind::called);
    EXPECT_EQ(out.notices[0].ticketId.value, "t1");
    EXPECT_EQ(out.notices[0].personId.value, "p-t1");
    EXPECT_EQ(out.notices[0].values.window, 1);
    EXPECT_EQ(out.notices[0].values.number, "A0001");
    EXPECT_EQ(out.notices[0].expiresAt, hall.now().at + minutes(rules.callLifeMinutes));
    EXPECT_EQ(out.notices[1].kind, MessageKind::nextPerson);
    EXPECT_EQ(out.notices[1].ticketId.value, "t2");
    EXPECT_EQ(out.notices[1].values.ahead, 0);
    ASSERT_THAT(out.withdrawals, SizeIs(1));
    EXPECT_EQ(out.withdrawals[0], (Withdraw{model::TicketId{"t1"}, false}));
}

TEST_F(NoticeTest, ARecallSendsNothing) {
    hall.arrive("a1");
    hall.arrive("a1");
    call();
    EXPECT_THAT(make(queueing::Recall{win("w1"), hall.nextCallId()}).notices, IsEmpty());
}

TEST_F(NoticeTest, ServiceAndCancellingWithdrawTheCallNoticeToo) {
    hall.arrive("a1");
    const auto waits = hall.arrive("a1");
    call();
    const auto started = make(queueing::StartService{win("w1")});
    ASSERT_THAT(started.withdrawals, SizeIs(1));
    EXPECT_TRUE(started.withdrawals[0].calledToo);
    const auto cancelled = make(queueing::CancelTicket{waits, "left"});
    ASSERT_THAT(cancelled.withdrawals, SizeIs(1));
    EXPECT_EQ(cancelled.withdrawals[0], (Withdraw{waits, true}));
}

TEST_F(NoticeTest, WhoHasNoPhoneIsNotTold) {
    hall.arrive("a1");
    hall.arrive("a1");
    unreachable = {"t1", "t2"};
    EXPECT_THAT(near(model::TicketId{"t1"}), IsEmpty());
    EXPECT_THAT(call().notices, IsEmpty());
}

TEST_F(NoticeTest, WithoutCallMessagesTheNextPersonIsStillTold) {
    hall.arrive("a1");
    hall.arrive("a1");
    rules.callStyle = CallStyle::spoken;
    const auto out = call();
    ASSERT_THAT(out.notices, SizeIs(1));
    EXPECT_EQ(out.notices[0].kind, MessageKind::nextPerson);
}

TEST_F(NoticeTest, ASilentCallIsSpokenToWhoCannotBeReached) {
    EXPECT_TRUE(isSpoken(CallStyle::silent, false));
    EXPECT_FALSE(isSpoken(CallStyle::silent, true));
    EXPECT_TRUE(isSpoken(CallStyle::spokenAndMessage, true));
    EXPECT_TRUE(isSpoken(CallStyle::spoken, true));
}

TEST_F(NoticeTest, FewAheadIsNear) {
    for (int i = 0; i < 6; ++i)
        hall.arrive("a1");
    EXPECT_THAT(near(model::TicketId{"t5"}), IsEmpty()) << "four ahead, some 36 minutes";
    const auto notices = near(model::TicketId{"t4"});
    ASSERT_THAT(notices, SizeIs(1));
    EXPECT_EQ(notices[0].kind, MessageKind::nearTurn);
    EXPECT_EQ(notices[0].values.ahead, 3);
    EXPECT_THAT(notices[0].values.minutes, testing::MatchesRegex("[0-9]+-[0-9]+"));
}

TEST_F(NoticeTest, AWayAsLongAsTheWaitIsNearHoweverManyAreAhead) {
    for (int i = 0; i < 6; ++i)
        hall.arrive("a1");
    const model::TicketId last{"t6"};
    const auto wait = estimate::waitOf(hall.ticket(last), hall.state, hall.now().at, hall.config, pools);
    ASSERT_EQ(wait.peopleAhead, 5);
    walkMinutes = wait.wait.value().lowMinutes - rules.marginMinutes - 1;
    EXPECT_THAT(near(last), IsEmpty());
    ++walkMinutes;
    EXPECT_THAT(near(last), SizeIs(1));
}

TEST_F(NoticeTest, NoTurnIsNearWhileNobodyServes) {
    const auto id = hall.arrive("a1");
    hall.make(queueing::PauseWindow{win("w1"), "lunch"});
    EXPECT_THAT(near(id), IsEmpty());
    hall.make(queueing::ResumeWindow{win("w1")});
    EXPECT_THAT(near(id), SizeIs(1));
}

TEST_F(NoticeTest, WhoHasJustTakenATicketIsLeftInPeace) {
    rules.restMinutes = 2;
    const auto id = hall.arrive("a1");
    hall.pass(std::chrono::seconds(119));
    EXPECT_THAT(near(id), IsEmpty());
    hall.pass(std::chrono::seconds(1));
    EXPECT_THAT(near(id), SizeIs(1));
}

TEST_F(NoticeTest, OnlyWhoWaitsMayBeNear) {
    const auto id = hall.arrive("a1");
    const auto first = near(id);
    ASSERT_THAT(first, SizeIs(1));
    call();
    EXPECT_THAT(near(id), IsEmpty());
    EXPECT_THAT(near(model::TicketId{"unknown"}), IsEmpty());
    EXPECT_EQ(first[0].key, "near/" + id.value) << "once a ticket, whenever it is asked";
}

} // namespace
} // namespace atrium::rules::messages::tests
