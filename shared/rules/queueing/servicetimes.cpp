// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/queueing/servicetimes.h"

#include <algorithm>
#include <cmath>

namespace atrium::rules::queueing {
namespace {

constexpr double kDefaultVariation = 0.6;
constexpr int kEnoughServices = 5;
constexpr int kPlannedCount = 4;
constexpr double kShortestSeconds = 5;
constexpr double kLongestSeconds = 4 * 3600;
constexpr int kMostCounted = 1'000'000;
constexpr double kLargestVariance = kLongestSeconds * kLongestSeconds;

bool isService(double seconds) {
    return seconds >= kShortestSeconds && seconds <= kLongestSeconds;
}

/// What one more service counts: the first ones as a plain mean, so that one odd first visit does not linger.
double shareOfNext(int count, double weight) {
    return std::max(std::clamp(weight, 0.01, 1.0), 1.0 / (count + 1));
}

} // namespace

double ServiceTimes::variation() const {
    if (count < kEnoughServices || !(meanSeconds > 0))
        return kDefaultVariation;
    return std::sqrt(std::max(variance, 0.0)) / meanSeconds;
}

double ServiceTimes::meanError(double weight) const {
    // Of many services each weighed w, the mean has w / (2 - w) of their variance; a plain mean of n has 1 /
    // n.
    const double share = shareOfNext(kMostCounted, weight);
    return variation() * std::sqrt(std::max(share / (2 - share), 1.0 / std::max(count, 1)));
}

ServiceTimes planned(double serviceSeconds) {
    if (!isService(serviceSeconds))
        return {};
    const double deviation = kDefaultVariation * serviceSeconds;
    return {serviceSeconds, deviation * deviation, kPlannedCount};
}

ServiceTimes observe(ServiceTimes before, double serviceSeconds, double weight) {
    if (!isService(serviceSeconds))
        return before;
    if (before.count == 0)
        return {serviceSeconds, 0, 1};
    const double share = shareOfNext(before.count, weight);
    const double difference = serviceSeconds - before.meanSeconds;
    ServiceTimes after = before;
    after.meanSeconds += share * difference;
    after.variance = (1 - share) * (before.variance + share * difference * difference);
    after.count = std::min(before.count + 1, kMostCounted);
    return after;
}

ServiceTimes timesOf(const model::QueueDay* day, const model::Queue* queue) {
    const double learned = day == nullptr ? 0 : day->serviceSeconds;
    if (learned > 0 && day->serviceCount > 0)
        return {learned, static_cast<double>(day->serviceVariance), day->serviceCount};
    if (learned > 0) // by a program that kept the mean alone
        return planned(learned);
    return queue == nullptr ? ServiceTimes{} : planned(queue->serviceSeconds);
}

void keep(const ServiceTimes& times, model::QueueDay& day) {
    day.serviceSeconds = std::round(times.meanSeconds * 2) / 2;
    day.serviceVariance = static_cast<int>(std::lround(std::min(times.variance, kLargestVariance)));
    day.serviceCount = times.count;
}

} // namespace atrium::rules::queueing
