// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random days at the telephone: whatever the order of booking, cancelling and coming.
#include "shared/rules/appointments/slots.h"
#include "tests/unit/rules/appointments/bookings.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <map>

namespace atrium::rules::appointments::tests {
namespace {

/// 1000 days a property unless RC_PARAMS asks for something else. Read at the first check.
[[maybe_unused]] const bool kHasDefaults = setenv("RC_PARAMS", "max_success=1000 max_size=120", 0) == 0;

struct Step {
    int verb = 0;
    int who = 0;
    int slot = 0;
    int minutes = 0;
};

void showValue(const Step& step, std::ostream& out) {
    out << step.verb << '/' << step.who << '/' << step.slot << '/' << step.minutes;
}

rc::Gen<Step> anyStep() {
    return rc::gen::build<Step>(rc::gen::set(&Step::verb, rc::gen::inRange(0, 8)),
                                rc::gen::set(&Step::who, rc::gen::inRange(0, 25)),
                                rc::gen::set(&Step::slot, rc::gen::inRange(0, 6)),
                                rc::gen::set(&Step::minutes, rc::gen::element(0, 0, 0, 1, 5, 20)));
}

AppointmentId anyOf(const State& state, int which) {
    if (state.appointments.empty())
        return AppointmentId("none");
    return std::next(state.appointments.begin(), which % static_cast<int>(state.appointments.size()))->first;
}

void play(Bookings& hall, const Step& step) {
    hall.local.minute.value = std::min(1439, hall.local.minute.value + step.minutes);
    const model::Day day = step.slot % 2 == 0 ? kThursday : kFriday;
    switch (step.verb) {
    case 5:
        (void)hall.cancel(anyOf(hall.state, step.who), step.slot == 0);
        break;
    case 6:
        (void)hall.redeem(anyOf(hall.state, step.who));
        break;
    case 7:
        hall.queue().slotMinutes = step.slot < 2 ? 30 : step.slot < 4 ? 45 : 60;
        break;
    default:
        (void)hall.book("p" + std::to_string(step.who), day, 9 + step.slot / 2, step.slot % 3 == 0 ? 0 : 30);
    }
}

/// How many have a place at the same minute, at most.
int mostAtOnce(const State& state, model::Day day) {
    std::map<int, int> change;
    for (const auto& [id, one] : state.appointments)
        if (one.day == day && takesPlace(one)) {
            ++change[one.from.value];
            --change[one.to.value];
        }
    int now = 0;
    int most = 0;
    for (const auto& [minute, by] : change)
        most = std::max(most, now += by);
    return most;
}

TEST(BookingProperties, NeverMoreThanASlotHoldsNorTheDaysQuota) {
    int full = 0;
    EXPECT_TRUE(rc::check("whatever the order", [&] {
        Bookings hall;
        hall.queue().slotCapacity = *rc::gen::inRange(1, 4);
        hall.queue().appointmentQuota = *rc::gen::element(0, 3, 5);
        for (const auto& step : *rc::gen::container<std::vector<Step>>(anyStep())) {
            play(hall, step);
            for (const model::Day day : {kThursday, kFriday}) {
                RC_ASSERT(mostAtOnce(hall.state, day) <= hall.queue().slotCapacity);
                int places = 0;
                std::map<model::PersonId, int> open;
                for (const auto& [id, one] : hall.state.appointments)
                    if (one.day == day) {
                        places += takesPlace(one) ? 1 : 0;
                        if (one.state == AppointmentState::booked)
                            RC_ASSERT(++open[*one.personId] == 1);
                    }
                if (hall.queue().appointmentQuota > 0)
                    RC_ASSERT(places <= hall.queue().appointmentQuota);
                full += mostAtOnce(hall.state, day) == hall.queue().slotCapacity ? 1 : 0;
            }
        }
    }));
    EXPECT_GT(full, 100) << "hardly anything was full";
}

TEST(BookingProperties, WhatIsListedAsFreeCanBeBookedAndNothingElse) {
    EXPECT_TRUE(rc::check("the list keeps its word", [] {
        Bookings hall;
        for (const auto& step : *rc::gen::container<std::vector<Step>>(anyStep()))
            play(hall, step);
        const auto list = slotsOf(hall.queue(), kFriday, hall.days, hall.state, hall.local);
        for (const model::Slot& slot : list.times) {
            Bookings tried = hall;
            const bool made = tried.book("somebody new", kFriday, 0, slot.from.value).has_value();
            RC_ASSERT(made ==
                      (slot.state == model::SlotState::free && list.state == model::BookingDayState::open));
        }
    }));
}

TEST(BookingProperties, ACancelledPlaceCanBeBookedAgain) {
    EXPECT_TRUE(rc::check("nothing leaks", [] {
        Bookings hall;
        for (const auto& step : *rc::gen::container<std::vector<Step>>(anyStep()))
            if (step.verb != 7)
                play(hall, step);
        hall.setTime(kThursday, 8);
        for (const auto& [id, one] : State(hall.state).appointments) {
            if (one.state != AppointmentState::booked)
                continue;
            RC_ASSERT(hall.cancel(id, true).has_value());
            RC_ASSERT(hall.book("somebody new " + id.value, one.day, 0, one.from.value).has_value());
        }
    }));
}

TEST(BookingProperties, RecordsAloneRebuildTheState) {
    EXPECT_TRUE(rc::check("indexes follow from records", [] {
        Bookings hall;
        for (const auto& step : *rc::gen::container<std::vector<Step>>(anyStep()))
            play(hall, step);
        State again;
        for (const auto& [id, one] : hall.state.appointments)
            put(again, one);
        RC_ASSERT(again == hall.state);
    }));
}

} // namespace
} // namespace atrium::rules::appointments::tests
