// SPDX-License-Identifier: GPL-3.0-or-later
// The booked person is here and gets a ticket.
#include "server/services/appointments/keeping.h"
#include "server/services/appointments/proof.h"
#include "server/services/appointments/routes.h"
#include "server/services/appointments/views.h"
#include "server/services/core/crypto.h"
#include "server/services/people/vault.h"
#include "server/services/queueing/holders.h"
#include "server/services/queueing/views.h"
#include "shared/model/json.h"

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;

namespace {

/// At a kiosk whoever takes it up shows that it is theirs; a keyed number is known to others, so only the
/// card itself counts. At the desk somebody looks at the person.
Result<AppointmentProof> proofAtKiosk(Services& services, CodeGuard& guard, const http::Request& request,
                                      const model::RedeemRequest& body) {
    const bool byCard = body.code.empty() && body.qrText.empty();
    if (byCard && (!body.identity || body.recognition != model::Recognition::idCard))
        return model::Error{ErrorCode::identityRequired, "/identity", model::Sentence::layCardAgain};
    return proofOfBooking(services, guard, request,
                          {.identity = body.identity, .code = body.code, .qrText = body.qrText});
}

void redeemAppointment(Services& services, CodeGuard& guard, const http::Request& request,
                       http::Responder responder) {
    const auto refuse = [&responder](const model::Error& error) { responder.send(http::problem(error)); };
    auto body = model::fromJson<model::RedeemRequest>(request.body);
    if (!body)
        return refuse(body.error());
    const bool atDesk = asksForOthers(request);
    AppointmentProof proof;
    if (!atDesk) {
        auto shown = proofAtKiosk(services, guard, request, *body);
        if (!shown)
            return refuse(shown.error());
        proof = std::move(*shown);
    }
    const auto now = services.now();
    rules::queueing::IssueTicket wish;
    wish.ticketId = model::TicketId(orderedHex(now.at));
    wish.language = body->language;
    wish.channel = atDesk ? model::TicketChannel::serviceDesk : model::TicketChannel::kiosk;
    wish.deviceId = request.caller.deviceId;
    wish.paper = body->paper;
    wish.recognition = !body->qrText.empty() ? model::Recognition::scanned
                       : body->code.empty()  ? body->recognition
                                             : model::Recognition::none;
    const model::AppointmentId id(std::string(request.param("id")));
    submitTicketWrite(services, request, responder,
                      [&services, id, atDesk, proof, wish,
                       phone = phoneOf(services, id)](WriteContext& context) -> Result<Outcome> {
                          const auto* known = rules::appointments::find(context.state().appointments, id);
                          if (known != nullptr && !atDesk && !proof.opens(*known))
                              return model::Error{ErrorCode::forbidden, "/identity",
                                                  model::Sentence::somebodyElsesAppointment};
                          if (auto done = takeUp(services, context, id, wish, phone); !done)
                              return done.error();
                          const auto& ticket = context.state().queue.tickets.at(wish.ticketId);
                          return ticketOutcome(201,
                                               ticketView(services, context.state(), ticket, context.now().at,
                                                          {.withCode = true,
                                                           .withHolder = atDesk || proof.person.has_value(),
                                                           .forStaff = atDesk,
                                                           .justIssued = true}));
                      });
}

} // namespace

void addTakingUpRoutes(http::RouteTable& routes, Services& services) {
    const auto guard = std::make_shared<CodeGuard>(); // shared by the copies of the handler
    routes.add({.method = "POST",
                .pattern = api("/appointments/{id}/redeem"),
                .summary = "Take up an appointment: its ticket is issued",
                .access = Access::kinds({DeviceKind::kiosk}) | Access::desk(),
                .requestType = "RedeemRequest",
                .responseType = "TicketView",
                .successStatus = 201,
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services, guard](const http::Request& request, http::Responder responder) {
                    redeemAppointment(services, *guard, request, std::move(responder));
                }});
}

} // namespace atrium::services
