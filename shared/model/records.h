// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/appointment.h"
#include "shared/model/hall.h"
#include "shared/model/message.h"
#include "shared/model/queue.h"
#include "shared/model/serviceitem.h"
#include "shared/model/staff.h"
#include "shared/model/ticket.h"

#include <boost/mp11/list.hpp>

#include <string_view>

namespace atrium::model {

/// What a record is called on the wire ("kind" of a change, last part of its route) and, in snake case, its
/// table.
template <class Record> struct RecordTraits;

#define ATRIUM_RECORD(Type, wireName)                                                                        \
    template <> struct RecordTraits<Type> { static constexpr std::string_view kind = wireName; };
ATRIUM_RECORD(Hall, "hall")
ATRIUM_RECORD(Floor, "floor")
ATRIUM_RECORD(Area, "area")
ATRIUM_RECORD(Department, "department")
ATRIUM_RECORD(ServiceItem, "serviceItem")
ATRIUM_RECORD(Queue, "queue")
ATRIUM_RECORD(Window, "window")
ATRIUM_RECORD(WindowStatus, "windowStatus")
ATRIUM_RECORD(QueueDay, "queueDay")
ATRIUM_RECORD(Ticket, "ticket")
ATRIUM_RECORD(Call, "call")
ATRIUM_RECORD(Rating, "rating")
ATRIUM_RECORD(Staff, "staff")
ATRIUM_RECORD(Device, "device")
ATRIUM_RECORD(DeviceStatus, "deviceStatus")
ATRIUM_RECORD(Alarm, "alarm")
ATRIUM_RECORD(CalendarDay, "calendarDay")
ATRIUM_RECORD(Appointment, "appointment")
ATRIUM_RECORD(MessageTemplate, "messageTemplate")
ATRIUM_RECORD(Message, "message")
#undef ATRIUM_RECORD

/// Set-up that an administrator edits and a hall package carries, parents before children.
using SetupRecords = boost::mp11::mp_list<Hall, Floor, Area, Department, Queue, ServiceItem, Window, Staff,
                                          Device, CalendarDay, MessageTemplate>;
/// What the hall's running writes.
using LiveRecords = boost::mp11::mp_list<WindowStatus, QueueDay, Ticket, Call, Rating, DeviceStatus, Alarm,
                                         Appointment, Message>;
using AllRecords = boost::mp11::mp_append<SetupRecords, LiveRecords>;

} // namespace atrium::model
