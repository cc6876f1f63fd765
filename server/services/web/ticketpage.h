// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"

namespace atrium::services {

/// GET /t/{id}.{kid}.{mac}: the page behind a ticket's QR.
void addTicketPage(http::RouteTable& routes, Services& services);

} // namespace atrium::services
