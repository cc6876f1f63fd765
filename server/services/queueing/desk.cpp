// SPDX-License-Identifier: GPL-3.0-or-later
// Look-up, cancelling, requeueing and scanning of tickets.
#include "server/services/people/vault.h"
#include "server/services/queueing/holders.h"
#include "server/services/queueing/routes.h"
#include "server/services/queueing/ticketcodes.h"
#include "server/services/queueing/views.h"
#include "shared/model/codec/walker.h"
#include "shared/model/json.h"

#include <boost/json/object.hpp>

#include <algorithm>
#include <cctype>

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;

namespace {

bool isDesk(const http::Request& request) {
    return request.caller.kind == DeviceKind::windowTerminal;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

std::vector<model::Ticket> ticketsOf(const HallState& state, const model::PersonId& person) {
    std::vector<model::Ticket> out;
    for (const auto& [id, ticket] : state.queue.tickets)
        if (ticket.personId == person)
            out.push_back(ticket);
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.issuedAt > b.issuedAt; });
    return out;
}

http::Response lookUp(Services& services, const http::Request& request) {
    auto body = model::fromJson<model::LookupRequest>(request.body);
    if (!body)
        return http::problem(body.error());
    const bool desk = isDesk(request);
    std::vector<model::Ticket> found;
    bool withCode = desk;
    bool withHolder = desk;
    if (body->identity) {
        auto person = personOf(services, *body->identity);
        if (!person)
            return http::problem(person.error());
        if (*person)
            found = services.model.read([&](const HallState& state) { return ticketsOf(state, **person); });
        withCode = withHolder = true;
    } else if (!body->qrText.empty()) {
        auto ticket = ticketOfCode(services, body->qrText);
        if (!ticket)
            return http::problem(ticket.error());
        found.push_back(std::move(*ticket));
        withCode = true; // the asker holds it already
    } else if (!body->number.empty()) {
        if (!desk)
            return http::problem({ErrorCode::forbidden, "/number", model::Sentence::findsByNumberAtDesk});
        const std::string number = upper(body->number);
        found = services.model.read([&](const HallState& state) {
            std::vector<model::Ticket> out;
            for (const auto& [id, ticket] : state.queue.tickets)
                if (ticket.number == number)
                    out.push_back(ticket);
            return out;
        });
    } else {
        return http::problem({ErrorCode::invalid, "/", model::Sentence::giveIdentityCodeOrNumber});
    }
    if (withHolder)
        for (const auto& ticket : found)
            if (ticket.personId)
                (void)services.vault.holder(*ticket.personId);
    const auto now = services.clock.now();
    const auto response = services.model.read([&](const HallState& state) {
        model::LookupResponse out;
        for (const auto& ticket : found)
            out.tickets.push_back(
                ticketView(services, state, ticket, now,
                           {.withCode = withCode, .withHolder = withHolder, .forStaff = desk}));
        return out;
    });
    return http::jsonResponse(model::toJson(response));
}

void cancelTicket(Services& services, const http::Request& request, http::Responder responder) {
    auto body = model::fromJson<model::CancelRequest>(request.body);
    if (!body)
        return (void)responder.send(http::problem(body.error()));
    const bool desk = isDesk(request);
    std::optional<model::PersonId> holder;
    if (!desk) {
        if (!body->identity || body->recognition != model::Recognition::idCard)
            return (void)responder.send(
                http::problem({ErrorCode::identityRequired, "/identity", model::Sentence::layCardAgain}));
        auto person = personOf(services, *body->identity);
        if (!person)
            return (void)responder.send(http::problem(person.error()));
        if (!*person)
            return (void)responder.send(
                http::problem({ErrorCode::forbidden, "/identity", model::Sentence::somebodyElsesTicket}));
        holder = **person;
    } else if (body->reason.empty()) {
        return (void)responder.send(
            http::problem({ErrorCode::invalid, "/reason", model::Sentence::giveReason}));
    }
    if (auto good = checkText(body->reason, "/reason"); !good)
        return (void)responder.send(http::problem(good.error()));
    const model::TicketId id(std::string(request.param("id")));
    submitTicketWrite(
        services, request, responder,
        [&services, id, desk, holder, reason = body->reason](WriteContext& context) -> Result<Outcome> {
            const auto& tickets = context.state().queue.tickets;
            const auto found = tickets.find(id);
            if (found == tickets.end())
                return model::Error{ErrorCode::notFound, {}, model::Sentence::noSuchTicketToday};
            if (!desk && found->second.personId != holder)
                return model::Error{ErrorCode::forbidden, "/identity", model::Sentence::somebodyElsesTicket};
            if (auto done = context.command(rules::queueing::CancelTicket{id, reason}); !done)
                return done.error();
            context.audit("ticket.cancel", "ticket", id.value);
            return ticketOutcome(200, ticketView(services, context.state(), tickets.at(id), context.now().at,
                                                 {.withHolder = true, .forStaff = desk}));
        });
}

