// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/messages/reports.h"

#include "server/services/core/crypto.h"
#include "server/services/core/services.h"

#include <algorithm>

namespace atrium::services {

namespace {

constexpr std::size_t kReportBodyLimit = 4 * 1024 * 1024;

bool isLetIn(const ReportDoor& door, const http::Request& request) {
    // Compared by their hashes, so that the time it takes says nothing of the key.
    return !door.key.empty() && door.take &&
           sameBytes(sha256Hex(request.param("key")), sha256Hex(door.key)) &&
           (door.peers.empty() ||
            std::find(door.peers.begin(), door.peers.end(), request.remoteAddress) != door.peers.end());
}

http::Response takeReports(const ReportDoor& door, const http::Request& request) {
    if (!isLetIn(door, request))
        return http::problem({model::ErrorCode::notFound, {}, model::Sentence::noSuchPath});
    if (!door.take(request.body))
        return http::problem({model::ErrorCode::invalid, {}, model::Sentence::reportsUnreadable});
    return http::noContent();
}

} // namespace

void addMessageReportRoutes(http::RouteTable& routes, const ReportDoor& door) {
    routes.add({.method = "POST",
                .pattern = api("/messages/reports/{key}"),
                .summary = "Delivery reports pushed by the SMS gateway's peer",
                .access = http::Access::everybody(),
                .successStatus = 204,
                .bodyLimit = kReportBodyLimit,
                .otherStatuses = {404},
                .handler = http::answer(
                    [&door](const http::Request& request) { return takeReports(door, request); })});
}

} // namespace atrium::services
