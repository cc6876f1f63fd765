// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/webhooks/settings.h"
#include "shared/model/result.h"

namespace atrium::app {

/// Reads and checks the file of the option "webhooks"; an empty path gives none. An error says which entry,
/// and what is wrong with it.
[[nodiscard]] model::Result<std::vector<services::Webhook>> readWebhooks(const std::string& path);

} // namespace atrium::app
