// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/codec/walker.h"
#include "shared/rules/messages/event.h"

ATRIUM_JSON_INSTANCE(atrium::rules::messages::Event)
