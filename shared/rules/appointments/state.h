// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/appointment.h"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace atrium::rules::appointments {

using model::Appointment;
using model::AppointmentId;
using model::AppointmentState;

/// Appointments of today and later, with what decisions look them up by. The indexes follow from the records.
struct State {
    std::map<AppointmentId, Appointment> appointments;
    std::map<std::pair<model::QueueId, model::Day>, std::set<AppointmentId>> ofQueueDay;
    std::map<std::string, AppointmentId> bookedByCode;           ///< state booked
    std::map<model::PersonId, std::set<AppointmentId>> ofPerson; ///< in any state
    bool operator==(const State&) const = default;
};

/// Takes a record's new value; its queue, day, code and person never change.
void put(State& state, const Appointment& appointment);
/// Days before that one are history.
void forgetBefore(State& state, model::Day day);
[[nodiscard]] const Appointment* find(const State& state, const AppointmentId& id);
/// Whether it takes a place in its slot: booked, or come.
[[nodiscard]] bool takesPlace(const Appointment& appointment);

} // namespace atrium::rules::appointments
