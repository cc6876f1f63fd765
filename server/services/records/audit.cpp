// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/records/routes.h"
#include "server/store/store.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"

namespace atrium::services {

using http::Access;
using model::DeviceKind;
using model::Role;

void addAuditRoutes(http::RouteTable& routes, Services& services) {
    routes.add({.method = "GET",
                .pattern = api("/audit"),
                .summary = "The audit trail, newest first",
                .access = Access::staff(DeviceKind::admin, {Role::administrator, Role::inspector}),
                .responseType = "AuditPage",
                .parameters = {{.name = "before",
                                .summary = "sequence to go on before; the newest first",
                                .number = true},
                               {.name = "limit", .summary = "1 to 500; 100", .number = true}},
                .handler = http::answer([&services](const http::Request& request) {
                    auto before = request.queryNumber("before", INT64_MAX / 2, 1, INT64_MAX / 2);
                    if (!before)
                        return http::problem(before.error());
                    auto limit = request.queryNumber("limit", 100, 1, 500);
                    if (!limit)
                        return http::problem(limit.error());
                    auto entries = services.store.audit(*before, static_cast<std::size_t>(*limit));
                    if (!entries)
                        return http::problem(entries.error());
                    return http::jsonResponse(model::toJson(model::AuditPage{std::move(*entries)}));
                })});
}

} // namespace atrium::services
