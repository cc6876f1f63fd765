// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/options.h"
#include "shared/model/instant.h"
#include "shared/model/result.h"

namespace atrium::store {
class Store;
}
namespace atrium::services {
struct Services;
}

namespace atrium::app {

/// Imports options.hallPackage and its history into a database that holds no hall; else does nothing.
[[nodiscard]] model::Result<void> prepareDemonstration(store::Store& store, const Options& options,
                                                       model::Instant now);

/// Gives every device of the hall a token, as folder/<device>.token (mode 0600), unless the file there holds
/// a valid one; marks the devices enrolled.
[[nodiscard]] model::Result<void> writeDeviceTokens(services::Services& services, const std::string& folder);

} // namespace atrium::app
