// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/api.h"
#include "shared/model/codec/walker.h"

using namespace atrium::model;

ATRIUM_JSON_INSTANCE(Problem)
ATRIUM_JSON_INSTANCE(Identity)
ATRIUM_JSON_INSTANCE(IssueRequest)
ATRIUM_JSON_INSTANCE(TicketView)
ATRIUM_JSON_INSTANCE(PrintReport)
ATRIUM_JSON_INSTANCE(LookupRequest)
ATRIUM_JSON_INSTANCE(LookupResponse)
ATRIUM_JSON_INSTANCE(CancelRequest)
ATRIUM_JSON_INSTANCE(ReportRequest)
ATRIUM_JSON_INSTANCE(SignInRequest)
ATRIUM_JSON_INSTANCE(SessionView)
ATRIUM_JSON_INSTANCE(EnrolRequest)
ATRIUM_JSON_INSTANCE(EnrolResponse)
ATRIUM_JSON_INSTANCE(EnrolmentCode)
ATRIUM_JSON_INSTANCE(WindowRequest)
ATRIUM_JSON_INSTANCE(WindowQueue)
ATRIUM_JSON_INSTANCE(RatingRequest)
ATRIUM_JSON_INSTANCE(DeviceReport)
ATRIUM_JSON_INSTANCE(Dashboard)
ATRIUM_JSON_INSTANCE(ServerInfo)
