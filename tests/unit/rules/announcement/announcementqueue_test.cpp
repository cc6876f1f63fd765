// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/announcement/announcementqueue.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

using namespace atrium::model;
using atrium::rules::announcement::AnnouncementQueue;

namespace {

Call call(int id, int ticket, int ordinal = 1) {
    Call made;
    made.id = CallId("call-" + std::to_string(id));
    made.ticketId = TicketId("ticket-" + std::to_string(ticket));
    made.number = "A" + std::to_string(1000 + ticket);
    made.ordinal = ordinal;
    return made;
}

} // namespace

TEST(AnnouncementQueue, SaysNothingBeforeThePictureStands) {
    AnnouncementQueue queue;
    queue.add(call(1, 1), 1);
    EXPECT_FALSE(queue.begin().has_value());
    queue.presented(CallId("call-1"));
    ASSERT_TRUE(queue.begin().has_value());
}

TEST(AnnouncementQueue, TwoNeverOverlap) {
    AnnouncementQueue queue;
    queue.add(call(1, 1), 1);
    queue.add(call(2, 2), 1);
    queue.presented(CallId("call-1"));
    queue.presented(CallId("call-2"));
    EXPECT_EQ(queue.begin()->number, "A1001");
    EXPECT_FALSE(queue.begin().has_value());
    queue.ended();
    EXPECT_EQ(queue.begin()->number, "A1002");
}

TEST(AnnouncementQueue, RepeatsDirectlyAfterOneAnother) {
    AnnouncementQueue queue;
    queue.add(call(1, 1), 2);
    queue.add(call(2, 2), 1);
    queue.presented(CallId("call-1"));
    queue.presented(CallId("call-2"));
    std::vector<std::string> said;
    while (const auto next = queue.begin()) {
        said.push_back(next->number);
        queue.ended();
    }
    EXPECT_EQ(said, (std::vector<std::string>{"A1001", "A1001", "A1002"}));
}

TEST(AnnouncementQueue, DropsWhatIsAlreadyServedAndEndsItsRepeats) {
    AnnouncementQueue queue;
    queue.add(call(1, 1), 3);
    queue.add(call(2, 2), 1);
    queue.presented(CallId("call-1"));
    queue.presented(CallId("call-2"));
    ASSERT_TRUE(queue.begin().has_value());
    queue.settle(CallId("call-1"));
    queue.settle(CallId("call-2"));
    queue.ended();
    EXPECT_FALSE(queue.begin().has_value());
    EXPECT_EQ(queue.waiting(), 0U);
}

TEST(AnnouncementQueue, ARecallReplacesTheOlderCallOfItsTicket) {
    AnnouncementQueue queue;
    queue.add(call(1, 1), 2);
    queue.add(call(2, 1, 2), 1);
    queue.presented(CallId("call-1"));
    queue.presented(CallId("call-2"));
    EXPECT_EQ(queue.begin()->ordinal, 2);
    queue.ended();
    EXPECT_FALSE(queue.begin().has_value());
}

TEST(AnnouncementQueue, TheSameCallTwiceIsOneCall) {
    AnnouncementQueue queue;
    queue.add(call(1, 1), 1);
    queue.add(call(1, 1), 1);
    EXPECT_EQ(queue.waiting(), 1U);
}

TEST(AnnouncementQueue, OneHasTheTurnUntilItsRepeatsAreSaid) {
    AnnouncementQueue queue;
    EXPECT_EQ(queue.turn(), nullptr);
    queue.add(call(1, 1), 2);
    queue.add(call(2, 2), 1);
    EXPECT_EQ(queue.turn()->number, "A1001"); // before its picture stands: the board puts it there
    queue.presented(CallId("call-1"));
    for (int i = 0; i < 2; ++i) {
        ASSERT_TRUE(queue.begin().has_value());
        EXPECT_EQ(queue.turn()->number, "A1001");
        ASSERT_EQ(queue.behind().size(), 1U);
        EXPECT_EQ(queue.behind().front().number, "A1002");
        queue.ended();
    }
    EXPECT_EQ(queue.turn()->number, "A1002");
    EXPECT_TRUE(queue.behind().empty());
}

TEST(AnnouncementQueue, ANewDayForgetsWhatWasSaid) {
    AnnouncementQueue queue;
    for (int i = 1; i <= 50; ++i)
        queue.add(call(i, i), 1);
    for (int i = 1; i <= 48; ++i) {
        queue.presented(CallId("call-" + std::to_string(i)));
        ASSERT_TRUE(queue.begin().has_value());
        if (i < 48)
            queue.ended();
    }
    EXPECT_EQ(queue.remembered(), 50U);
    queue.startDay();
    EXPECT_EQ(queue.remembered(), 3U); // being said, and two to come
    queue.add(call(50, 50), 1);
    EXPECT_EQ(queue.waiting(), 2U);
}

TEST(AnnouncementQueue, WhatNobodyHearsIsTakenInOrderBehindWhatIsSaid) {
    AnnouncementQueue queue;
    for (int i = 1; i <= 4; ++i)
        queue.add(call(i, i), 1);
    EXPECT_EQ(queue.takeUnheard(false)->number, "A1002"); // the first is to be tried aloud
    EXPECT_EQ(queue.takeUnheard(true)->number, "A1001");
    queue.presented(CallId("call-3"));
    EXPECT_EQ(queue.begin()->number, "A1003");
    EXPECT_EQ(queue.takeUnheard(true)->number, "A1004"); // what is being said stays
    EXPECT_FALSE(queue.takeUnheard(true).has_value());
    queue.ended();
    EXPECT_EQ(queue.turn(), nullptr);
    queue.add(call(2, 2), 1); // taken is known
    EXPECT_FALSE(queue.takeUnheard(true).has_value());
}

TEST(AnnouncementQueue, InAnyOrderOfEventsNoneIsLostAndNoneIsSaidTooOften) {
    EXPECT_TRUE(rc::check([] {
        AnnouncementQueue queue;
        std::map<std::string, int> asked;
        std::map<std::string, int> said;
        const auto calls = *rc::gen::inRange(1, 40);
        int next = 0;
        const auto speak = [&] {
            if (const auto begun = queue.begin())
                ++said[begun->number];
        };
        while (next < calls || queue.speaking() || queue.waiting() > 0) {
            const bool more = next < calls && *rc::gen::arbitrary<bool>();
            if (more) {
                const int repeat = *rc::gen::inRange(1, 4);
                queue.add(call(next, next), repeat);
                asked["A" + std::to_string(1000 + next)] = repeat;
                queue.presented(CallId("call-" + std::to_string(next)));
                ++next;
            } else {
                queue.ended();
            }
            speak();
        }
        RC_ASSERT(said == asked);
    }));
}
