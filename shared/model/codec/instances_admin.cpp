// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/adminapi.h"
#include "shared/model/codec/walker.h"
#include "shared/model/statistics.h"
#include "shared/model/waiterrors.h"

using namespace atrium::model;

ATRIUM_JSON_INSTANCE(PasswordRequest)
ATRIUM_JSON_INSTANCE(MediaStored)
ATRIUM_JSON_INSTANCE(AuditChanges)
ATRIUM_JSON_INSTANCE(RecordNotes)
ATRIUM_JSON_INSTANCE(AuditPage)
ATRIUM_JSON_INSTANCE(ErasureRequest)
ATRIUM_JSON_INSTANCE(ErasureAnswer)
ATRIUM_JSON_INSTANCE(WaitErrors)
ATRIUM_JSON_INSTANCE(Statistics)
