// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"

namespace atrium::services {

/// What can be booked, and booking it.
void addSlotRoutes(http::RouteTable& routes, Services& services);
/// Finding, listing and cancelling.
void addAppointmentRoutes(http::RouteTable& routes, Services& services);
/// The booked person is here.
void addTakingUpRoutes(http::RouteTable& routes, Services& services);

} // namespace atrium::services
