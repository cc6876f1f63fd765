// SPDX-License-Identifier: GPL-3.0-or-later
// A person's right to be forgotten: name, number and all that opens them go; tickets keep an id of nobody.
#include "server/services/people/routes.h"
#include "server/services/people/vault.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"

#include <memory>
#include <set>

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::ErrorCode;
using model::Result;
using model::Role;

namespace {

/// What tells the person apart: the look-up hash of a document, or a ticket.
struct Whom {
    std::string lookup;
    model::TicketId ticket;
};

Result<Whom> readWhom(Services& services, const http::Request& request) {
    auto body = model::fromJson<model::ErasureRequest>(request.body);
    if (!body)
        return body.error();
    if (body->identity.has_value() == body->ticketId.has_value())
        return model::Error{ErrorCode::invalid, "/", model::Sentence::giveIdentityOrTicket};
    if (body->ticketId)
        return Whom{{}, *body->ticketId};
    auto identity = checkedIdentity(*body->identity, services.now().local.day, "/identity");
    if (!identity)
        return identity.error();
    return Whom{services.vault.lookupOf(*identity), {}};
}

Result<std::optional<model::PersonId>> findWhom(Services& services, WriteContext& context, const Whom& whom) {
    if (!whom.lookup.empty())
        return context.personOf(whom.lookup);
    const auto& today = context.state().queue.tickets;
    const auto known = today.find(whom.ticket);
    if (known != today.end())
        return known->second.personId;
    auto stored = services.store.ticket(whom.ticket);
    if (!stored)
        return stored.error();
    if (!*stored)
        return model::Error{ErrorCode::notFound, "/ticketId", model::Sentence::noSuchTicket};
    return (*stored)->personId;
}

/// Today's tickets and ratings of the person that hold free text, without it.
std::vector<store::Change> withoutWords(const HallState& state, const model::PersonId& person) {
    std::vector<store::Change> out;
    std::set<model::TicketId> theirs;
    for (const auto& [id, ticket] : state.queue.tickets) {
        if (ticket.personId != person)
            continue;
        theirs.insert(id);
        if (ticket.note.empty() && ticket.priorityReason.empty())
            continue;
        model::Ticket blank = ticket;
        blank.note.clear();
        blank.priorityReason.clear();
        out.push_back(store::put(std::move(blank)));
    }
    for (const model::Rating& rating : state.ratings) {
        if (rating.comment.empty() || !theirs.contains(rating.ticketId))
            continue;
        model::Rating blank = rating;
        blank.comment.clear();
        out.push_back(store::put(std::move(blank)));
    }
    return out;
}

/// Appointments of the person: nobody will come to what is booked, and what staff wrote goes.
std::vector<store::Change> withoutBookings(const HallState& state, const model::PersonId& person,
                                           model::Instant now) {
    std::vector<store::Change> out;
    const auto theirs = state.appointments.ofPerson.find(person);
    if (theirs == state.appointments.ofPerson.end())
        return out;
    for (const auto& id : theirs->second) {
        model::Appointment blank = state.appointments.appointments.at(id);
        const bool isBooked = blank.state == model::AppointmentState::booked;
        if (!isBooked && blank.note.empty())
            continue;
        if (isBooked) {
            blank.state = model::AppointmentState::cancelled;
            blank.endedAt = now;
        }
        blank.note.clear();
        out.push_back(store::put(std::move(blank)));
    }
    return out;
}

/// The phones left with the ticket that was named and with today's tickets of the person; those of other days
/// went with their day. Gives whether there was one.
bool forgetPhones(WriteContext& context, const Whom& whom, const std::optional<model::PersonId>& person) {
    std::vector<model::TicketId> theirs;
    for (const auto& id : context.state().reachable) {
        const auto ticket = context.state().queue.tickets.find(id);
        const bool isTheirs =
            person && ticket != context.state().queue.tickets.end() && ticket->second.personId == *person;
        if (id == whom.ticket || isTheirs)
            theirs.push_back(id);
    }
    for (const auto& id : theirs)
        context.forgetPhone(id);
    return !theirs.empty();
}

void erasePerson(Services& services, const http::Request& request, http::Responder responder) {
    auto whom = readWhom(services, request);
    if (!whom)
        return (void)responder.send(http::problem(whom.error()));
    auto erased = std::make_shared<model::PersonId>(); // shared by the job and what follows its commit
    services.writer.submit(
        actorOf(request), requestKey(services, request),
        [&services, whom = *whom, erased](WriteContext& context) -> Result<Outcome> {
            auto person = findWhom(services, context, whom);
            if (!person)
                return person.error();
            // A ticket still names the id after its person went: then there is nothing left to erase, and
            // doing it again does no harm.
            bool known = *person && !whom.lookup.empty();
            if (*person && !known) {
                auto row = services.store.person(**person);
                if (!row)
                    return row.error();
                known = row->has_value();
            }
            known = forgetPhones(context, whom, *person) || known;
            if (*person) {
                *erased = **person;
                // The screens first: they have what was written about the person of today's tickets.
                if (auto changes = withoutWords(context.state(), **person); !changes.empty())
                    context.record("personErased", std::move(changes));
                if (auto changes = withoutBookings(context.state(), **person, context.now().at);
                    !changes.empty())
                    context.record("appointmentCancelled", std::move(changes));
                context.erase(**person);
            }
            context.audit("person.erase", "person", *person ? (*person)->value : "", known ? "" : "unknown");
            return Outcome{200, model::toJson(model::ErasureAnswer{known})};
        },
        [&services, erased, responder](Result<Outcome> outcome) {
            if (outcome && !erased->empty())
                services.vault.forget(*erased);
            responder.send(toResponse(std::move(outcome)));
        });
}

} // namespace

void addPersonRoutes(http::RouteTable& routes, Services& services) {
    routes.add({.method = "POST",
                .pattern = api("/persons/erase"),
                .summary = "Delete a person's data and the key to it",
                .access = Access::staff(DeviceKind::admin, {Role::administrator}),
                .requestType = "ErasureRequest",
                .responseType = "ErasureAnswer",
                .needsKey = true,
                .otherStatuses = {404},
                .handler = [&services](const http::Request& request, http::Responder responder) {
                    erasePerson(services, request, std::move(responder));
                }});
}

} // namespace atrium::services
