// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of appointments by itself, and the one write that turns one into a ticket.
#pragma once

#include "server/services/core/services.h"

namespace atrium::services {

/// Issues the ticket of an appointment that is taken up now and writes both. wish: who asks and how; item,
/// person and place in the order follow from the appointment.
[[nodiscard]] model::Result<void> takeUp(WriteContext& context, const Calendar& calendar,
                                         const model::AppointmentId& id, rules::queueing::IssueTicket wish);

/// Before the day changes: who was booked and did not come. Part of the write that changes the day.
void recordMissed(WriteContext& context);

/// Tickets for those who need not report (Queue::checkIn) and whose time has come. One write each: a queue
/// that is switched off holds up nobody else. Called by the housekeeping's rounds.
void takeUpDue(Services& services);

} // namespace atrium::services