void requeueTicket(Services& services, const http::Request& request, http::Responder responder) {
    const model::TicketId id(std::string(request.param("id")));
    submitTicketWrite(services, request, responder,
                      [&services, id](WriteContext& context) -> Result<Outcome> {
                          if (auto done = context.command(rules::queueing::RequeueTicket{id}); !done)
                              return done.error();
                          context.audit("ticket.requeue", "ticket", id.value);
                          return ticketOutcome(
                              200, ticketView(services, context.state(), context.state().queue.tickets.at(id),
                                              context.now().at, {.withHolder = true, .forStaff = true}));
                      });
}

http::Response scanTicket(Services& services, const http::Request& request) {
    auto body = model::fromJson<model::LookupRequest>(request.body);
    if (!body)
        return http::problem(body.error());
    if (body->qrText.empty())
        return http::problem({ErrorCode::invalid, "/qrText", model::Sentence::wantText});
    auto stored = ticketOfCode(services, body->qrText);
    if (!stored)
        return http::problem(stored.error());
    if (stored->personId)
        (void)services.vault.holder(*stored->personId);
    const auto now = services.clock.now();
    return services.model.read([&](const HallState& state) {
        return http::jsonResponse(
            model::toJson(ticketView(services, state, *stored, now, {.withHolder = true, .forStaff = true})));
    });
}

} // namespace

void addTicketDeskRoutes(http::RouteTable& routes, Services& services) {
    const auto kioskOrDesk = Access::kinds({DeviceKind::kiosk}) | Access::desk();
    routes.add({.method = "POST",
                .pattern = api("/tickets/lookup"),
                .summary = "Find tickets by identity, code or number",
                .access = kioskOrDesk,
                .requestType = "LookupRequest",
                .responseType = "LookupResponse",
                .otherStatuses = {404},
                .handler = http::answer(
                    [&services](const http::Request& request) { return lookUp(services, request); })});
    routes.add({.method = "POST",
                .pattern = api("/tickets/{id}/cancel"),
                .summary = "Cancel a ticket",
                .access = kioskOrDesk,
                .requestType = "CancelRequest",
                .responseType = "TicketView",
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    cancelTicket(services, request, std::move(responder));
                }});
    routes.add({.method = "POST",
                .pattern = api("/tickets/{id}/requeue"),
                .summary = "Bring a passed or held ticket back into its queue",
                .access = Access::staff(DeviceKind::windowTerminal),
                .responseType = "TicketView",
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    requeueTicket(services, request, std::move(responder));
                }});
    routes.add({.method = "POST",
                .pattern = api("/tickets/scan"),
                .summary = "Whose ticket a scanned code is, masked",
                .access = Access::staff(DeviceKind::windowTerminal),
                .requestType = "LookupRequest", // its qrText alone
                .responseType = "TicketView",
                .otherStatuses = {404},
                .handler = http::answer(
                    [&services](const http::Request& request) { return scanTicket(services, request); })});
}

} // namespace atrium::services
