// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up day of a hall: who waited how long, and what the hall knew when they came. The same seed gives
// the same day with every compiler and library: it draws its numbers itself.
#pragma once

#include "shared/rules/estimate/staffing.h"
#include "shared/rules/queueing/servicetimes.h"

#include <cstdint>
#include <vector>

namespace atrium::bench {

/// Minutes; those of the day count from midnight. Work that comes in two peaks, with a short lunch between.
struct Hall {
    int windows = 8;
    int windowsAtLunch = 4; ///< the others finish the service they are in, and go
    double opens = 9 * 60;
    double lunchFrom = 12 * 60;
    double lunchTo = 13 * 60;
    double closes = 14 * 60; ///< for newcomers; who has a number is served
    double firstPeak = 10 * 60 + 20;
    double secondPeak = 13 * 60 + 20;
    double peakWidth = 30;
    double serviceMean = 9; ///< lognormal
    double serviceVariation = 0.8;
    double noShowShare = 0.06;
    double noShowHolds = 1;       ///< mean; from half of it to one and a half
    double utilisation = 0.95;    ///< work that comes over the windows' time from opening to closing
    double plannedService = 12.6; ///< what the hall was set up with: 40 % too long
    double plannedNoShowHolds = 1;

    [[nodiscard]] estimate::StaffingPlan plan() const;
};

/// All that the hall knows at one moment, when somebody takes a number and every window serves.
struct Known {
    double minute = 0; ///< of the day
    int ahead = 0;
    int openWindows = 0;
    double headWaited = 0;  ///< minutes, of the first in line; of the last one called while nobody is
    double lastWaited = 0;  ///< minutes, of the one called last
    double rollingMean = 0; ///< minutes, of the last 30 called
    rules::queueing::ServiceTimes services;
    int called = 0;
    int noShows = 0; ///< of those called
};

/// Of somebody who found no free window.
struct Wait {
    Known known;
    double minutes = 0; ///< until they were called
};

/// All of a day, in the order of the calls.
[[nodiscard]] std::vector<Wait> waitsOf(const Hall& hall, std::uint64_t seed);

} // namespace atrium::bench
