// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/codec/walker.h"
#include "shared/model/records.h"

using namespace atrium::model;

ATRIUM_JSON_INSTANCE(WindowStatus)
ATRIUM_JSON_INSTANCE(QueueDay)
ATRIUM_JSON_INSTANCE(Ticket)
ATRIUM_JSON_INSTANCE(Call)
ATRIUM_JSON_INSTANCE(Rating)
ATRIUM_JSON_INSTANCE(DeviceStatus)
ATRIUM_JSON_INSTANCE(Alarm)
ATRIUM_JSON_INSTANCE(Appointment)
ATRIUM_JSON_INSTANCE(Message)
ATRIUM_JSON_INSTANCE(AuditEntry)
