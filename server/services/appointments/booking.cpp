// SPDX-License-Identifier: GPL-3.0-or-later
// What a queue's day has to offer, and booking a place of it.
#include "server/services/appointments/keeping.h"
#include "server/services/appointments/routes.h"
#include "server/services/appointments/views.h"
#include "server/services/core/crypto.h"
#include "server/services/messages/outbox.h"
#include "server/services/people/vault.h"
#include "shared/model/json.h"
#include "shared/rules/appointments/slots.h"

#include <cstdint>

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;

namespace {

http::Response listSlots(Services& services, const http::Request& request) {
    const auto now = services.now();
    const auto day = request.queryNumber("day", now.local.day.value, 0, 99'999'999);
    if (!day)
        return http::problem(day.error());
    const model::Day asked{static_cast<std::int32_t>(*day)};
    if (!rules::appointments::isDate(asked))
        return http::problem({ErrorCode::invalid, "/day", model::Sentence::dayForm});
    const model::QueueId id(std::string(request.param("id")));
    return services.model.read([&](const HallState& state) {
        const auto queue = state.setup->config.queues.find(id);
        if (queue == state.setup->config.queues.end())
            return http::problem({ErrorCode::notFound, {}, model::Sentence::noSuchQueue});
        return http::jsonResponse(model::toJson(rules::appointments::slotsOf(
            queue->second, asked, state.setup->officeDays, state.appointments, now.local)));
    });
}

/// Eight random digits that no booked appointment bears.
std::string freeCode(const rules::appointments::State& state) {
    constexpr std::uint32_t kCodes = 100'000'000;
    constexpr std::uint32_t kFair = 4'200'000'000; // whole rounds of all codes below 2^32
    while (true) {
        std::uint32_t drawn = 0;
        for (const char byte : randomBytes(sizeof drawn))
            drawn = drawn << 8U | static_cast<unsigned char>(byte);
        if (drawn >= kFair)
            continue;
        std::string code = std::to_string(drawn % kCodes);
        code.insert(0, 8 - code.size(), '0');
        if (!state.bookedByCode.contains(code))
            return code;
    }
}

model::AppointmentChannel channelOf(const http::Request& request) {
    switch (request.caller.kind.value_or(DeviceKind::kiosk)) {
    case DeviceKind::admin:
        return model::AppointmentChannel::telephone;
    case DeviceKind::windowTerminal:
        return model::AppointmentChannel::serviceDesk;
    default:
        return model::AppointmentChannel::kiosk;
    }
}

/// What one booking needs on the writer's thread.
struct Booking {
    rules::appointments::Book wish;
    store::PersonRow person;
    model::Identity identity;
    bool replacePerson = false; ///< the hall knew the number, and now learns the name
    std::optional<store::PersonRow> phone;
    bool forStaff = false;
};

Result<Outcome> bookOn(Services& services, WriteContext& context, Booking booking) {
    auto person = context.person(booking.person, booking.replacePerson);
    if (!person)
        return person.error();
    services.vault.remember(*person, booking.identity);
    booking.wish.personId = *person;
    booking.wish.code = freeCode(context.state().appointments);
    auto made = rules::appointments::book(bookingContext(context.state(), context.now()), booking.wish);
    if (!made)
        return made.error();
    context.record("appointmentBooked", {store::put(*made)});
    // Where nothing can be sent nothing is kept.
    if (booking.phone && sendsMessages(context.state()))
        if (auto kept = context.person(*booking.phone, false); !kept)
            return kept.error();
    context.audit("appointment.book", "appointment", made->id.value);
    return appointmentOutcome(
        201,
        appointmentView(services, context.state(), context.state().appointments.appointments.at(made->id),
                        {.withCode = true, .withHolder = true, .forStaff = booking.forStaff}));
}

void bookAppointment(Services& services, const http::Request& request, http::Responder responder) {
    const auto refuse = [&responder](const model::Error& error) { responder.send(http::problem(error)); };
    auto body = model::fromJson<model::BookingRequest>(request.body);
    if (!body)
        return refuse(body.error());
    if (auto good = checkId(body->itemId.value, "/itemId"); !good)
        return refuse(good.error());
    if (!body->identity)
        return refuse({ErrorCode::identityRequired, "/identity", model::Sentence::bookingNeedsIdentity});
    if (!body->phone.empty())
        if (auto good = checkPhone(body->phone, "/phone"); !good)
            return refuse(good.error());
    const auto now = services.now();
    auto identity = checkedIdentity(*body->identity, now.local.day, "/identity");
    if (!identity)
        return refuse(identity.error());
    auto replace = services.vault.knowsLess(*identity);
    if (!replace)
        return refuse(replace.error());
    Booking booking;
    booking.wish.id = model::AppointmentId(randomHex(16));
    booking.wish.itemId = body->itemId;
    booking.wish.day = body->day;
    booking.wish.from = body->from;
    booking.wish.channel = channelOf(request);
    if (request.caller.session)
        booking.wish.staffId = request.caller.session->staffId;
    booking.forStaff = asksForOthers(request);
    booking.replacePerson = *replace;
    booking.person = services.vault.seal(*identity, now.at);
    booking.identity = std::move(*identity);
    if (!body->phone.empty())
        booking.phone = services.vault.sealPhone(phoneKeyOf(booking.wish.id), body->phone, now.at);
    submitAppointmentWrite(services, request, responder,
                           [&services, booking = std::move(booking)](WriteContext& context) {
                               return bookOn(services, context, booking);
                           });
}

} // namespace

void addSlotRoutes(http::RouteTable& routes, Services& services) {
    routes.add({.method = "GET",
                .pattern = api("/queues/{id}/slots"),
                .summary = "Which times of a day a queue takes bookings for",
                .access = Access::kinds({DeviceKind::kiosk}) | Access::staff(DeviceKind::windowTerminal) |
                          Access::staff(DeviceKind::admin),
                .responseType = "SlotList",
                .parameters = {{.name = "day", .summary = "yyyymmdd; today without it", .number = true}},
                .otherStatuses = {404},
                .handler = http::answer(
                    [&services](const http::Request& request) { return listSlots(services, request); })});
    routes.add({.method = "POST",
                .pattern = api("/appointments"),
                .summary = "Book a time",
                .access = Access::kinds({DeviceKind::kiosk}) | Access::desk() |
                          Access::staff(DeviceKind::admin, {Role::administrator, Role::supervisor}),
                .requestType = "BookingRequest",
                .responseType = "AppointmentView",
                .successStatus = 201,
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    bookAppointment(services, request, std::move(responder));
                }});
}

} // namespace atrium::services
