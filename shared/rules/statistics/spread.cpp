// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/statistics/spread.h"

#include <algorithm>

namespace atrium::rules::statistics {
namespace {

constexpr double kLongest = 14'400; ///< what the last bucket is taken to reach to

} // namespace

std::size_t bucketOf(std::int64_t seconds) {
    return static_cast<std::size_t>(std::lower_bound(kBounds.begin(), kBounds.end(), seconds) -
                                    kBounds.begin());
}

std::optional<double> quantile(const Spread& spread, double share) {
    double count = 0;
    for (const auto n : spread)
        count += static_cast<double>(std::max<std::int64_t>(0, n));
    if (count <= 0)
        return std::nullopt;
    const double wanted = std::clamp(share, 0.0, 1.0) * count;
    double below = 0;
    double from = 0;
    for (std::size_t i = 0; i < kBuckets; ++i) {
        const auto here = static_cast<double>(std::max<std::int64_t>(0, spread.at(i)));
        const double to = i < kBounds.size() ? kBounds.at(i) : kLongest;
        if (here > 0 && below + here >= wanted)
            return from + (to - from) * (wanted - below) / here;
        below += here;
        from = to;
    }
    return kLongest;
}

} // namespace atrium::rules::statistics
