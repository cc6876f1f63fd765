// SPDX-License-Identifier: GPL-3.0-or-later
// Issue, print report and the ticket itself.
#include "server/services/core/crypto.h"
#include "server/services/messages/outbox.h"
#include "server/services/people/vault.h"
#include "server/services/queueing/routes.h"
#include "server/services/queueing/views.h"
#include "shared/model/codec/walker.h"
#include "shared/model/json.h"

#include <boost/json/object.hpp>

#include <algorithm>

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;

namespace {

constexpr int kPriorityClass = 1;
constexpr int kSeniorAge = 70;

/// Whether the department or one above it is among those a kiosk serves; an empty list is all.
bool kioskServes(const Setup& setup, const model::Device& kiosk, model::DepartmentId department) {
    if (kiosk.departmentIds.empty())
        return true;
    for (int depth = 0; depth < 16; ++depth) {
        if (std::find(kiosk.departmentIds.begin(), kiosk.departmentIds.end(), department) !=
            kiosk.departmentIds.end())
            return true;
        const auto found = setup.departments.find(department);
        if (found == setup.departments.end() || !found->second.parentId)
            return false;
        department = *found->second.parentId;
    }
    return false;
}

/// What one issue needs on the writer's thread.
struct Issue {
    rules::queueing::IssueTicket command;
    std::optional<store::PersonRow> person;
    model::Identity identity;
    bool replacePerson = false;            ///< the hall knew the number, and now learns the name
    std::optional<store::PersonRow> phone; ///< for messages
    bool desk = false;
};

Result<Outcome> issueOn(Services& services, WriteContext& context, Issue issue) {
    const Setup& setup = *context.state().setup;
    const auto item = setup.config.items.find(issue.command.itemId);
    if (item != setup.config.items.end()) {
        const auto queue = setup.config.queues.find(item->second.queueId);
        if (issue.command.priorityClass && queue != setup.config.queues.end())
            issue.command.priorityClass = std::min(*issue.command.priorityClass, queue->second.priorityClass);
        const auto device = setup.devices.find(*issue.command.deviceId);
        if (!issue.desk && device != setup.devices.end() &&
            !kioskServes(setup, device->second, item->second.departmentId))
            return model::Error{ErrorCode::forbidden, "/itemId", model::Sentence::kioskNotForDepartment};
    }
    // Further businesses are any department's: who is in the hall already need not look for another kiosk.
    if (issue.person) {
        auto person = context.person(*issue.person, issue.replacePerson);
        if (!person)
            return person.error();
        issue.command.personId = *person;
        services.vault.remember(*person, issue.identity);
    }
    if (auto done = context.command(issue.command); !done)
        return done.error();
    // Where nothing can be sent nothing is kept.
    if (issue.phone && sendsMessages(context.state()))
        context.keepPhone(issue.command.ticketId, *issue.phone);
    context.audit("ticket.issue", "ticket", issue.command.ticketId.value);
    const auto& ticket = context.state().queue.tickets.at(issue.command.ticketId);
    const auto view =
        ticketView(services, context.state(), ticket, context.now().at,
                   {.withCode = true, .withHolder = true, .forStaff = issue.desk, .justIssued = true});
    return ticketOutcome(201, view);
}

void issueTicket(Services& services, const http::Request& request, http::Responder responder) {
    auto body = model::fromJson<model::IssueRequest>(request.body);
    if (!body)
        return (void)responder.send(http::problem(body.error()));
    if (auto good = checkId(body->itemId.value, "/itemId"); !good)
        return (void)responder.send(http::problem(good.error()));
    Issue issue;
    issue.desk = request.caller.kind == DeviceKind::windowTerminal;
    auto& command = issue.command;
    command.itemId = body->itemId;
    for (std::size_t at = 0; at < body->moreItemIds.size(); ++at)
        if (auto good = checkId(body->moreItemIds[at].value, "/moreItemIds/" + std::to_string(at)); !good)
            return (void)responder.send(http::problem(good.error()));
    command.moreItemIds = std::move(body->moreItemIds);
    command.language = body->language;
    command.channel = issue.desk ? model::TicketChannel::serviceDesk : model::TicketChannel::kiosk;
    command.deviceId = request.caller.deviceId;
    command.paper = body->paper;
    const auto now = services.now();
    command.ticketId = model::TicketId(orderedHex(now.at));
    if (body->identity) {
        auto identity = checkedIdentity(*body->identity, now.local.day, "/identity");
        if (!identity)
            return (void)responder.send(http::problem(identity.error()));
        command.recognition = body->recognition;
        const auto age = ageOn(*identity, now.local.day);
        // Anybody can key an old person's number: the card is laid, or the desk sees who it is.
        const bool isSeen = issue.desk || body->recognition == model::Recognition::idCard;
        if (isSeen && age && *age >= kSeniorAge && identity->kind != model::IdentityKind::creditCode) {
            command.priorityClass = kPriorityClass;
            command.priorityReason = "老年人优先";
        }
        auto replace = services.vault.knowsLess(*identity);
        if (!replace)
            return (void)responder.send(http::problem(replace.error()));
        issue.replacePerson = *replace;
        issue.person = services.vault.seal(*identity, now.at);
        issue.identity = std::move(*identity);
    }
    if (!body->phone.empty()) {
        if (auto good = checkPhone(body->phone, "/phone"); !good)
            return (void)responder.send(http::problem(good.error()));
        issue.phone = services.vault.sealPhone(command.ticketId, body->phone, now.at);
    }
    if (issue.desk && !body->priorityReason.empty()) {
        if (auto good = checkText(body->priorityReason, "/priorityReason"); !good)
            return (void)responder.send(http::problem(good.error()));
        command.priorityClass = kPriorityClass;
        command.priorityReason = body->priorityReason;
    }
    submitTicketWrite(services, request, responder,
                      [&services, issue = std::move(issue)](WriteContext& context) {
                          return issueOn(services, context, issue);
                      });
}

/// What became of the paper is said, never supposed.
Result<model::PrintReport> readPrintReport(const std::string& body) {
    auto report = model::fromJson<model::PrintReport>(body);
    if (!report)
        return report;
    const auto parsed = model::codec::parse(body);
    if (!parsed || !parsed->as_object().contains("outcome"))
        return model::Error{ErrorCode::invalid, "/outcome", model::Sentence::wantWord};
    return report;
}

void reportPrint(Services& services, const http::Request& request, http::Responder responder) {
    auto body = readPrintReport(request.body);
    if (!body)
        return (void)responder.send(http::problem(body.error()));
    if (auto good = checkText(body->reason, "/reason"); !good)
        return (void)responder.send(http::problem(good.error()));
    const model::TicketId id(std::string(request.param("id")));
    const bool desk = request.caller.kind == DeviceKind::windowTerminal;
    const auto device = request.caller.deviceId;
    submitTicketWrite(
        services, request, responder,
        [&services, id, desk, device, report = *body](WriteContext& context) -> Result<Outcome> {
            const auto& tickets = context.state().queue.tickets;
            const auto found = tickets.find(id);
            if (found == tickets.end())
                return model::Error{ErrorCode::notFound, {}, model::Sentence::noSuchTicketToday};
            if (!desk && found->second.deviceId != device)
                return model::Error{ErrorCode::forbidden, {}, model::Sentence::otherKioskIssued};
            if (auto done = context.command(rules::queueing::ReportPrint{id, report.outcome, report.reason});
                !done)
                return done.error();
            context.audit("ticket.print", "ticket", id.value);
            const auto view = ticketView(services, context.state(), tickets.at(id), context.now().at,
                                         {.withCode = true, .withHolder = true, .forStaff = desk});
            return ticketOutcome(200, view);
        });
}

http::Response showTicket(Services& services, const http::Request& request) {
    const model::TicketId id(std::string(request.param("id")));
    const bool staff = request.caller.kind == DeviceKind::windowTerminal;
    const auto now = services.clock.now();
    std::optional<model::Ticket> known;
    if (staff) {
        auto found = findTicket(services, id);
        if (!found)
            return http::problem(found.error());
        known = std::move(*found);
    } else {
        known = ticketOfToday(services, id);
    }
    if (!known || (!staff && known->deviceId != request.caller.deviceId))
        return http::problem({ErrorCode::notFound, {}, model::Sentence::noSuchTicket});
    if (known->personId)
        (void)services.vault.holder(*known->personId); // read before the lock, from then on remembered
    return services.model.read([&](const HallState& state) {
        return http::jsonResponse(model::toJson(ticketView(
            services, state, *known, now, {.withCode = true, .withHolder = true, .forStaff = staff})));
    });
}

} // namespace

