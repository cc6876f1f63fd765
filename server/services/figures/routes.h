// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"

namespace atrium::services {

void addRatingRoutes(http::RouteTable& routes, Services& services);
void addDashboardRoutes(http::RouteTable& routes, Services& services);
void addWaitErrorRoutes(http::RouteTable& routes, Services& services);
void addAlarmRoutes(http::RouteTable& routes, Services& services);

} // namespace atrium::services
