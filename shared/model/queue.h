// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/ids.h"
#include "shared/model/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atrium::model {

/// When a queue gives out numbers on one weekday; [from, to) in minutes of the local day.
struct OpeningHours {
    int weekday = 1; ///< ISO: 1 Monday … 7 Sunday
    MinuteOfDay from;
    MinuteOfDay to;
    bool operator==(const OpeningHours&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpeningHours, (), (weekday, from, to))

/// What becomes of a ticket whose holder did not come (过号). Tickets say it in words.
enum class PassedRule {
    placesBack, ///< waits again by itself, behind so many others
    atEnd,      ///< waits again by itself, as one who has just come
    keepsPlace, ///< is laid aside, and first again when its holder reports
    never       ///< is over
};
BOOST_DESCRIBE_ENUM(PassedRule, placesBack, atEnd, keepsPlace, never)

/// Who lets a free window call the next ticket of a queue (H3.1-07).
enum class CallMode {
    manual,    ///< its clerk
    automatic, ///< the server, some seconds after the window is free; nobody is called out of order
    mixed      ///< the server, unless the clerk does so before, in order or out of it
};
BOOST_DESCRIBE_ENUM(CallMode, manual, automatic, mixed)

/// Items of one type that wait together, and the rules they wait by.
struct Queue {
    QueueId id;
    HallId hallId;
    AreaId areaId;
    std::string prefix; ///< one or two letters A..Z, unique in the hall
    std::string name;
    std::string nameEn;
    int dailyQuota = 0;            ///< numbers per day, 0: no limit (H3.2-04)
    int appointmentQuota = 0;      ///< bookings per day, 0: no limit (H3.2-06)
    int slotMinutes = 30;          ///< length of a bookable slot; slots begin with the opening hours
    int slotCapacity = 0;          ///< bookings per slot, 0: the queue takes none
    int bookingDays = 7;           ///< so many days ahead, today being 0
    int bookingCutoffMinutes = 30; ///< booked and cancelled until so long before the slot
    int earlyMinutes = 15;         ///< an appointment is taken up so long before its slot …
    int lateMinutes = 15;          ///< … and goes first until so long after it; then as an ordinary ticket
    bool checkIn = true;           ///< booked persons report; false: their tickets wait by themselves
    std::vector<OpeningHours> hours; ///< empty: always
    int maxOpenPerIdentity = 1;      ///< open tickets one identity may hold here, 0: no limit
    bool realName = false;           ///< a ticket needs an identity
    int priorityClass = 2;           ///< 0 (first) … 4; class of an ordinary ticket here (H3.2-05)
    int ageingMinutes = 20;          ///< a waiting ticket rises one class every so many minutes, 0: never
    int finallyCallByMinutes = 90;   ///< after that it goes before every class: nothing waits for ever
    int recallLimit = 3;             ///< calls of one ticket before only no-show is left
    CallMode callMode = CallMode::manual;
    int callAfterSeconds = 5; ///< a window has been free for, before the server calls
    PassedRule passedRule = PassedRule::placesBack;
    int requeuePlaces = 3; ///< of PassedRule::placesBack
    int noShowLimit = 1; ///< times a no-show comes back; staff may bring it back however often it was passed
    int passedMinutes = 0;    ///< a ticket laid aside comes back within so many minutes, 0: all day
    int serviceSeconds = 540; ///< planning value until the day's own mean is known
    std::string hint;         ///< printed on the ticket
    std::string hintEn;
    bool active = true;
    std::int64_t version = 0;
    bool operator==(const Queue&) const = default;
};
BOOST_DESCRIBE_STRUCT(Queue, (),
                      (id, hallId, areaId, prefix, name, nameEn, dailyQuota, appointmentQuota, slotMinutes,
                       slotCapacity, bookingDays, bookingCutoffMinutes, earlyMinutes, lateMinutes, checkIn,
                       hours, maxOpenPerIdentity, realName, priorityClass, ageingMinutes,
                       finallyCallByMinutes, recallLimit, callMode, callAfterSeconds, passedRule,
                       requeuePlaces, noShowLimit, passedMinutes, serviceSeconds, hint, hintEn, active,
                       version))

/// A window and the items it serves. Dispatch matches (service item, window) pairs, never two lists.
struct Window {
    WindowId id;
    HallId hallId;
    AreaId areaId;
    DepartmentId departmentId;
    int number = 1; ///< as painted above the desk, unique in the hall
    std::string name;
    std::string nameEn;
    std::vector<ServiceItemId> itemIds;
    bool active = true;
    std::int64_t version = 0;
    bool operator==(const Window&) const = default;
};
BOOST_DESCRIBE_STRUCT(Window, (),
                      (id, hallId, areaId, departmentId, number, name, nameEn, itemIds, active, version))

enum class WindowState { closed, idle, calling, serving, paused };
BOOST_DESCRIBE_ENUM(WindowState, closed, idle, calling, serving, paused)

/// What a window does now; one per window, id equals the window's id.
struct WindowStatus {
    RecordId id;
    HallId hallId;
    WindowId windowId;
    WindowState state = WindowState::closed;
    std::optional<StaffId> staffId;
    std::optional<TicketId> ticketId; ///< called or being served
    std::string number;               ///< that ticket's number, for screens
    std::string pauseReason;
    Instant since;                          ///< when the state began
    std::optional<TicketId> ratingTicketId; ///< the service the outer screen may ask about
    int ratingPrompts = 0;                  ///< how often its rating page was opened
    std::optional<TicketId> undoTicketId;   ///< finish or no-show of this one can be undone
    std::optional<Instant> undoUntil;
    std::optional<ServiceItemId> shownItemId; ///< its guide lies on the outer screen during a service
    std::int64_t version = 0;
    bool operator==(const WindowStatus&) const = default;
};
BOOST_DESCRIBE_STRUCT(WindowStatus, (),
                      (id, hallId, windowId, state, staffId, ticketId, number, pauseReason, since,
                       ratingTicketId, ratingPrompts, undoTicketId, undoUntil, shownItemId, version))

/// Running figures of one queue on one day; id is the queue's.
struct QueueDay {
    RecordId id;
    HallId hallId;
    QueueId queueId;
    Day day;
    int lastSequence = 0;
    int issued = 0; ///< tickets that count against the quota
    int waiting = 0;
    double serviceSeconds = 0; ///< moving mean of the day's services, from call to next call; 0: none yet
    int serviceVariance = 0;   ///< of these services, in s²
    int serviceCount = 0;      ///< services in that mean; the planned time counts as a few. 0: not known
    int called = 0;            ///< calls without recalls, whoever came
    int noShows = 0;           ///< of those called
    std::int64_t version = 0;
    bool operator==(const QueueDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(QueueDay, (),
                      (id, hallId, queueId, day, lastSequence, issued, waiting, serviceSeconds,
                       serviceVariance, serviceCount, called, noShows, version))

} // namespace atrium::model
