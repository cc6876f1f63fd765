// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up statistics of the demonstration without a server.
#pragma once

#include "shared/model/statistics.h"

#include <string>
#include <vector>

namespace atrium::admin {

/// The rows are those of the queues with these ids, whatever grouping is asked for.
[[nodiscard]] model::Statistics demoStatistics(const std::vector<std::string>& queues);

} // namespace atrium::admin
