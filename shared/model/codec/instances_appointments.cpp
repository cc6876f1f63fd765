// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/appointmentapi.h"
#include "shared/model/codec/walker.h"

using namespace atrium::model;

ATRIUM_JSON_INSTANCE(SlotList)
ATRIUM_JSON_INSTANCE(BookingRequest)
ATRIUM_JSON_INSTANCE(AppointmentView)
ATRIUM_JSON_INSTANCE(AppointmentList)
ATRIUM_JSON_INSTANCE(AppointmentLookup)
ATRIUM_JSON_INSTANCE(RedeemRequest)
