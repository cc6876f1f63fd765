// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"

namespace atrium::services {

void addTicketRoutes(http::RouteTable& routes, Services& services);
void addTicketDeskRoutes(http::RouteTable& routes, Services& services);
void addPreviewRoutes(http::RouteTable& routes, Services& services);
void addReportRoutes(http::RouteTable& routes, Services& services);
void addWindowRoutes(http::RouteTable& routes, Services& services);

} // namespace atrium::services
