// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::services {

/// Where a gateway's peer pushes its delivery reports. They bear no signature, so the address has a part
/// that nobody can guess, and only the peer's machines are let in.
struct ReportDoor {
    std::string key;                            ///< the part of the address; empty: nobody is let in
    std::vector<std::string> peers;             ///< numeric addresses; empty: any
    std::function<bool(std::string_view)> take; ///< false: the body cannot be read; empty: nobody is let in
};

/// POST /api/v1/messages/reports/{key}. The door must outlive the routes and not change while requests come.
void addMessageReportRoutes(http::RouteTable& routes, const ReportDoor& door);

} // namespace atrium::services