void addTicketRoutes(http::RouteTable& routes, Services& services) {
    const auto kioskOrDesk = Access::kinds({DeviceKind::kiosk}) | Access::desk();
    routes.add({.method = "POST",
                .pattern = api("/tickets"),
                .summary = "Issue a ticket",
                .access = kioskOrDesk,
                .requestType = "IssueRequest",
                .responseType = "TicketView",
                .successStatus = 201,
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    issueTicket(services, request, std::move(responder));
                }});
    routes.add({.method = "POST",
                .pattern = api("/tickets/{id}/print"),
                .summary = "Report what became of a ticket's paper",
                .access = kioskOrDesk,
                .requestType = "PrintReport",
                .responseType = "TicketView",
                .needsKey = true,
                .otherStatuses = {404, 409},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    reportPrint(services, request, std::move(responder));
                }});
    routes.add({.method = "GET",
                .pattern = api("/tickets/{id}"),
                .summary = "A ticket as its issuer or staff may see it",
                .access = Access::kinds({DeviceKind::kiosk}) | Access::staff(DeviceKind::windowTerminal),
                .responseType = "TicketView",
                .otherStatuses = {404},
                .handler = http::answer(
                    [&services](const http::Request& request) { return showTicket(services, request); })});
}

} // namespace atrium::services
