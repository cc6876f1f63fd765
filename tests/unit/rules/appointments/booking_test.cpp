// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/appointments/slots.h"
#include "tests/unit/rules/appointments/bookings.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace atrium::rules::appointments::tests {
namespace {

using model::BookingDayState;
using model::Sentence;
using model::SlotState;

model::SlotList slotsOn(const Bookings& hall, model::Day day) {
    return slotsOf(hall.config.queues.begin()->second, day, hall.days, hall.state, hall.local);
}

model::Slot slotAt(const model::SlotList& list, int hour, int minute = 0) {
    const auto found = std::find_if(list.times.begin(), list.times.end(),
                                    [&](const auto& slot) { return slot.from.value == hour * 60 + minute; });
    EXPECT_NE(found, list.times.end());
    return found == list.times.end() ? model::Slot{} : *found;
}

TEST(Slots, BeginWithEverySpanOfHoursAndLeaveARestAlone) {
    const auto list = slotsOn(Bookings(), kFriday);
    EXPECT_EQ(list.state, BookingDayState::open);
    ASSERT_EQ(list.times.size(), 4U + 5U);
    EXPECT_EQ(list.times.front().from.value, 9 * 60);
    EXPECT_EQ(list.times[4].from.value, 14 * 60);
    EXPECT_EQ(list.times.back().to.value, 16 * 60 + 30) << "16:30 to 16:45 is no slot";
}

TEST(Slots, AHolidayHasNoneAndAWorkedSaturdayThoseOfItsWeekday) {
    const Bookings hall;
    const auto holiday = slotsOn(hall, kHoliday);
    EXPECT_EQ(holiday.state, BookingDayState::closed);
    EXPECT_EQ(holiday.dayName, "国庆节");
    EXPECT_TRUE(holiday.times.empty());
    EXPECT_EQ(slotsOn(hall, {20261003}).state, BookingDayState::closed) << "a Saturday";
    const auto worked = slotsOn(hall, kWorkedSaturday);
    EXPECT_EQ(worked.state, BookingDayState::open);
    EXPECT_EQ(worked.times.size(), 9U);
}

TEST(Slots, SayWhetherTheyCanStillBeBooked) {
    Bookings hall;
    hall.setTime(kThursday, 9, 40);
    const auto list = slotsOn(hall, kThursday);
    EXPECT_EQ(slotAt(list, 9).state, SlotState::over);
    EXPECT_EQ(slotAt(list, 9, 30).state, SlotState::cutOff) << "it runs";
    EXPECT_EQ(slotAt(list, 10).state, SlotState::cutOff) << "20 minutes before, 30 are wanted";
    EXPECT_EQ(slotAt(list, 10, 30).state, SlotState::free);
    hall.queue().bookingCutoffMinutes = 0;
    EXPECT_EQ(slotAt(slotsOn(hall, kThursday), 10).state, SlotState::free);
    EXPECT_EQ(slotAt(slotsOn(hall, kThursday), 9, 30).state, SlotState::cutOff) << "never when it runs";
}

TEST(Slots, TellWhichPlacesAreLeft) {
    Bookings hall;
    ASSERT_TRUE(hall.book("p1", kFriday, 9));
    EXPECT_EQ(slotAt(slotsOn(hall, kFriday), 9).free, 1);
    EXPECT_EQ(slotAt(slotsOn(hall, kFriday), 9).booked, 1);
    ASSERT_TRUE(hall.book("p2", kFriday, 9));
    EXPECT_EQ(slotAt(slotsOn(hall, kFriday), 9).state, SlotState::full);
    hall.queue().slotMinutes = 60; // who booked before keeps the time, and takes a place of the longer slot
    EXPECT_EQ(slotAt(slotsOn(hall, kFriday), 9).state, SlotState::full);
    EXPECT_EQ(slotAt(slotsOn(hall, kFriday), 10).free, 2);
}

TEST(Booking, TakesThePlaceAndRemembersWhoForWhat) {
    Bookings hall;
    const auto made = hall.book("p1", kFriday, 9, 30);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->state, AppointmentState::booked);
    EXPECT_EQ(made->queueId, model::QueueId("tax"));
    EXPECT_EQ(made->from.value, 9 * 60 + 30);
    EXPECT_EQ(made->to.value, 10 * 60);
    EXPECT_EQ(made->hallId, model::HallId("hall"));
    EXPECT_EQ(made->bookedAt, hall.context().now.at);
    EXPECT_EQ(hall.state.bookedByCode.at(made->code), made->id);
}

