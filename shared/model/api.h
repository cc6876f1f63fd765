// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/result.h"
#include "shared/model/staff.h"
#include "shared/model/ticket.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Messages of /api/v1 that are not records. One struct per body, used by server and clients alike.
namespace atrium::model {

/// RFC 9457 problem details; code is the stable part.
struct Problem {
    std::string type;
    std::string title;
    int status = 0;
    ErrorCode code = ErrorCode::invalid;
    std::string path;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, path, detail))

enum class IdentityKind { citizenId, permanentResident, hkMoTwResident, creditCode };
BOOST_DESCRIBE_ENUM(IdentityKind, citizenId, permanentResident, hkMoTwResident, creditCode)

/// Who a visitor is. Only ever travels from a device to the server over its authenticated connection.
struct Identity {
    IdentityKind kind = IdentityKind::citizenId;
    std::string number;
    std::string name;  ///< empty when keyed in
    std::string sex;   ///< 1 male, 2 female (GB/T 2261), empty when unknown
    std::string birth; ///< yyyymmdd, empty when unknown
};
BOOST_DESCRIBE_STRUCT(Identity, (), (kind, number, name, sex, birth))

/// POST /tickets
struct IssueRequest {
    ServiceItemId itemId;
    std::optional<Identity> identity;
    Recognition recognition = Recognition::none;
    Language language = Language::zh;
    std::string priorityReason;             ///< set by the service desk; age is judged by the server
    bool paper = true;                      ///< false: shown as a code at once (no printer)
    std::vector<ServiceItemId> moreItemIds; ///< further businesses of this visit, in order
    std::string phone;                      ///< for messages; kept encrypted like the identity. Empty: none
};
BOOST_DESCRIBE_STRUCT(IssueRequest, (),
                      (itemId, identity, recognition, language, priorityReason, paper, moreItemIds, phone))

/// A wait without an end (TicketView) that begins here is told as "over two hours".
inline constexpr int kLongestWaitMinutes = 120;

/// A ticket as its holder may see it, with what the paper says.
struct TicketView {
    Ticket ticket;      ///< without personId
    std::string qrText; ///< <base>/t/<id>.<kid>.<mac>; empty where the asker may not have it
    int peopleAhead = 0;
    std::optional<int> waitLowMinutes;  ///< none: nobody serves now; without waitHighMinutes: over that
    std::optional<int> waitHighMinutes; ///< 0: no waiting at all
    std::vector<int> windowNumbers;     ///< windows that serve the item
    std::string holderName;             ///< masked
    std::string holderNumber;           ///< masked
};
BOOST_DESCRIBE_STRUCT(TicketView, (),
                      (ticket, qrText, peopleAhead, waitLowMinutes, waitHighMinutes, windowNumbers,
                       holderName, holderNumber))

enum class PrintOutcome { printed, failed, unknown, onScreen };
BOOST_DESCRIBE_ENUM(PrintOutcome, printed, failed, unknown, onScreen)

