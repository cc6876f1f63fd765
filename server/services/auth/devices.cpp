// SPDX-License-Identifier: GPL-3.0-or-later
// What the server says of itself, enrolment, and what devices report.
#include "server/http/forwarded.h"
#include "server/http/problem.h"
#include "server/services/auth/gate.h"
#include "server/services/auth/routes.h"
#include "server/services/core/alarms.h"
#include "shared/model/json.h"
#include "shared/model/partstates.h"
#include "shared/model/plaintext.h"

#include <algorithm>

namespace atrium::services {

using http::Access;
using model::DeviceId;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;

namespace {

http::Response serverInfo(Services& services) {
    const auto now = services.now();
    model::ServerInfo info;
    services.model.read([&](const HallState& state) {
        info.name = state.setup->hall.name;
        info.hallId = state.setup->hall.id;
        info.day = state.queue.day;
        info.seq = state.lastSeq;
    });
    info.version = services.config.version;
    info.now = now.at;
    info.demonstration = services.config.demonstration;
    return http::jsonResponse(model::toJson(info));
}

/// Puts the device's record with other enrolment flags.
Job markDevice(const DeviceId& id, bool enrolled, bool revoked, std::string address, const char* action) {
    return [id, enrolled, revoked, address = std::move(address),
            action](WriteContext& context) -> Result<Outcome> {
        const auto& devices = context.state().setup->devices;
        const auto found = devices.find(id);
        if (found == devices.end())
            return model::Error{ErrorCode::notFound, {}, model::Sentence::noSuchDevice};
        model::Device device = found->second;
        device.enrolled = enrolled;
        device.revoked = revoked;
        if (!address.empty())
            device.address = address;
        context.record("recordChanged", {store::put(device)});
        context.audit(action, "device", id.value);
        return Outcome{204, {}};
    };
}

http::Response enrol(Services& services, const http::Request& request) {
    auto body = model::fromJson<model::EnrolRequest>(request.body);
    if (!body)
        return http::problem(body.error());
    // Who types a player's code into a kiosk would otherwise have a kiosk that may do nothing.
    const auto fits = [&services, kind = body->kind](const DeviceId& id) {
        const auto known = services.model.setup();
        const auto found = known->devices.find(id);
        return !kind || found == known->devices.end() || found->second.kind == *kind;
    };
    auto device = services.gate.spendCode(body->code, request.remoteAddress, fits);
    if (!device)
        return http::problem(
            device.error(),
            services.gate.codeLimit.wait(http::networkOf(request.remoteAddress), services.clock.now()));
    auto marked =
        services.writer.run({.device = *device, .staff = {}},
                            markDevice(*device, true, false, request.remoteAddress, "device.enrol"));
    if (!marked)
        return http::problem(marked.error());
    // Whatever machine stood there before is out.
    if (auto gone = services.gate.revoke(*device); !gone)
        return http::problem(gone.error());
    services.closeStreams(device->value);
    auto token = services.gate.giveToken(*device);
    if (!token)
        return http::problem(token.error());
    model::EnrolResponse out;
    out.token = std::move(*token);
    const auto setup = services.model.setup();
    const auto record = setup->devices.find(*device);
    if (record != setup->devices.end())
        out.device = record->second;
    return http::jsonResponse(model::toJson(out));
}

http::Response giveCode(Services& services, const http::Request& request) {
    const DeviceId id(std::string(request.param("id")));
    if (!services.model.setup()->devices.contains(id))
        return http::problem({ErrorCode::notFound, {}, model::Sentence::noSuchDevice});
    model::EnrolmentCode out;
    out.deviceId = id;
    out.expiresAt = services.clock.now() + Gate::kCodeTime;
    out.fingerprint = services.config.fingerprint;
    // First the entry: no code is given without one.
    auto noted = services.writer.run(actorOf(request), [id](WriteContext& context) -> Result<Outcome> {
        context.audit("device.code", "device", id.value);
        return Outcome{204, {}};
    });
    if (!noted)
        return http::problem(noted.error());
    auto code = services.gate.giveCode(id, out.expiresAt);
    if (!code)
        return http::problem(code.error());
    out.code = std::move(*code);
    return http::jsonResponse(model::toJson(out));
}

http::Response revoke(Services& services, const http::Request& request) {
    const DeviceId id(std::string(request.param("id")));
    auto marked = services.writer.run(actorOf(request), markDevice(id, false, true, {}, "device.revoke"));
    if (!marked)
        return http::problem(marked.error());
    if (auto gone = services.gate.revoke(id); !gone)
        return http::problem(gone.error());
    services.closeStreams(id.value);
    return http::noContent();
}

http::Response self(Services& services, const http::Request& request) {
    const auto setup = services.model.setup();
    const auto found = setup->devices.find(*request.caller.deviceId);
    if (found == setup->devices.end())
        return http::problem({ErrorCode::notFound, {}, model::Sentence::deviceRemoved});
    return http::jsonResponse(model::toJson(found->second));
}

/// Alarms are raised by these words: one that nobody knows would be a fault that nobody sees.
Result<void> checkReport(const model::DeviceReport& body) {
    using model::isPartState;
    const model::Error unknown{ErrorCode::invalid, {}, model::Sentence::unknownWord};
    const auto at = [](model::Error error, const char* path) {
        error.path = path;
        return error;
    };
    if (!isPartState(body.printer, model::kPrinterStates))
        return at(unknown, "/printer");
    if (!isPartState(body.cardReader, model::kReaderStates))
        return at(unknown, "/cardReader");
    if (!isPartState(body.scanner, model::kReaderStates))
        return at(unknown, "/scanner");
    if (body.appVersion.size() > 64 || !model::isPlainText(body.appVersion, false))
        return model::Error{ErrorCode::invalid, "/appVersion", model::Sentence::stateIsAWord};
    return {};
}

void report(Services& services, const http::Request& request, http::Responder responder) {
    auto body = model::fromJson<model::DeviceReport>(request.body);
    if (!body)
        return (void)responder.send(http::problem(body.error()));
    if (auto good = checkReport(*body); !good)
        return (void)responder.send(http::problem(good.error()));
    const DeviceId id = *request.caller.deviceId;
    services.writer.submit(
        actorOf(request), {},
        [id, body = *body](WriteContext& context) -> Result<Outcome> {
            const model::RecordId key(id.value);
            model::DeviceStatus next;
            const auto& all = context.state().deviceStatus;
            const auto known = all.find(key);
            if (known != all.end())
                next = known->second;
            const model::DeviceStatus before = next;
            next.id = key;
            next.hallId = context.state().setup->hall.id;
            next.deviceId = id;
            next.printer = body.printer;
            next.cardReader = body.cardReader;
            next.scanner = body.scanner;
            next.appVersion = body.appVersion;
            if (!next.online) {
                next.online = true;
                next.since = context.now().at;
            }
            if (next != before) // an unchanged report is no news and needs no place in the log
                context.record("deviceStatusChanged", {store::put(next)});
            for (const auto& [cause, present] : partCauses(next))
                setAlarm(context, cause, present);
            return Outcome{204, {}};
        },
        [responder](Result<Outcome> outcome) { responder.send(toResponse(std::move(outcome))); });
}

} // namespace

void addDeviceRoutes(http::RouteTable& routes, Services& services) {
    const auto administrator = Access::staff(DeviceKind::admin, {Role::administrator});
    routes.add({.method = "GET",
                .pattern = api("/server"),
                .summary = "What the server says of itself",
                .access = Access::everybody(),
                .responseType = "ServerInfo",
                .handler = http::answer([&services](const http::Request&) { return serverInfo(services); })});
    routes.add({.method = "POST",
                .pattern = api("/enrolment"),
                .summary = "Exchange an enrolment code for a device token",
                .access = Access::everybody(),
                .requestType = "EnrolRequest",
                .responseType = "EnrolResponse",
                .otherStatuses = {409},
                .handler = http::answer(
                    [&services](const http::Request& request) { return enrol(services, request); })});
    routes.add({.method = "GET",
                .pattern = api("/devices/self"),
                .summary = "The asking device",
                .access = Access::devices(),
                .responseType = "Device",
                .handler = http::answer(
                    [&services](const http::Request& request) { return self(services, request); })});
    routes.add({.method = "PUT",
                .pattern = api("/devices/self/status"),
                .summary = "What a device says of its parts",
                .access = Access::devices(),
                .requestType = "DeviceReport",
                .successStatus = 204,
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    report(services, request, std::move(responder));
                }});
    routes.add({.method = "POST",
                .pattern = api("/devices/{id}/code"),
                .summary = "A fresh enrolment code for a device",
                .access = administrator,
                .responseType = "EnrolmentCode",
                .otherStatuses = {404},
                .handler = http::answer(
                    [&services](const http::Request& request) { return giveCode(services, request); })});
    routes.add({.method = "POST",
                .pattern = api("/devices/{id}/revoke"),
                .summary = "Shut a device out",
                .access = administrator,
                .successStatus = 204,
                .otherStatuses = {404},
                .handler = http::answer(
                    [&services](const http::Request& request) { return revoke(services, request); })});
}

} // namespace atrium::services
