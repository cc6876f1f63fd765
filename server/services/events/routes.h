// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/hub.h"
#include "server/services/core/services.h"

namespace atrium::services {

void addEventRoutes(http::RouteTable& routes, Services& services);

/// What the hub needs: projection and replay out of the log.
[[nodiscard]] http::HubSource hubSource(store::Store& store, std::shared_ptr<const store::LogRuns> runs);
/// A group's events as the hub takes them.
[[nodiscard]] std::vector<http::LogEvent> forHub(const std::vector<store::LogEventPtr>& events);

} // namespace atrium::services
