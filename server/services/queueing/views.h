// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"
#include "shared/model/api.h"

namespace atrium::services {

/// What a view may hold besides the ticket.
struct ViewOptions {
    bool withCode = false;   ///< the QR's text
    bool withHolder = false; ///< masked
    bool forStaff = false;   ///< note and reason of priority
    bool justIssued = false; ///< in the same write: its wait is the one that was kept of it
};

/// A ticket as its holder or staff may see it, from one state.
[[nodiscard]] model::TicketView ticketView(Services& services, const HallState& state,
                                           const model::Ticket& ticket, model::Instant now,
                                           ViewOptions options);

/// The view as a write's answer; what is kept of it for a repeated request has no holder's name or number.
[[nodiscard]] Outcome ticketOutcome(int status, model::TicketView view);
/// submitWrite() for jobs that answer with ticketOutcome(): a repeated request gets the holder from the
/// vault.
void submitTicketWrite(Services& services, const http::Request& request, http::Responder responder, Job job);

/// The ticket as it is now, or any older one from the tables; 404 when there is neither. Reads the database,
/// so never below the model's lock.
[[nodiscard]] model::Result<model::Ticket> findTicket(Services& services, const model::TicketId& id);
/// Today's ticket from memory.
[[nodiscard]] std::optional<model::Ticket> ticketOfToday(Services& services, const model::TicketId& id);

/// What a window sees: waiting in the order of calling, held, passed, current.
[[nodiscard]] model::WindowQueue windowQueue(Services& services, const model::WindowId& window);

} // namespace atrium::services
