// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/api.h"
#include "shared/model/ids.h"
#include "shared/model/instant.h"
#include "shared/model/ticket.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

// What may be asked of the queue. Ids and random values arrive in the command; nothing is drawn inside the
// rules.
namespace atrium::rules::queueing {

using model::CallId;
using model::StaffId;
using model::TicketId;
using model::WindowId;

/// An appointment that is taken up: its ticket goes first from then to then (none: it came too late for
/// that).
struct Booked {
    model::AppointmentId id;
    std::optional<model::Instant> firstFrom;
    std::optional<model::Instant> firstUntil;
};

struct IssueTicket {
    TicketId ticketId;
    model::ServiceItemId itemId;
    std::optional<model::PersonId> personId;
    model::Recognition recognition = model::Recognition::none;
    model::Language language = model::Language::zh;
    model::TicketChannel channel = model::TicketChannel::kiosk;
    std::optional<model::DeviceId> deviceId;
    std::optional<int> priorityClass; ///< instead of the queue's; the edge judges age and claims
    std::string priorityReason;
    bool paper = true; ///< reserved until the printer reports; false: waits at once, shown as a code
    std::vector<model::ServiceItemId> moreItemIds{}; ///< further businesses of this visit, in order
    bool atWindow = false; ///< its holder sits there already: hours, quota and other tickets do not count
    std::optional<Booked> booked{}; ///< was promised: given out whatever hours, quota and other tickets say
};

/// What the kiosk learnt of the paper. failed voids the ticket; onScreen saves a failed or reserved one.
struct ReportPrint {
    TicketId ticketId;
    model::PrintOutcome outcome = model::PrintOutcome::printed;
    std::string reason;
};

/// Reservations nobody reported for config.reservationSeconds count as issued, "unconfirmed".
struct SettleReservations {};

struct CancelTicket {
    TicketId ticketId;
    std::string reason;
};

/// Brings a passed ticket back by the rule of its queue: staff by hand, however often it was passed and
/// however long ago, or its holder who reports.
struct RequeueTicket {
    TicketId ticketId;
    bool byHolder = false; ///< bound by the queue's times and minutes
};

struct OpenWindow {
    WindowId windowId;
    StaffId staffId;
    bool takeOver = false; ///< somebody else's open window as it stands, with the ticket in hand
};
/// Refused while a ticket is called or served there.
struct CloseWindow {
    WindowId windowId;
};
struct PauseWindow {
    WindowId windowId;
    std::string reason;
};
struct ResumeWindow {
    WindowId windowId;
};

struct CallNext {
    WindowId windowId;
    CallId callId;
};
/// The server lets a free window call, where the queue of its next ticket is called so [dueCalls]. Without a
/// fact when that is no longer so.
struct CallByItself {
    WindowId windowId;
    CallId callId;
};
/// Serves somebody who came to the window without a number (直接办理): a number of the item's queue is given
/// out and its service begun at once. Neither hours nor quota stand in the way.
struct ServeDirectly {
    WindowId windowId;
    TicketId ticketId;
    model::ServiceItemId itemId;
};
/// Calls one ticket out of order, with a reason.
struct CallTicket {
    WindowId windowId;
    CallId callId;
    TicketId ticketId;
    std::string reason;
};
struct Recall {
    WindowId windowId;
    CallId callId;
};
struct StartService {
    WindowId windowId;
};
struct FinishService {
    WindowId windowId;
};
struct MarkNoShow {
    WindowId windowId;
};
struct HoldTicket {
    WindowId windowId;
    std::string reason;
};
/// Takes a held ticket up again at the window that holds it.
struct ReturnHeld {
    WindowId windowId;
    TicketId ticketId;
};
/// Moves the present ticket to another item's queue and/or one window. It keeps its arrival time.
/// withReturn: after that service it waits for this window again.
struct TransferTicket {
    WindowId windowId;
    std::optional<model::ServiceItemId> itemId;
    std::optional<WindowId> toWindowId;
    bool withReturn = false;
    std::string reason;
};
/// Takes back the last finish or no-show of this window within config.undoSeconds.
struct UndoLast {
    WindowId windowId;
};
/// Opens the rating page of the last service again; once per service.
struct PromptRating {
    WindowId windowId;
};
/// Lays the guide of an item on the outer screen until the service ends; without an item takes it away.
struct ShowGuide {
    WindowId windowId;
    std::optional<model::ServiceItemId> itemId;
};
/// The citizen rated; the page closes. The rating itself is a record of its own.
struct CloseRating {
    TicketId ticketId;
};

/// Ends the day: open tickets expire, windows close. Then numbers begin at 1 on nextDay.
struct CloseDay {
    model::Day nextDay;
};

using Command =
    std::variant<IssueTicket, ReportPrint, SettleReservations, CancelTicket, RequeueTicket, OpenWindow,
                 CloseWindow, PauseWindow, ResumeWindow, CallNext, CallByItself, ServeDirectly, CallTicket,
                 Recall, StartService, FinishService, MarkNoShow, HoldTicket, ReturnHeld, TransferTicket,
                 UndoLast, PromptRating, ShowGuide, CloseRating, CloseDay>;

} // namespace atrium::rules::queueing
