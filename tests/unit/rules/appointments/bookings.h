// SPDX-License-Identifier: GPL-3.0-or-later
// A hall with one queue that takes bookings, and a clock that tests set.
#pragma once

#include "shared/rules/appointments/decide.h"

#include <string>

namespace atrium::rules::appointments::tests {

// 2026: Thursday 24 September, an ordinary week; 1 October is a holiday, Saturday 10 October is worked.
inline constexpr model::Day kThursday{20260924};
inline constexpr model::Day kFriday{20260925};
inline constexpr model::Day kHoliday{20261001};
inline constexpr model::Day kWorkedSaturday{20261010};

struct Bookings {
    queueing::Config config;
    OfficeDays days;
    State state;
    model::LocalTime local{.day = kThursday, .minute = {8 * 60}, .weekday = 4};

    Bookings();
    [[nodiscard]] model::Queue& queue() { return config.queues.at(model::QueueId("tax")); }
    void setTime(model::Day day, int hour, int minute = 0);
    [[nodiscard]] Context context() const;

    /// Tries to book the slot that begins then, for that person; puts it into the state when it may be.
    model::Result<Appointment> book(const std::string& person, model::Day day, int hour, int minute = 0);
    model::Result<Appointment> cancel(const AppointmentId& id, bool byStaff = false);
    model::Result<TakenUp> redeem(const AppointmentId& id, bool ticketLost = false);

private:
    int m_drawn = 0;
};

/// The sentence of a refusal; none when there is a value.
template <class T> model::Sentence why(const model::Result<T>& result) {
    return result ? model::Sentence::none : result.error().saying.sentence;
}

} // namespace atrium::rules::appointments::tests
