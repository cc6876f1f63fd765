// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/appointments/views.h"

#include "server/services/people/vault.h"
#include "server/services/queueing/ticketcodes.h"
#include "shared/model/json.h"

#include <algorithm>
#include <tuple>

namespace atrium::services {

namespace {

/// Lists of one answer are no longer than this (docs/api.md, Limits).
constexpr std::size_t kMostAppointments = 500;

void addTimes(model::AppointmentView& view, const Services& services, const HallState& state) {
    const auto& appointment = view.appointment;
    const auto queue = state.setup->config.queues.find(appointment.queueId);
    if (queue == state.setup->config.queues.end())
        return;
    view.takenFrom =
        services.calendar->at(appointment.day, rules::appointments::firstFrom(appointment, queue->second));
    view.firstUntil =
        services.calendar->at(appointment.day, rules::appointments::firstUntil(appointment, queue->second));
}

void addNamesAgain(Services& services, std::string& body) {
    auto view = model::fromJson<model::AppointmentView>(body);
    if (!view)
        return;
    const auto person = services.model.read([&](const HallState& state) {
        const auto* known = rules::appointments::find(state.appointments, view->appointment.id);
        return known != nullptr ? known->personId : std::nullopt;
    });
    if (!person)
        return;
    if (const auto holder = services.vault.holder(*person)) {
        view->holderName = holder->name;
        view->holderNumber = holder->number;
        body = model::toJson(*view);
    }
}

} // namespace

bool asksForOthers(const http::Request& request) {
    return request.caller.kind != model::DeviceKind::kiosk;
}

model::AppointmentView appointmentView(Services& services, const HallState& state,
                                       const model::Appointment& appointment, AppointmentSight sight) {
    model::AppointmentView view;
    view.appointment = appointment;
    view.appointment.personId.reset();
    if (!sight.forStaff) {
        view.appointment.note.clear();
        view.appointment.staffId.reset();
    }
    if (sight.withCode)
        view.qrText = services.codes.text(appointment.id);
    else
        view.appointment.code.clear();
    addTimes(view, services, state);
    if (appointment.ticketId) {
        const auto ticket = state.queue.tickets.find(*appointment.ticketId);
        if (ticket != state.queue.tickets.end())
            view.number = ticket->second.number;
    }
    if (sight.withHolder && appointment.personId)
        if (auto holder = services.vault.holder(*appointment.personId)) {
            view.holderName = holder->name;
            view.holderNumber = holder->number;
        }
    return view;
}

model::AppointmentList appointmentList(Services& services,
                                       const std::function<bool(const model::Appointment&)>& wanted,
                                       AppointmentSight sight) {
    std::vector<model::Appointment> found;
    services.model.read([&](const HallState& state) {
        for (const auto& [id, appointment] : state.appointments.appointments)
            if (wanted(appointment))
                found.push_back(appointment);
    });
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.day, a.from, a.bookedAt, a.id) < std::tie(b.day, b.from, b.bookedAt, b.id);
    });
    if (found.size() > kMostAppointments)
        found.resize(kMostAppointments);
    if (sight.withHolder) // the first time that reads the database
        for (const auto& appointment : found)
            if (appointment.personId)
                (void)services.vault.holder(*appointment.personId);
    return services.model.read([&](const HallState& state) {
        model::AppointmentList out;
        for (const auto& appointment : found)
            out.appointments.push_back(appointmentView(services, state, appointment, sight));
        return out;
    });
}

Outcome appointmentOutcome(int status, model::AppointmentView view) {
    Outcome out{status, model::toJson(view)};
    if (!view.holderName.empty() || !view.holderNumber.empty()) {
        view.holderName.clear();
        view.holderNumber.clear();
        out.kept = model::toJson(view);
    }
    return out;
}

void submitAppointmentWrite(Services& services, const http::Request& request, http::Responder responder,
                            Job job) {
    services.writer.submit(actorOf(request), requestKey(services, request), std::move(job),
                           [&services, responder](model::Result<Outcome> outcome) {
                               if (outcome && outcome->repeated)
                                   addNamesAgain(services, outcome->body);
                               responder.send(toResponse(std::move(outcome)));
                           });
}

} // namespace atrium::services