/// POST /tickets/{id}/print: what became of the paper. failed voids unless onScreen follows within two
/// minutes.
struct PrintReport {
    PrintOutcome outcome = PrintOutcome::printed;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(PrintReport, (), (outcome, reason))

/// POST /tickets/lookup: by card, keyed number, or the text of a ticket's QR.
struct LookupRequest {
    std::optional<Identity> identity;
    std::string qrText;
    std::string number; ///< service desk only: A0127
};
BOOST_DESCRIBE_STRUCT(LookupRequest, (), (identity, qrText, number))

struct LookupResponse {
    std::vector<TicketView> tickets;
};
BOOST_DESCRIBE_STRUCT(LookupResponse, (), (tickets))

/// POST /tickets/{id}/cancel: a kiosk proves the holder with the card again (a keyed or scanned number can be
/// known to others, so recognition must be idCard); the service desk gives a reason.
struct CancelRequest {
    std::optional<Identity> identity;
    Recognition recognition = Recognition::none;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelRequest, (), (identity, recognition, reason))

/// POST /tickets/{id}/report: the holder of a passed ticket is back, shown by an identity or the ticket's own
/// code.
struct ReportRequest {
    std::optional<Identity> identity;
    std::string qrText;
};
BOOST_DESCRIBE_STRUCT(ReportRequest, (), (identity, qrText))

/// POST /session
struct SignInRequest {
    std::string account;
    std::string password;
    std::optional<WindowId> windowId; ///< a terminal that is not bound to one window names it
};
BOOST_DESCRIBE_STRUCT(SignInRequest, (), (account, password, windowId))

struct SessionView {
    std::string token; ///< goes into the Atrium-Session header
    Staff staff;
    std::optional<WindowId> windowId;
    Instant expiresAt;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (token, staff, windowId, expiresAt))

/// POST /enrolment
struct EnrolRequest {
    std::string code;
    std::string appVersion;
    std::optional<DeviceKind> kind{}; ///< what asks; a code made for another kind is refused and stays good
};
BOOST_DESCRIBE_STRUCT(EnrolRequest, (), (code, appVersion, kind))

struct EnrolResponse {
    std::string token; ///< shown once
    Device device;
};
BOOST_DESCRIBE_STRUCT(EnrolResponse, (), (token, device))

/// POST /devices/{id}/code
struct EnrolmentCode {
    DeviceId deviceId;
    std::string code; ///< eight characters, single use
    Instant expiresAt;
    std::string fingerprint; ///< SHA-256 of the server's certificate, hex; empty without TLS
};
BOOST_DESCRIBE_STRUCT(EnrolmentCode, (), (deviceId, code, expiresAt, fingerprint))

/// Body of every POST /windows/{id}/<verb>; each verb reads what it needs.
struct WindowRequest {
    std::optional<TicketId>
        ticketId; ///< hold, transfer, no-show …: the present one when absent; call: this one
    std::string reason;
    std::optional<ServiceItemId> itemId; ///< transfer; show: absent hides what is shown
    std::optional<WindowId> toWindowId;  ///< transfer
    bool withReturn = false;             ///< transfer
};
BOOST_DESCRIBE_STRUCT(WindowRequest, (), (ticketId, reason, itemId, toWindowId, withReturn))

/// One line of GET /windows/{id}/queue, in the order in which this window would call.
struct QueueEntry {
    Ticket ticket;
    std::string holderName; ///< masked; empty without identity
    std::string reason;     ///< why it stands here, e.g. priority, aged, finallyCallBy, transferred
};
BOOST_DESCRIBE_STRUCT(QueueEntry, (), (ticket, holderName, reason))

struct WindowQueue {
    std::vector<QueueEntry> waiting;
    std::vector<QueueEntry> held;   ///< at this window
    std::vector<QueueEntry> passed; ///< no-shows of today of items that this window serves
    std::optional<QueueEntry> current;
    std::string holderNumber; ///< of current, masked
};
BOOST_DESCRIBE_STRUCT(WindowQueue, (), (waiting, held, passed, current, holderNumber))

/// POST /ratings, from an outer screen under its own token.
struct RatingRequest {
    TicketId ticketId;
    int grade = 0; ///< 1..5
    std::vector<std::string> reasons;
    std::string comment;
};
BOOST_DESCRIBE_STRUCT(RatingRequest, (), (ticketId, grade, reasons, comment))

/// PUT /devices/self/status
struct DeviceReport {
    std::string printer;
    std::string cardReader;
    std::string scanner;
    std::string appVersion;
};
BOOST_DESCRIBE_STRUCT(DeviceReport, (), (printer, cardReader, scanner, appVersion))

struct TimePoint {
    Instant at;
    int waiting = 0;
    int called = 0;
    int issued = 0;
    bool running = false; ///< the interval is not over: what is so far
};
BOOST_DESCRIBE_STRUCT(TimePoint, (), (at, waiting, called, issued, running))

struct HeatCell {
    int weekday = 1;
    int hour = 0;
    int issued = 0;
};
BOOST_DESCRIBE_STRUCT(HeatCell, (), (weekday, hour, issued))

/// GET /dashboard
struct Dashboard {
    Instant at;
    int waiting = 0;
    int serving = 0;
    int served = 0;
    int issued = 0;
    int noShows = 0;
    std::optional<double> waitP50Minutes; ///< of today's called tickets
    std::optional<double> waitP90Minutes;
    std::optional<double> satisfaction; ///< share of grades 3..5 among today's ratings, 0..1
    int ratings = 0;
    int windowsOpen = 0;
    int windowsPaused = 0;
    int windowsTotal = 0;
    int devicesOnline = 0;
    int devicesTotal = 0;
    std::vector<TimePoint> today;    ///< every ten minutes, the last one running
    std::vector<TimePoint> lastWeek; ///< the same weekday a week ago
    std::vector<HeatCell> week;      ///< last seven days by hour
    std::string storeTrouble;        ///< why nothing can be saved now: storeFull, storeError; empty: it can
};
BOOST_DESCRIBE_STRUCT(Dashboard, (),
                      (at, waiting, serving, served, issued, noShows, waitP50Minutes, waitP90Minutes,
                       satisfaction, ratings, windowsOpen, windowsPaused, windowsTotal, devicesOnline,
                       devicesTotal, today, lastWeek, week, storeTrouble))

/// What the server says of itself: GET /server (no token needed).
struct ServerInfo {
    std::string name;
    std::string version;
    HallId hallId;
    Instant now;
    Day day;
    std::int64_t seq = 0;
    bool demonstration = false;
};
BOOST_DESCRIBE_STRUCT(ServerInfo, (), (name, version, hallId, now, day, seq, demonstration))

} // namespace atrium::model
