// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

/// How long a citizen will wait, honestly: an interval, or nothing when nobody serves.
namespace atrium::estimate {

/// What is known of one queue at one moment.
struct QueueLoad {
    double peopleAhead = 0;  ///< who will be called before the citizen; a part of one who may go elsewhere
    double openWindows = 0;  ///< that call them
    bool idleWindow = false; ///< one of these serves nobody: then nobody need leave first
    double ewmaServiceSeconds = 0; ///< smoothed time from call to the next call; 0 while unknown
    double variation = 0.6;        ///< coefficient of variation of service times
};

/// Beyond this nobody plans by minutes: "over two hours".
inline constexpr int kLongestMinutes = 120;

/// Minutes, both multiples of 5; low is the median's step, high the 90th percentile's. Without high: over
/// low, which is at most kLongestMinutes.
struct Interval {
    int lowMinutes = 0;
    std::optional<int> highMinutes = 5; ///< 0: no waiting at all
    bool operator==(const Interval&) const = default;
};

/// Nothing when nobody serves or no service time is known.
/// Never shrinks when people are added ahead, never grows when a window is added.
std::optional<Interval> wait(const QueueLoad& load);

/// Running mean and variation of service times, exponentially weighted. A value, stored with the queue.
struct ServiceTimes {
    double meanSeconds = 0;
    double variance = 0;
    int count = 0;            ///< up to 1,000,000, then it stays
    double variation() const; ///< 0.6 until 5 services were seen
    bool operator==(const ServiceTimes&) const = default;
};

/// Adds one service. Times under 5 s (called by mistake) and over 4 h (forgotten) are left out.
ServiceTimes observe(ServiceTimes before, double serviceSeconds, double weight = 0.15);

} // namespace atrium::estimate
