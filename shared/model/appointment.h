// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace atrium::model {

/// A day that differs from its weekday: a public holiday, or a weekend that is worked instead (调休).
struct CalendarDay {
    CalendarDayId id;
    HallId hallId;
    Day day;              ///< unique in the hall
    bool working = false; ///< true: open although it is a weekend
    int hoursOf = 1;  ///< a working day keeps the opening hours of this weekday; ISO: 1 Monday … 7 Sunday
    std::string name; ///< 国庆节
    std::string nameEn;
    std::int64_t version = 0;
    bool operator==(const CalendarDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(CalendarDay, (), (id, hallId, day, working, hoursOf, name, nameEn, version))

enum class AppointmentState {
    booked,
    redeemed,  ///< has a ticket
    cancelled, ///< by its holder or the hall
    noShow     ///< its day is over and nobody came
};
BOOST_DESCRIBE_ENUM(AppointmentState, booked, redeemed, cancelled, noShow)

enum class AppointmentChannel { web, phonePage, telephone, serviceDesk, kiosk };
BOOST_DESCRIBE_ENUM(AppointmentChannel, web, phonePage, telephone, serviceDesk, kiosk)

/// A booked slot of one queue; [from, to) in minutes of the hall's local day.
struct Appointment {
    AppointmentId id;
    HallId hallId;
    QueueId queueId;
    ServiceItemId itemId;
    Day day;
    MinuteOfDay from;
    MinuteOfDay to;
    std::string code; ///< eight digits, unique among the booked ones of a day; keyed, or read as a bar code
    AppointmentState state = AppointmentState::booked;
    AppointmentChannel channel = AppointmentChannel::web;
    std::optional<PersonId> personId;
    std::optional<TicketId> ticketId; ///< redeemed: its ticket
    std::optional<StaffId> staffId;   ///< who booked it for somebody on the telephone or at the desk
    Instant bookedAt;
    std::optional<Instant> endedAt; ///< redeemed, cancelled or noShow since
    std::string note;               ///< why cancelled
    std::int64_t version = 0;
    bool operator==(const Appointment&) const = default;
};
BOOST_DESCRIBE_STRUCT(Appointment, (),
                      (id, hallId, queueId, itemId, day, from, to, code, state, channel, personId, ticketId,
                       staffId, bookedAt, endedAt, note, version))

} // namespace atrium::model
