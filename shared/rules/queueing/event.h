// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/queue.h"
#include "shared/model/ticket.h"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace atrium::rules::queueing {

enum class EventType {
    ticketReserved,
    ticketIssued, ///< waits from now on
    ticketVoided,
    ticketCancelled,
    ticketCalled,
    ticketRecalled,
    serviceStarted,
    serviceFinished,
    ticketNoShow,
    ticketRequeued,
    ticketHeld,
    ticketReturned,
    ticketTransferred,
    undone,
    windowOpened,
    windowClosed,
    windowPaused,
    windowResumed,
    ratingPrompted,
    ratingClosed,
    dayClosed,
    printConfirmed, ///< what became of the paper of a ticket that counts already
    guideShown      ///< an item's guide is shown to the citizen, or no longer
};
BOOST_DESCRIBE_ENUM(EventType, ticketReserved, ticketIssued, ticketVoided, ticketCancelled, ticketCalled,
                    ticketRecalled, serviceStarted, serviceFinished, ticketNoShow, ticketRequeued, ticketHeld,
                    ticketReturned, ticketTransferred, undone, windowOpened, windowClosed, windowPaused,
                    windowResumed, ratingPrompted, ratingClosed, dayClosed, printConfirmed, guideShown)

/// One fact: its name and the new values of the records it changed. Because the values travel whole, a table,
/// a replica and a replay all follow by putting them, and cannot drift apart.
struct Event {
    EventType type = EventType::ticketIssued;
    model::Instant at;
    std::vector<model::Ticket> tickets;
    std::vector<model::WindowStatus> windows;
    std::vector<model::QueueDay> queueDays;
    std::optional<model::Call> call;
    std::optional<model::Ticket> undoTicket; ///< value before a finish or no-show, kept for UndoLast
    std::optional<model::Day> nextDay;       ///< dayClosed only
    bool operator==(const Event&) const = default;
};
BOOST_DESCRIBE_STRUCT(Event, (), (type, at, tickets, windows, queueDays, call, undoTicket, nextDay))

} // namespace atrium::rules::queueing
