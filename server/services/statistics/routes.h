// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"

namespace atrium::services {

void addStatisticsRoutes(http::RouteTable& routes, Services& services);

} // namespace atrium::services
