// SPDX-License-Identifier: GPL-3.0-or-later
// Finding, listing and cancelling appointments.
#include "server/services/appointments/keeping.h"
#include "server/services/appointments/proof.h"
#include "server/services/appointments/routes.h"
#include "server/services/appointments/views.h"
#include "server/services/queueing/holders.h"
#include "shared/model/json.h"

namespace atrium::services {

using http::Access;
using model::AppointmentState;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;

namespace {

http::Response findAppointments(Services& services, CodeGuard& guard, const http::Request& request) {
    auto body = model::fromJson<model::AppointmentLookup>(request.body);
    if (!body)
        return http::problem(body.error());
    auto proof = proofOfBooking(services, guard, request, *body);
    if (!proof)
        return http::problem(proof.error());
    const bool forStaff = asksForOthers(request);
    // A card asks for what is still to come; a code asks for that one, whatever became of it.
    const auto list =
        appointmentList(services,
                        [&](const model::Appointment& one) {
                            return proof->opens(one) && (proof->id || rules::appointments::takesPlace(one));
                        },
                        {.withCode = forStaff, .withHolder = forStaff || !proof->id, .forStaff = forStaff});
    if (proof->id && list.appointments.empty()) // of a day that is over
        return http::problem({ErrorCode::notFound, "/qrText", model::Sentence::noSuchAppointment});
    return http::jsonResponse(model::toJson(list));
}

http::Response listAppointments(Services& services, const http::Request& request) {
    const auto today = services.now().local.day;
    const auto day = request.queryNumber("day", today.value, 0, 99'999'999);
    if (!day)
        return http::problem(day.error());
    const auto queue = request.queryValue("queue");
    const auto list =
        appointmentList(services,
                        [&](const model::Appointment& one) {
                            return one.day.value == *day && (!queue || one.queueId.value == *queue);
                        },
                        {.withCode = true, .withHolder = true, .forStaff = true});
    return http::jsonResponse(model::toJson(list));
}

/// Whose appointment may be cancelled: anybody's by staff who say why, their own by whoever lays the card.
Result<std::optional<model::PersonId>> mayCancel(Services& services, const http::Request& request,
                                                 const model::CancelRequest& body) {
    using Holder = std::optional<model::PersonId>;
    if (auto good = checkText(body.reason, "/reason"); !good)
        return good.error();
    if (asksForOthers(request)) {
        if (body.reason.empty())
            return model::Error{ErrorCode::invalid, "/reason", model::Sentence::giveReason};
        return Holder();
    }
    if (!body.identity || body.recognition != model::Recognition::idCard)
        return model::Error{ErrorCode::identityRequired, "/identity", model::Sentence::layCardAgain};
    auto person = personOf(services, *body.identity);
    if (!person)
        return person.error();
    if (!*person)
        return model::Error{ErrorCode::forbidden, "/identity", model::Sentence::somebodyElsesAppointment};
    return person;
}

void cancelAppointment(Services& services, const http::Request& request, http::Responder responder) {
    auto body = model::fromJson<model::CancelRequest>(request.body);
    if (!body)
        return (void)responder.send(http::problem(body.error()));
    auto holder = mayCancel(services, request, *body);
    if (!holder)
        return (void)responder.send(http::problem(holder.error()));
    const model::AppointmentId id(std::string(request.param("id")));
    const bool byStaff = asksForOthers(request);
    submitAppointmentWrite(
        services, request, responder,
        [&services, id, byStaff, holder = *holder,
         reason = body->reason](WriteContext& context) -> Result<Outcome> {
            const auto* known = rules::appointments::find(context.state().appointments, id);
            if (known != nullptr && !byStaff && known->personId != holder)
                return model::Error{ErrorCode::forbidden, "/identity",
                                    model::Sentence::somebodyElsesAppointment};
            auto gone = rules::appointments::cancel(bookingContext(context.state(), context.now()),
                                                    {id, reason, byStaff});
            if (!gone)
                return gone.error();
            context.record("appointmentCancelled", {store::put(*gone)});
            context.dropPhone(phoneKeyOf(id));
            context.audit("appointment.cancel", "appointment", id.value);
            return appointmentOutcome(200, appointmentView(services, context.state(),
                                                           context.state().appointments.appointments.at(id),
                                                           {.withHolder = true, .forStaff = byStaff}));
        });
}

} // namespace

void addAppointmentRoutes(http::RouteTable& routes, Services& services) {
    const auto guard = std::make_shared<CodeGuard>(); // shared by the copies of the handler
    const auto desks =
        Access::desk() | Access::staff(DeviceKind::admin, {Role::administrator, Role::supervisor});
    routes.add({.method = "POST",
                .pattern = api("/appointments/lookup"),
                .summary = "Find appointments by identity, code or QR code",
                .access = Access::kinds({DeviceKind::kiosk}) | desks,
                .requestType = "AppointmentLookup",
                .responseType = "AppointmentList",
                .otherStatuses = {404},
                .handler = http::answer([&services, guard](const http::Request& request) {
                    return findAppointments(services, *guard, request);
                })});
    routes.add({.method = "GET",
                .pattern = api("/appointments"),
                .summary = "All appointments of a day, today or later",
                .access = desks,
                .responseType = "AppointmentList",
                .parameters = {{.name = "day", .summary = "yyyymmdd; today without it", .number = true},
                               {.name = "queue", .summary = "of this queue alone"}},
                .handler = http::answer([&services](const http::Request& request) {
                    return listAppointments(services, request);
                })});
    routes.add({.method = "POST",
                .pattern = api("/appointments/{id}/cancel"),
                .summary = "Cancel an appointment",
                .access = Access::kinds({DeviceKind::kiosk}) | desks,
                .requestType = "CancelRequest",
                .responseType = "AppointmentView",
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    cancelAppointment(services, request, std::move(responder));
                }});
}

} // namespace atrium::services
