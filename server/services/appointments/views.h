// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"
#include "shared/model/appointmentapi.h"
#include "shared/rules/appointments/decide.h"

#include <functional>

namespace atrium::services {

/// What decisions about appointments look at, of the writer's or a reader's state.
[[nodiscard]] inline rules::appointments::Context bookingContext(const HallState& state,
                                                                 const rules::queueing::Now& now) {
    return {state.appointments, state.setup->config, state.setup->officeDays, now};
}

/// What a view may hold besides the appointment.
struct AppointmentSight {
    bool withCode = false;   ///< the eight digits and the QR's text
    bool withHolder = false; ///< masked
    bool forStaff = false;   ///< why it was cancelled, and by whom it was booked
};

/// An appointment as its holder or staff may see it, from one state. Holders are looked up in the vault: let
/// it remember them before a lock is held.
[[nodiscard]] model::AppointmentView appointmentView(Services& services, const HallState& state,
                                                     const model::Appointment& appointment,
                                                     AppointmentSight sight);
/// Those that `wanted` picks, in the order of their slots, as views.
[[nodiscard]] model::AppointmentList
appointmentList(Services& services, const std::function<bool(const model::Appointment&)>& wanted,
                AppointmentSight sight);

/// The view as a write's answer; what is kept of it for a repeated request names nobody.
[[nodiscard]] Outcome appointmentOutcome(int status, model::AppointmentView view);
/// submitWrite() for jobs that answer so: a repeated request gets the holder from the vault.
void submitAppointmentWrite(Services& services, const http::Request& request, http::Responder responder,
                            Job job);

/// Whether somebody who may act for others asks: no proof of a holder is needed.
[[nodiscard]] bool asksForOthers(const http::Request& request);

} // namespace atrium::services
