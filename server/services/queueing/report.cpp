// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody whose number was passed is back and says so at a kiosk.
#include "server/services/queueing/holders.h"
#include "server/services/queueing/routes.h"
#include "server/services/queueing/views.h"
#include "shared/model/json.h"

namespace atrium::services {

using model::ErrorCode;
using model::Result;

namespace {

/// Whether the ticket is of whoever asks: the code's, or the person's.
struct Proof {
    std::optional<model::TicketId> ticket;
    std::optional<model::PersonId> person;

    [[nodiscard]] bool isFor(const model::Ticket& asked) const {
        return ticket ? *ticket == asked.id : person && asked.personId == person;
    }
};

Result<Proof> proofOf(Services& services, const model::ReportRequest& request) {
    if (!request.qrText.empty()) {
        auto ticket = ticketOfCode(services, request.qrText);
        if (!ticket)
            return ticket.error();
        return Proof{ticket->id, std::nullopt};
    }
    if (!request.identity)
        return model::Error{ErrorCode::invalid, "/", model::Sentence::giveIdentityOrCode};
    auto person = personOf(services, *request.identity);
    if (!person)
        return person.error();
    return Proof{std::nullopt, *person};
}

void reportBack(Services& services, const http::Request& request, http::Responder responder) {
    auto body = model::fromJson<model::ReportRequest>(request.body);
    if (!body)
        return (void)responder.send(http::problem(body.error()));
    auto proof = proofOf(services, *body);
    if (!proof)
        return (void)responder.send(http::problem(proof.error()));
    const model::TicketId id(std::string(request.param("id")));
    submitTicketWrite(
        services, request, responder,
        [&services, id, proof = *proof](WriteContext& context) -> Result<Outcome> {
            const auto& tickets = context.state().queue.tickets;
            const auto found = tickets.find(id);
            if (found == tickets.end())
                return model::Error{ErrorCode::notFound, {}, model::Sentence::noSuchTicketToday};
            if (!proof.isFor(found->second))
                return model::Error{ErrorCode::forbidden, "/identity", model::Sentence::somebodyElsesTicket};
            if (auto done = context.command(rules::queueing::RequeueTicket{id, true}); !done)
                return done.error();
            context.audit("ticket.report", "ticket", id.value);
            return ticketOutcome(200, ticketView(services, context.state(), tickets.at(id), context.now().at,
                                                 {.withHolder = proof.person.has_value()}));
        });
}

} // namespace

void addReportRoutes(http::RouteTable& routes, Services& services) {
    routes.add({.method = "POST",
                .pattern = api("/tickets/{id}/report"),
                .summary = "The holder of a passed ticket is back",
                .access = http::Access::kinds({model::DeviceKind::kiosk}),
                .requestType = "ReportRequest",
                .responseType = "TicketView",
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    reportBack(services, request, std::move(responder));
                }});
}

} // namespace atrium::services
