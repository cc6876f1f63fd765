// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/estimate.h"

#include <algorithm>
#include <cmath>

namespace atrium::estimate {
namespace {

constexpr double kDefaultVariation = 0.6;
constexpr int kEnoughServices = 5;
constexpr double kShortestSeconds = 5;
constexpr double kLongestSeconds = 4 * 3600;
constexpr double kStep = 5;
constexpr double kNinetieth = 1.2816; // the normal distribution's 90th percentile
constexpr int kMostCounted = 1'000'000;

bool usable(const QueueLoad& load) {
    // Written so that a NaN is refused as well.
    return load.peopleAhead >= 0 && std::isfinite(load.peopleAhead) && load.openWindows > 0 &&
           std::isfinite(load.openWindows) && load.ewmaServiceSeconds > 0 &&
           std::isfinite(load.ewmaServiceSeconds) && load.variation >= 0 && std::isfinite(load.variation);
}

} // namespace

std::optional<Interval> wait(const QueueLoad& load) {
    if (!usable(load))
        return std::nullopt;
    if (load.idleWindow && load.peopleAhead <= 0)
        return Interval{0, 0};
    // Everybody ahead, and the remainder of one service where every window is taken, must leave before one
    // is free. The sum of n services is close to normal with n times the variance; windows share the work.
    const double services = load.peopleAhead + (load.idleWindow ? 0 : 0.5);
    const double perWindow = load.ewmaServiceSeconds / load.openWindows / 60.0;
    const double median = services * perWindow;
    const double spread = std::sqrt(services) * std::min(load.variation, 3.0) * perWindow;
    const double high = median + kNinetieth * spread;
    const double lowStep = std::floor(std::min<double>(median, kLongestMinutes) / kStep) * kStep;
    const double highStep = std::max(std::ceil(high / kStep) * kStep, lowStep + kStep);
    if (!(highStep <= kLongestMinutes))
        return Interval{static_cast<int>(lowStep), std::nullopt};
    return Interval{static_cast<int>(lowStep), static_cast<int>(highStep)};
}

double ServiceTimes::variation() const {
    if (count < kEnoughServices || !(meanSeconds > 0))
        return kDefaultVariation;
    return std::sqrt(std::max(variance, 0.0)) / meanSeconds;
}

ServiceTimes observe(ServiceTimes before, double serviceSeconds, double weight) {
    if (!(serviceSeconds >= kShortestSeconds && serviceSeconds <= kLongestSeconds))
        return before;
    if (before.count == 0)
        return {serviceSeconds, 0, 1};
    // The first services count as a plain mean, so that one odd first visit does not linger.
    const double share = std::max(std::clamp(weight, 0.01, 1.0), 1.0 / (before.count + 1));
    const double difference = serviceSeconds - before.meanSeconds;
    ServiceTimes after = before;
    after.meanSeconds += share * difference;
    after.variance = (1 - share) * (before.variance + share * difference * difference);
    after.count = std::min(before.count + 1, kMostCounted);
    return after;
}

} // namespace atrium::estimate
