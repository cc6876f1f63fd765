// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/backoff.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace atrium::sync {

model::Milliseconds backoff(int failures, double random, const BackoffLimits& limits) {
    const int doublings = std::clamp(failures - 1, 0, 30);
    const double bound = std::min(std::ldexp(static_cast<double>(limits.base.count()), doublings),
                                  static_cast<double>(limits.longest.count()));
    const model::Milliseconds drawn{static_cast<std::int64_t>(std::clamp(random, 0.0, 1.0) * bound)};
    return std::max(limits.shortest, drawn);
}

} // namespace atrium::sync
