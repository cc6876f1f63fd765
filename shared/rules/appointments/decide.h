// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an appointment: booked, cancelled, taken up, missed. Pure: ids, codes and the time come in,
// the record's new value or a refusal goes out. Its version is the writer's.
#pragma once

#include "shared/model/result.h"
#include "shared/rules/appointments/officedays.h"
#include "shared/rules/appointments/state.h"
#include "shared/rules/queueing/decide.h"

#include <optional>
#include <string>
#include <vector>

namespace atrium::rules::appointments {

using queueing::Now;

/// What decisions look at besides their command; all of it outlives the call.
struct Context {
    const State& state;
    const queueing::Config& config;
    const OfficeDays& days;
    Now now;
};

struct Book {
    AppointmentId id;
    std::string code; ///< eight digits that no booked appointment bears; drawn by the caller
    model::ServiceItemId itemId;
    model::Day day;
    model::MinuteOfDay from; ///< where the slot begins
    std::optional<model::PersonId> personId;
    model::AppointmentChannel channel = model::AppointmentChannel::web;
    std::optional<model::StaffId> staffId;
};
/// Refuses a day or slot that cannot be booked, a full one, and a second appointment that one person would
/// have open in that queue on that day.
[[nodiscard]] model::Result<Appointment> book(const Context& context, const Book& wish);

struct Cancel {
    AppointmentId id;
    std::string reason;
    bool byStaff = false; ///< not bound by the cut-off
};
[[nodiscard]] model::Result<Appointment> cancel(const Context& context, const Cancel& wish);

/// An appointment that is taken up now, and when its ticket goes first.
struct TakenUp {
    Appointment appointment; ///< redeemed, with its ticket
    model::MinuteOfDay firstFrom;
    model::MinuteOfDay firstUntil;
    bool isLate = false; ///< that time is over: an ordinary ticket
};
struct Redeem {
    AppointmentId id;
    model::TicketId ticketId;
    bool ticketLost = false; ///< its ticket of before was voided, nobody has it: it gets another
};
[[nodiscard]] model::Result<TakenUp> redeem(const Context& context, const Redeem& wish);

/// When a ticket of the appointment is given out and goes first; within its day.
[[nodiscard]] model::MinuteOfDay firstFrom(const Appointment& appointment, const model::Queue& queue);
[[nodiscard]] model::MinuteOfDay firstUntil(const Appointment& appointment, const model::Queue& queue);

/// Those of days before that one that nobody took up.
[[nodiscard]] std::vector<Appointment> missed(const State& state, model::Day day, model::Instant now);
/// Those whose persons need not report (Queue::checkIn) and whose window has opened.
[[nodiscard]] std::vector<AppointmentId> dueByThemselves(const State& state, const queueing::Config& config,
                                                         const model::LocalTime& local);

} // namespace atrium::rules::appointments
