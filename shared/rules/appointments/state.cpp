// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/appointments/state.h"

namespace atrium::rules::appointments {
namespace {

template <class Index, class Key> void dropFrom(Index& index, const Key& key, const AppointmentId& id) {
    const auto found = index.find(key);
    if (found == index.end())
        return;
    found->second.erase(id);
    if (found->second.empty())
        index.erase(found);
}

void dropCode(State& state, const Appointment& appointment) {
    const auto coded = state.bookedByCode.find(appointment.code);
    if (coded != state.bookedByCode.end() && coded->second == appointment.id)
        state.bookedByCode.erase(coded);
}

} // namespace

void put(State& state, const Appointment& appointment) {
    state.appointments.insert_or_assign(appointment.id, appointment);
    state.ofQueueDay[{appointment.queueId, appointment.day}].insert(appointment.id);
    if (appointment.personId)
        state.ofPerson[*appointment.personId].insert(appointment.id);
    if (appointment.state == AppointmentState::booked)
        state.bookedByCode.insert_or_assign(appointment.code, appointment.id);
    else
        dropCode(state, appointment);
}

void forgetBefore(State& state, model::Day day) {
    for (auto entry = state.appointments.begin(); entry != state.appointments.end();) {
        const Appointment& appointment = entry->second;
        if (appointment.day >= day) {
            ++entry;
            continue;
        }
        dropFrom(state.ofQueueDay, std::pair(appointment.queueId, appointment.day), appointment.id);
        if (appointment.personId)
            dropFrom(state.ofPerson, *appointment.personId, appointment.id);
        dropCode(state, appointment);
        entry = state.appointments.erase(entry);
    }
}

const Appointment* find(const State& state, const AppointmentId& id) {
    const auto found = state.appointments.find(id);
    return found == state.appointments.end() ? nullptr : &found->second;
}

bool takesPlace(const Appointment& appointment) {
    return appointment.state == AppointmentState::booked || appointment.state == AppointmentState::redeemed;
}

} // namespace atrium::rules::appointments
