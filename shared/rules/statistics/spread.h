// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace atrium::rules::statistics {

/// Upper bounds of the buckets in seconds; the last bucket has none. A bucket is a quarter of its bound wide
/// or less, from half a minute on, so a quantile taken from it is off by a few hundredths. A quarter of an
/// hour is a bound. Stored: never changed, only a new migration could.
inline constexpr std::array<int, 27> kBounds{15,   30,   45,   60,   75,   90,   120,  150,  180,
                                             225,  270,  330,  420,  510,  600,  720,  900,  1080,
                                             1320, 1620, 2040, 2520, 3180, 3960, 4920, 7200, 10800};
inline constexpr std::size_t kBuckets = kBounds.size() + 1;

/// How many durations lay in each bucket.
using Spread = std::array<std::int64_t, kBuckets>;

/// Where a duration of so many seconds belongs; a bound belongs to the bucket below it.
[[nodiscard]] std::size_t bucketOf(std::int64_t seconds);

/// The duration in seconds that this share (0..1) of all do not exceed, drawn evenly within its bucket; none
/// for an empty spread. Buckets below zero count as empty.
[[nodiscard]] std::optional<double> quantile(const Spread& spread, double share);

} // namespace atrium::rules::statistics