TEST(Booking, RefusesWithAReasonThatHelps) {
    Bookings hall;
    EXPECT_EQ(why(hall.book("p1", kFriday, 9, 10)), Sentence::noSuchSlot);
    EXPECT_EQ(why(hall.book("p1", kFriday, 12)), Sentence::noSuchSlot);
    EXPECT_EQ(why(hall.book("p1", kHoliday, 9)), Sentence::closedOnDay);
    EXPECT_EQ(why(hall.book("p1", {20260923}, 9)), Sentence::slotIsOver);
    EXPECT_EQ(why(hall.book("p1", {20261026}, 9)), Sentence::bookedTooEarly)
        << "32 days ahead, 30 are allowed";
    EXPECT_TRUE(hall.book("p9", {20261023}, 9));
    EXPECT_EQ(why(hall.book("p1", {20260231}, 9)), Sentence::dayForm);
    hall.setTime(kThursday, 9, 40);
    EXPECT_EQ(why(hall.book("p1", kThursday, 9)), Sentence::slotIsOver);
    EXPECT_EQ(why(hall.book("p1", kThursday, 10)), Sentence::bookedTooLate);
    hall.queue().slotCapacity = 0;
    EXPECT_EQ(why(hall.book("p1", kFriday, 9)), Sentence::takesNoBookings);
    EXPECT_EQ(hall.state.appointments.size(), 1U);
}

TEST(Booking, NeedsSomebodyAndACodeOfItsOwn) {
    Bookings hall;
    const auto known = hall.book("p1", kFriday, 9);
    Book wish{.id = AppointmentId("new"),
              .code = known->code,
              .itemId = known->itemId,
              .day = kFriday,
              .from = {600},
              .personId = model::PersonId("p2"),
              .channel = model::AppointmentChannel::telephone,
              .staffId = model::StaffId("s1")};
    EXPECT_EQ(why(book(hall.context(), wish)), Sentence::drawNewId);
    wish.code = "1234567x";
    EXPECT_EQ(why(book(hall.context(), wish)), Sentence::drawNewId);
    wish.code = "12345678";
    const auto made = book(hall.context(), wish);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->channel, model::AppointmentChannel::telephone);
    EXPECT_EQ(made->staffId, model::StaffId("s1"));
    wish.personId.reset();
    EXPECT_EQ(why(book(hall.context(), wish)), Sentence::bookingNeedsIdentity);
    wish.itemId = model::ServiceItemId("other");
    EXPECT_EQ(why(book(hall.context(), wish)), Sentence::noSuchItem);
}

TEST(Booking, OneOpenAppointmentPerPersonQueueAndDay) {
    Bookings hall;
    const auto first = hall.book("p1", kFriday, 9);
    EXPECT_EQ(why(hall.book("p1", kFriday, 14)), Sentence::bookedAlready);
    EXPECT_TRUE(hall.book("p1", {20260928}, 14)) << "another day";
    ASSERT_TRUE(hall.cancel(first->id));
    EXPECT_TRUE(hall.book("p1", kFriday, 14));
}

TEST(Booking, TheDaysQuotaHoldsOverAllSlots) {
    Bookings hall;
    hall.queue().appointmentQuota = 3;
    ASSERT_TRUE(hall.book("p1", kFriday, 9));
    ASSERT_TRUE(hall.book("p2", kFriday, 9));
    const auto third = hall.book("p3", kFriday, 10);
    ASSERT_TRUE(third);
    EXPECT_EQ(why(hall.book("p4", kFriday, 14)), Sentence::dayIsFull);
    EXPECT_EQ(slotsOn(hall, kFriday).state, BookingDayState::full);
    ASSERT_TRUE(hall.cancel(third->id));
    EXPECT_TRUE(hall.book("p4", kFriday, 14));
}

TEST(Booking, ACancelledPlaceCanBeBookedAgain) {
    Bookings hall;
    const auto first = hall.book("p1", kFriday, 9);
    ASSERT_TRUE(hall.book("p2", kFriday, 9));
    EXPECT_EQ(why(hall.book("p3", kFriday, 9)), Sentence::slotIsFull);
    const auto gone = hall.cancel(first->id);
    ASSERT_TRUE(gone);
    EXPECT_EQ(gone->note, "asked for");
    EXPECT_FALSE(hall.state.bookedByCode.contains(first->code));
    EXPECT_TRUE(hall.book("p3", kFriday, 9));
    EXPECT_EQ(why(hall.cancel(first->id)), Sentence::appointmentCancelled);
    EXPECT_EQ(why(hall.cancel(AppointmentId("nobody's"))), Sentence::noSuchAppointment);
}

TEST(Booking, CannotBeCancelledAtTheLastMomentExceptByStaff) {
    Bookings hall;
    const auto made = hall.book("p1", kFriday, 9);
    hall.setTime(kFriday, 8, 31);
    EXPECT_EQ(why(hall.cancel(made->id)), Sentence::cancelledTooLate);
    EXPECT_TRUE(hall.cancel(made->id, true));
}

TEST(Booking, DaysThatAreOverAreForgotten) {
    Bookings hall;
    const auto first = hall.book("p1", kFriday, 9);
    const auto later = hall.book("p1", {20260928}, 9);
    forgetBefore(hall.state, {20260928});
    EXPECT_EQ(find(hall.state, first->id), nullptr);
    EXPECT_NE(find(hall.state, later->id), nullptr);
    State fresh;
    put(fresh, *later);
    EXPECT_EQ(hall.state, fresh) << "no index remembers";
}

} // namespace
} // namespace atrium::rules::appointments::tests
