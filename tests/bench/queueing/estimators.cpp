// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/queueing/estimators.h"

namespace atrium::bench {
namespace {

/// Of those called who did not come, as if twenty had come before: the first of a day say little.
double noShowShare(const Known& known) {
    return static_cast<double>(known.noShows) / (known.called + 20);
}

estimate::QueueLoad loadOf(const Known& known, const Hall& hall) {
    estimate::QueueLoad load;
    load.peopleAhead = known.ahead;
    load.openWindows = known.openWindows;
    load.ewmaServiceSeconds = known.services.meanSeconds;
    load.variation = known.services.variation();
    load.meanError = known.services.meanError();
    load.noShows = {noShowShare(known), hall.plannedNoShowHolds * 60};
    if (known.ahead > 0)
        load.headWaitedSeconds = known.headWaited * 60;
    return load;
}

model::MinuteOfDay minuteOf(const Known& known) {
    return model::MinuteOfDay{static_cast<int>(known.minute)};
}

Estimator ours(const Hall& hall) {
    const auto plan = hall.plan();
    return {"staffing plan (ours)",
            [hall, plan](const Known& known) -> std::optional<double> {
                const auto found = estimate::expected(loadOf(known, hall), plan, minuteOf(known));
                return found ? std::optional(found->medianMinutes) : std::nullopt;
            },
            [hall, plan](const Known& known) {
                return estimate::wait(loadOf(known, hall), plan, minuteOf(known));
            }};
}

} // namespace

std::vector<Estimator> estimatorsFor(const Hall& hall) {
    const double planned = hall.plannedService;
    return {ours(hall),
            {"queue length, EWMA",
             [](const Known& known) {
                 return (known.ahead + 1) * known.services.meanSeconds / 60 / known.openWindows;
             },
             {}},
            {"head of line (HOL)", [](const Known& known) { return known.headWaited; }, {}},
            {"last to enter (LES)", [](const Known& known) { return known.lastWaited; }, {}},
            {"rolling mean of 30", [](const Known& known) { return known.rollingMean; }, {}},
            {"configured duration",
             [planned](const Known& known) { return known.ahead * planned / known.openWindows; },
             {}}};
}

} // namespace atrium::bench
