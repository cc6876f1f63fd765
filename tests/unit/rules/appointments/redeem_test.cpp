// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/rules/appointments/bookings.h"

#include <gtest/gtest.h>

namespace atrium::rules::appointments::tests {
namespace {

using model::Sentence;

TEST(Redeem, GoesFirstFromAQuarterBeforeTheSlotToAQuarterAfterIt) {
    Bookings hall;
    const auto made = hall.book("p1", kFriday, 9);
    hall.setTime(kFriday, 8, 44);
    const auto early = hall.redeem(made->id);
    ASSERT_EQ(why(early), Sentence::appointmentEarly);
    EXPECT_EQ(textOf(early.error().saying, model::Language::en),
              "the appointment is at 9:00–9:30; take its number from 8:45 on");
    hall.setTime(kFriday, 8, 45);
    const auto taken = hall.redeem(made->id);
    ASSERT_TRUE(taken);
    EXPECT_FALSE(taken->isLate);
    EXPECT_EQ(taken->firstFrom.value, 8 * 60 + 45);
    EXPECT_EQ(taken->firstUntil.value, 9 * 60 + 45);
    EXPECT_EQ(taken->appointment.state, AppointmentState::redeemed);
    EXPECT_EQ(taken->appointment.ticketId, model::TicketId("ticket"));
}

TEST(Redeem, WhoComesLateGetsAnOrdinaryTicketAllDay) {
    Bookings hall;
    const auto made = hall.book("p1", kFriday, 9);
    hall.setTime(kFriday, 9, 45);
    EXPECT_TRUE(redeem(hall.context(), {made->id, model::TicketId("t"), false})->isLate);
    hall.setTime(kFriday, 23, 59);
    EXPECT_TRUE(redeem(hall.context(), {made->id, model::TicketId("t"), false})->isLate);
}

TEST(Redeem, OnAnotherDayItSaysWhen) {
    Bookings hall;
    const auto made = hall.book("p1", kFriday, 9);
    const auto today = hall.redeem(made->id);
    ASSERT_EQ(why(today), Sentence::appointmentOtherDay);
    EXPECT_EQ(textOf(today.error().saying, model::Language::zh),
              "您的预约是 2026-09-25 9:00–9:30，请在当天取号");
    hall.setTime({20260928}, 9);
    EXPECT_EQ(why(hall.redeem(made->id)), Sentence::appointmentOver);
    EXPECT_EQ(why(hall.redeem(AppointmentId("nobody's"))), Sentence::noSuchAppointment);
}

TEST(Redeem, OnceUnlessItsPaperNeverCameOut) {
    Bookings hall;
    const auto made = hall.book("p1", kFriday, 9);
    hall.setTime(kFriday, 9);
    ASSERT_TRUE(hall.redeem(made->id));
    EXPECT_EQ(why(hall.redeem(made->id)), Sentence::appointmentRedeemed);
    EXPECT_EQ(why(hall.cancel(made->id, true)), Sentence::appointmentRedeemed);
    EXPECT_TRUE(hall.redeem(made->id, true));
}

TEST(Redeem, ACancelledOneIsNotTakenUp) {
    Bookings hall;
    const auto made = hall.book("p1", kFriday, 9);
    ASSERT_TRUE(hall.cancel(made->id));
    hall.setTime(kFriday, 9);
    EXPECT_EQ(why(hall.redeem(made->id)), Sentence::appointmentCancelled);
}

TEST(Redeem, TheWindowStaysWithinItsDay) {
    Bookings hall;
    hall.queue().hours.clear();
    hall.queue().earlyMinutes = 480;
    hall.queue().lateMinutes = 480;
    const auto first = hall.book("p1", kFriday, 0);
    const auto last = hall.book("p2", kFriday, 23, 30);
    EXPECT_EQ(firstFrom(*first, hall.queue()).value, 0);
    EXPECT_EQ(firstUntil(*last, hall.queue()).value, 1440);
}

TEST(NoShow, WhoDidNotComeUntilTheDayWasOver) {
    Bookings hall;
    const auto came = hall.book("p1", kFriday, 9);
    const auto gone = hall.book("p2", kFriday, 9);
    const auto called = hall.book("p3", kFriday, 10);
    const auto later = hall.book("p3", {20260928}, 10);
    hall.setTime(kFriday, 9);
    ASSERT_TRUE(hall.redeem(came->id));
    ASSERT_TRUE(hall.cancel(called->id, true));
    EXPECT_TRUE(missed(hall.state, kFriday, hall.context().now.at).empty()) << "the day is not over";
    const auto over = missed(hall.state, {20260926}, hall.context().now.at);
    ASSERT_EQ(over.size(), 1U);
    EXPECT_EQ(over[0].id, gone->id);
    EXPECT_EQ(over[0].state, AppointmentState::noShow);
    EXPECT_TRUE(over[0].endedAt);
    put(hall.state, over[0]);
    EXPECT_EQ(why(hall.redeem(gone->id)), Sentence::appointmentOver);
}

TEST(ByThemselves, WhereNobodyReportsTheyWaitFromTheirTimeOn) {
    Bookings hall;
    const auto second = hall.book("p1", kFriday, 9, 30);
    const auto first = hall.book("p2", kFriday, 9);
    const auto later = hall.book("p3", kFriday, 14);
    const auto dueAt = [&](int hour, int minute) {
        hall.setTime(kFriday, hour, minute);
        return dueByThemselves(hall.state, hall.config, hall.local);
    };
    EXPECT_TRUE(dueAt(9, 15).empty()) << "here they report";
    hall.queue().checkIn = false;
    EXPECT_TRUE(dueAt(8, 44).empty());
    EXPECT_EQ(dueAt(9, 15), (std::vector{first->id, second->id})) << "in the order of their slots";
    ASSERT_TRUE(hall.redeem(first->id));
    EXPECT_EQ(dueAt(9, 15), std::vector{second->id});
    hall.setTime({20260926}, 10);
    EXPECT_TRUE(dueByThemselves(hall.state, hall.config, hall.local).empty());
}

} // namespace
} // namespace atrium::rules::appointments::tests
