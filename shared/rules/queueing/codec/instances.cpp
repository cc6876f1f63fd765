// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/codec/walker.h"
#include "shared/rules/queueing/event.h"
#include "shared/rules/queueing/preview.h"

ATRIUM_JSON_INSTANCE(atrium::rules::queueing::Event)
ATRIUM_JSON_INSTANCE(atrium::rules::queueing::CallPreview)
