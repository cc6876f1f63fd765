// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"

namespace atrium::sync {

/// Waiting between attempts: full jitter, so that a hall's screens do not come back all at once.
struct BackoffLimits {
    model::Milliseconds shortest{100}; ///< never less, a server in trouble is not hammered
    model::Milliseconds base{500};     ///< upper bound after the first failure, doubles with each
    model::Milliseconds longest{10'000};
};

/// failures is 1 after the first one; random is uniform in [0, 1).
[[nodiscard]] model::Milliseconds backoff(int failures, double random, const BackoffLimits& limits = {});

} // namespace atrium::sync
