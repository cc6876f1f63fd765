// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/api.h"
#include "shared/model/appointment.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

// Messages of /api/v1 about appointments (预约).
namespace atrium::model {

enum class SlotState {
    free,   ///< can be booked now
    full,   ///< every place is taken, or the day's quota is
    cutOff, ///< begins too soon, or has begun
    over
};
BOOST_DESCRIBE_ENUM(SlotState, free, full, cutOff, over)

enum class BookingDayState {
    open,
    full,   ///< the day's quota is used up
    closed, ///< a holiday, or a weekday without hours
    tooFar, ///< later than the queue takes bookings
    over,   ///< a day of the past
    none    ///< the queue takes no bookings
};
BOOST_DESCRIBE_ENUM(BookingDayState, open, full, closed, tooFar, over, none)

/// A bookable span of one queue's day; [from, to) in minutes of the local day.
struct Slot {
    MinuteOfDay from;
    MinuteOfDay to;
    int capacity = 0;
    int booked = 0; ///< booked or already come
    int free = 0;   ///< places that are left, the day's quota considered
    SlotState state = SlotState::free;
    bool operator==(const Slot&) const = default;
};
BOOST_DESCRIBE_STRUCT(Slot, (), (from, to, capacity, booked, free, state))

/// GET /queues/{id}/slots?day=20261008
struct SlotList {
    QueueId queueId;
    Day day;
    BookingDayState state = BookingDayState::open;
    std::string dayName; ///< of a holiday or a weekend that is worked; empty: an ordinary day
    std::string dayNameEn;
    int booked = 0;          ///< of the whole day
    int quota = 0;           ///< of the whole day, 0: no limit
    std::vector<Slot> times; ///< in order
    bool operator==(const SlotList&) const = default;
};
BOOST_DESCRIBE_STRUCT(SlotList, (), (queueId, day, state, dayName, dayNameEn, booked, quota, times))

/// POST /appointments
struct BookingRequest {
    ServiceItemId itemId;
    Day day;
    MinuteOfDay from; ///< where its slot begins
    std::optional<Identity> identity;
    std::string phone; ///< for messages; kept encrypted like the identity, until its day. Empty: none
};
BOOST_DESCRIBE_STRUCT(BookingRequest, (), (itemId, day, from, identity, phone))

/// An appointment as its holder or staff may see it.
struct AppointmentView {
    Appointment appointment;  ///< without personId; its code only for who booked, or showed whose it is
    std::string qrText;       ///< <base>/a/<id>.<kid>.<mac>; empty where the code is
    Instant takenFrom;        ///< its number is given out from here on
    Instant firstUntil;       ///< and goes first until here
    std::string number;       ///< of its ticket; empty: not taken up
    std::string holderName;   ///< masked
    std::string holderNumber; ///< masked
};
BOOST_DESCRIBE_STRUCT(AppointmentView, (),
                      (appointment, qrText, takenFrom, firstUntil, number, holderName, holderNumber))

/// Answer of POST /appointments/lookup and GET /appointments, in the order of their slots.
struct AppointmentList {
    std::vector<AppointmentView> appointments;
};
BOOST_DESCRIBE_STRUCT(AppointmentList, (), (appointments))

/// POST /appointments/lookup: by card or keyed number, by the eight digits, or by the text of the QR code.
/// One of them.
struct AppointmentLookup {
    std::optional<Identity> identity;
    std::string code;
    std::string qrText;
};
BOOST_DESCRIBE_STRUCT(AppointmentLookup, (), (identity, code, qrText))

/// POST /appointments/{id}/redeem: the same that found it shows whose it is.
struct RedeemRequest {
    std::optional<Identity> identity;
    Recognition recognition = Recognition::none;
    std::string code;
    std::string qrText;
    Language language = Language::zh;
    bool paper = true; ///< false: shown as a code at once (no printer)
};
BOOST_DESCRIBE_STRUCT(RedeemRequest, (), (identity, recognition, code, qrText, language, paper))

} // namespace atrium::model
