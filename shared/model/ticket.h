// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/hall.h"
#include "shared/model/ids.h"
#include "shared/model/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atrium::model {

enum class TicketState {
    reserved, ///< number given, paper not yet confirmed; cannot be called
    waiting,
    called,
    serving,
    held, ///< set aside at a window (挂起)
    finished,
    noShow, ///< 过号, may come back while the queue's rule allows
    cancelled,
    voided, ///< the printer is known to have failed and nobody took the code from the screen
    expired ///< still open when the day was closed
};
BOOST_DESCRIBE_ENUM(TicketState, reserved, waiting, called, serving, held, finished, noShow, cancelled,
                    voided, expired)

enum class PrintState { none, pending, printed, unconfirmed, onScreen, failed };
BOOST_DESCRIBE_ENUM(PrintState, none, pending, printed, unconfirmed, onScreen, failed)

enum class TicketChannel { kiosk, serviceDesk, web, phone };
BOOST_DESCRIBE_ENUM(TicketChannel, kiosk, serviceDesk, web, phone)

/// How a visitor was recognised; the identity itself is in the encrypted table only.
enum class Recognition { none, idCard, keyedId, creditCode, scanned };
BOOST_DESCRIBE_ENUM(Recognition, none, idCard, keyedId, creditCode, scanned)

/// One number on one day.
struct Ticket {
    TicketId id;
    HallId hallId;
    Day day;
    QueueId queueId;
    ServiceItemId itemId;
    std::string number; ///< prefix and at least three digits: A0127
    int sequence = 0;
    TicketState state = TicketState::reserved;
    PrintState printState = PrintState::none;
    TicketChannel channel = TicketChannel::kiosk;
    std::optional<DeviceId> deviceId; ///< where it was issued
    std::optional<PersonId> personId; ///< whose; ids only, never on screens' streams
    Recognition recognition = Recognition::none;
    Language language = Language::zh;
    int priorityClass = 2;
    std::string priorityReason; ///< 老年人优先 …, empty for ordinary
    Instant issuedAt;
    Instant arrivedAt;  ///< order within a class; when waiting began
    int placesBack = 0; ///< tickets that must be called before this one (after a no-show)
    int calls = 0;      ///< calls and recalls at the present turn
    int noShows = 0;
    std::optional<WindowId> windowId; ///< called to, served at, or held at
    std::optional<StaffId> staffId;
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> finishedAt;
    std::optional<WindowId> onlyWindowId;   ///< transferred to this window alone
    std::optional<WindowId> returnWindowId; ///< goes back there after a transfer with return
    std::optional<ServiceItemId> returnItemId;
    std::vector<ServiceItemId> moreItemIds; ///< further businesses of this visit, in order
    std::optional<AppointmentId> appointmentId;
    std::optional<Instant> dueFrom;  ///< of an appointment: goes before others from here …
    std::optional<Instant> dueUntil; ///< … to here, an ordinary ticket otherwise
    std::string note;                ///< why held, moved or cancelled
    std::int64_t version = 0;
    bool operator==(const Ticket&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ticket, (),
                      (id, hallId, day, queueId, itemId, number, sequence, state, printState, channel,
                       deviceId, personId, recognition, language, priorityClass, priorityReason, issuedAt,
                       arrivedAt, placesBack, calls, noShows, windowId, staffId, calledAt, startedAt,
                       finishedAt, onlyWindowId, returnWindowId, returnItemId, moreItemIds, appointmentId,
                       dueFrom, dueUntil, note, version))

/// One call or recall: what boards show and loudspeakers say.
struct Call {
    CallId id;
    HallId hallId;
    TicketId ticketId;
    QueueId queueId;
    WindowId windowId;
    AreaId areaId; ///< of the window
    std::string number;
    int windowNumber = 0;
    int ordinal = 1;    ///< 1 the call, 2 … recalls
    bool spoken = true; ///< false: a silent call; who is called has a message
    Instant at;
    std::int64_t version = 0;
    bool operator==(const Call&) const = default;
};
BOOST_DESCRIBE_STRUCT(Call, (),
                      (id, hallId, ticketId, queueId, windowId, areaId, number, windowNumber, ordinal, spoken,
                       at, version))

/// A citizen's opinion of one service. No answer is no record.
struct Rating {
    RatingId id;
    HallId hallId;
    TicketId ticketId;
    WindowId windowId;
    std::optional<StaffId> staffId;
    ServiceItemId itemId;
    Day day;
    int grade = 5; ///< GB/T 39735: 5 very satisfied … 1 very dissatisfied
    std::vector<std::string> reasons;
    std::string comment;
    std::string channel; ///< outerScreen, ticketPage
    Instant at;
    std::int64_t version = 0;
    bool operator==(const Rating&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rating, (),
                      (id, hallId, ticketId, windowId, staffId, itemId, day, grade, reasons, comment, channel,
                       at, version))

} // namespace atrium::model
