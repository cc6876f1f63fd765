// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/appointments/keeping.h"

#include "server/services/appointments/views.h"
#include "server/services/core/crypto.h"
#include "server/services/messages/outbox.h"
#include "server/services/people/vault.h"
#include "server/store/reach.h"

#include <utility>

namespace atrium::services {

using model::Result;

namespace {

/// Whether the ticket that the appointment became was voided: its paper never came out and nobody has it.
bool hasLostTicket(const HallState& state, const model::Appointment& appointment) {
    if (!appointment.ticketId)
        return false;
    const auto ticket = state.queue.tickets.find(*appointment.ticketId);
    return ticket != state.queue.tickets.end() && ticket->second.state == model::TicketState::voided;
}

model::TicketChannel channelFor(model::AppointmentChannel booked) {
    using enum model::AppointmentChannel;
    switch (booked) {
    case kiosk:
        return model::TicketChannel::kiosk;
    case serviceDesk:
        return model::TicketChannel::serviceDesk;
    case telephone:
        return model::TicketChannel::phone;
    case web:
    case phonePage:
        break;
    }
    return model::TicketChannel::web;
}

} // namespace

std::optional<std::string> phoneOf(Services& services, const model::AppointmentId& id) {
    auto phone = services.vault.phone(store::phoneRowOf(phoneKeyOf(id)));
    return phone ? *phone : std::nullopt; // without it the ticket is good all the same
}

Result<void> takeUp(Services& services, WriteContext& context, const model::AppointmentId& id,
                    rules::queueing::IssueTicket wish, const std::optional<std::string>& phone) {
    const auto* known = rules::appointments::find(context.state().appointments, id);
    const bool isLost = known != nullptr && hasLostTicket(context.state(), *known);
    auto taken = rules::appointments::redeem(bookingContext(context.state(), context.now()),
                                             {id, wish.ticketId, isLost});
    if (!taken)
        return taken.error();
    wish.itemId = taken->appointment.itemId;
    wish.personId = taken->appointment.personId;
    wish.booked = rules::queueing::Booked{.id = id, .firstFrom = {}, .firstUntil = {}};
    if (!taken->isLate) {
        wish.booked->firstFrom = services.calendar->at(taken->appointment.day, taken->firstFrom);
        wish.booked->firstUntil = services.calendar->at(taken->appointment.day, taken->firstUntil);
    }
    if (auto done = context.command(wish); !done)
        return done.error();
    if (phone && sendsMessages(context.state()))
        context.keepPhone(wish.ticketId, services.vault.sealPhone(wish.ticketId, *phone, context.now().at));
    context.record("appointmentRedeemed", {store::put(std::move(taken->appointment))});
    context.audit("appointment.redeem", "appointment", id.value,
                  context.state().queue.tickets.at(wish.ticketId).number);
    return {};
}

void recordMissed(WriteContext& context) {
    const auto& now = context.now();
    std::vector<store::Change> changes;
    for (const auto& [id, known] : context.state().appointments.appointments)
        if (known.day < now.local.day) // the phones were left for that day
            context.dropPhone(phoneKeyOf(id));
    for (auto& one : rules::appointments::missed(context.state().appointments, now.local.day, now.at))
        changes.push_back(store::put(std::move(one)));
    if (!changes.empty())
        context.record("appointmentMissed", std::move(changes));
}

void takeUpDue(Services& services) {
    const auto now = services.now();
    const auto due = services.model.read([&](const HallState& state) {
        return rules::appointments::dueByThemselves(state.appointments, state.setup->config, now.local);
    });
    for (const auto& id : due) {
        const auto phone = phoneOf(services, id);
        (void)services.writer.run({}, [&](WriteContext& context) -> Result<Outcome> {
            const auto* known = rules::appointments::find(context.state().appointments, id);
            rules::queueing::IssueTicket wish;
            wish.ticketId = model::TicketId(orderedHex(context.now().at));
            wish.channel = known != nullptr ? channelFor(known->channel) : model::TicketChannel::web;
            wish.paper = false;
            if (auto done = takeUp(services, context, id, wish, phone); !done)
                return done.error();
            return Outcome{};
        });
    }
}

} // namespace atrium::services
