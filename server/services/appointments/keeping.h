// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of appointments by itself, and the one write that turns one into a ticket.
#pragma once

#include "server/services/core/services.h"

#include <optional>
#include <string>

namespace atrium::services {

/// Until it is taken up, the phone that was left with an appointment is kept as if it were a ticket's of the
/// appointment's id.
[[nodiscard]] inline model::TicketId phoneKeyOf(const model::AppointmentId& id) {
    return model::TicketId(id.value);
}
/// That phone; nothing when none was left. Reads the database, so not within a write.
[[nodiscard]] std::optional<std::string> phoneOf(Services& services, const model::AppointmentId& id);

/// Issues the ticket of an appointment that is taken up now and writes both. wish: who asks and how; item,
/// person and place in the order follow from the appointment. The phone becomes the ticket's.
[[nodiscard]] model::Result<void> takeUp(Services& services, WriteContext& context,
                                         const model::AppointmentId& id, rules::queueing::IssueTicket wish,
                                         const std::optional<std::string>& phone);

/// Before the day changes: who was booked and did not come. Part of the write that changes the day.
void recordMissed(WriteContext& context);

/// Tickets for those who need not report (Queue::checkIn) and whose time has come. One write each: a queue
/// that is switched off holds up nobody else. Called by the housekeeping's rounds.
void takeUpDue(Services& services);

} // namespace atrium::services
