// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/estimate/estimate.h"

#include <algorithm>
#include <cmath>

namespace atrium::estimate {
namespace {

constexpr double kStep = 5;
constexpr double kNinetieth = 1.2816; // the normal distribution's 90th percentile
constexpr double kMostVariation = 3;
constexpr double kFirstToLeave = 0.5; // of a service: until one of many windows that all serve is free
constexpr double kHeadCounts = 0.25;

bool isAmount(double value) {
    // Written so that a NaN is refused as well.
    return value >= 0 && std::isfinite(value);
}

bool usable(const QueueLoad& load) {
    return isAmount(load.peopleAhead) && isAmount(load.openWindows) && load.openWindows > 0 &&
           isAmount(load.ewmaServiceSeconds) && load.ewmaServiceSeconds > 0 && isAmount(load.variation) &&
           isAmount(load.meanError) && isAmount(load.noShows.share) && load.noShows.share <= 1 &&
           isAmount(load.noShows.heldSeconds) && isAmount(load.headWaitedSeconds.value_or(0));
}

/// Minutes of one window.
struct Work {
    double median = 0;
    double variance = 0;  ///< of the services
    double evened = 0;    ///< how much of a service's variance is only to be had by waiting for a whole round
    double services = 0;  ///< that end before it is done
    double headStart = 0; ///< what a window that opens has done at once
};

Work workOf(const QueueLoad& load) {
    const double service = load.ewmaServiceSeconds / 60;
    const double variation = std::min(load.variation, kMostVariation);
    const double squared = variation * variation;
    const double share = load.noShows.share;
    const double held = load.noShows.heldSeconds / 60;
    const double person = (1 - share) * service + share * held;
    const double variance =
        (1 - share) * service * service * (1 + squared) + share * held * held - person * person;
    const double first = load.idleWindow ? 0 : kFirstToLeave;
    return {.median = load.peopleAhead * person + first * service,
            .variance = load.peopleAhead * std::max(variance, 0.0) + first * service * service * squared,
            .evened = service * service * std::max(1 - squared, 0.0),
            .services = load.peopleAhead + first,
            .headStart = person * (1 + std::min(squared, 1.0)) / 2};
}

double deviationOf(const Work& work, double windows, double median, double meanError) {
    const double others = std::max(windows, 1.0) / (std::max(windows, 1.0) + 1);
    const double round = work.evened * std::min(work.services, windows) * others * others;
    const double unknown = std::min(meanError, 1.0) * median;
    return std::sqrt(work.variance + round + unknown * unknown);
}

} // namespace

std::optional<Expected> expected(const QueueLoad& load, const StaffingPlan& plan, model::MinuteOfDay now) {
    if (!usable(load) || !isUsable(plan))
        return std::nullopt;
    if (load.idleWindow && load.peopleAhead <= 0)
        return Expected{0, 0};
    const Work work = workOf(load);
    const Outlook outlook(plan, {load.openWindows, now, load.ewmaServiceSeconds / 60});
    double median = work.median;
    if (load.headWaitedSeconds && load.peopleAhead >= load.openWindows)
        median = std::max(median, kHeadCounts * outlook.workBefore(*load.headWaitedSeconds / 60));
    const auto half = outlook.minutesFor(median, work.headStart);
    if (!half)
        return std::nullopt;
    const double deviation = deviationOf(work, outlook.windows(), median, load.meanError);
    return Expected{*half, outlook.minutesFor(median + kNinetieth * deviation, work.headStart)};
}

Interval shown(const Expected& expected) {
    if (expected == Expected{0, 0})
        return {0, 0};
    const double longest = kLongestMinutes;
    const double low = std::floor(std::min(expected.medianMinutes, longest) / kStep) * kStep;
    const double high = expected.ninetiethMinutes.value_or(2 * longest);
    const double highStep = std::max(std::ceil(high / kStep) * kStep, low + kStep);
    if (!(highStep <= longest))
        return {static_cast<int>(low), std::nullopt};
    return {static_cast<int>(low), static_cast<int>(highStep)};
}

std::optional<Interval> wait(const QueueLoad& load, const StaffingPlan& plan, model::MinuteOfDay now) {
    const auto found = expected(load, plan, now);
    return found ? std::optional(shown(*found)) : std::nullopt;
}

} // namespace atrium::estimate
