// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/codec/walker.h"
#include "shared/model/records.h"

using namespace atrium::model;

ATRIUM_JSON_INSTANCE(Hall)
ATRIUM_JSON_INSTANCE(Floor)
ATRIUM_JSON_INSTANCE(Area)
ATRIUM_JSON_INSTANCE(Department)
ATRIUM_JSON_INSTANCE(ServiceItem)
ATRIUM_JSON_INSTANCE(Queue)
ATRIUM_JSON_INSTANCE(Window)
ATRIUM_JSON_INSTANCE(Staff)
ATRIUM_JSON_INSTANCE(Device)
ATRIUM_JSON_INSTANCE(CalendarDay)
ATRIUM_JSON_INSTANCE(MessageTemplate)
