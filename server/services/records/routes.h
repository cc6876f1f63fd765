// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/services.h"

namespace atrium::services {

void addRecordRoutes(http::RouteTable& routes, Services& services);
void addMediaRoutes(http::RouteTable& routes, Services& services);
void addAuditRoutes(http::RouteTable& routes, Services& services);

/// What a set-up record must be besides well formed: its references exist, its numbers are in range, what is
/// unique is unique. Pure; used for edits and for the import of a hall package.
[[nodiscard]] model::Result<void> validate(const store::AnyRecord& record, const Setup& setup);

} // namespace atrium::services
