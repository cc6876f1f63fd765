// SPDX-License-Identifier: GPL-3.0-or-later
// How long services take, learned from those that ended.
#pragma once

#include "shared/model/queue.h"

namespace atrium::rules::queueing {

/// Each service counts this much in the running mean, in which some sixty are remembered: a heavier one
/// follows a slow change sooner and is off by chance more often.
inline constexpr double kServiceWeight = 0.03;

/// Running mean and variation of service times, exponentially weighted. A value, stored with the queue's day.
struct ServiceTimes {
    double meanSeconds = 0;
    double variance = 0;
    int count = 0;            ///< up to 1,000,000, then it stays
    double variation() const; ///< 0.6 until 5 services were seen
    /// Standard error of the mean as a share of it, when each service counted `weight`.
    double meanError(double weight = kServiceWeight) const;
    bool operator==(const ServiceTimes&) const = default;
};

/// Before the day's first service: the planned time counts as a few services. {} when nothing is planned.
ServiceTimes planned(double serviceSeconds);

/// Adds one service. Times under 5 s (called by mistake) and over 4 h (forgotten) are left out.
ServiceTimes observe(ServiceTimes before, double serviceSeconds, double weight = kServiceWeight);

/// What the queue's day has learned, or the planned time until it has. nullptr: not known.
ServiceTimes timesOf(const model::QueueDay* day, const model::Queue* queue);
/// Writes them into the day, the mean to half a second and the variance to whole ones: such numbers come back
/// from decimal text exactly, so that a replay cannot differ in the last bit.
void keep(const ServiceTimes& times, model::QueueDay& day);

} // namespace atrium::rules::queueing
