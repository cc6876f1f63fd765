// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/estimate/staffing.h"

#include <optional>

/// How long a citizen will wait, honestly: an interval, or nothing when nobody serves.
namespace atrium::estimate {

/// People who are called and do not come: a call each, no service.
struct NoShows {
    double share = 0;        ///< of those called, 0..1
    double heldSeconds = 60; ///< for so long a window calls one of them before it goes on
};

/// What is known of one queue at one moment.
struct QueueLoad {
    double peopleAhead = 0;  ///< who will be called before the citizen; a part of one who may go elsewhere
    double openWindows = 0;  ///< that call them
    bool idleWindow = false; ///< one of these serves nobody: then nobody need leave first
    double ewmaServiceSeconds = 0; ///< smoothed time from call to the next call; 0 while unknown
    double variation = 0.6;        ///< coefficient of variation of service times
    double meanError = 0;          ///< standard error of their mean, as a share of it
    NoShows noShows = {};          ///< ewmaServiceSeconds is without them
    /// How long the one of those ahead who came first has been waiting; where it is known.
    std::optional<double> headWaitedSeconds = {};
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

/// The same before it is rounded: what a prediction is judged by once the truth is known.
struct Expected {
    double medianMinutes = 0;
    std::optional<double> ninetiethMinutes; ///< none: by then nobody serves any more
    bool operator==(const Expected&) const = default;
};

/// Nothing when nobody serves, now or by the plan when the turn would come, and when no service time is known
/// or the plan is not usable. Never shrinks when people are added ahead, never grows when a window is added.
///
/// With n people ahead, k windows as planned, services of mean s and variation c, of whom the share q does
/// not come and holds a window for h, all in minutes of one window:
///   one person takes     m = (1 - q) s + q h, with variance v = (1 - q) s² (1 + c²) + q h² - m²;
///   all ahead take       w = n m + r s, r = 1/2 for the service that must end first, 0 with an idle window;
///   at least             w >= 1/4 of what the windows did since the head of the line came, where a whole
///                        round of windows is ahead: a line that stands still is no short wait;
///   with variance        n v + r s² c² + max(0, 1 - c²) s² min(n + r, k) (k / (k + 1))² + (e w)², e the
///   error
///                        of the mean: services that last alike still end by chance at many windows, for a
///                        round.
/// Its median is w, its 90th percentile w + 1.28 of its standard deviations.
/// Both are then divided by the windows: by those open now, and from each later step of the plan by its own
/// (staffing.h), where a window that opens begins with somebody at once, (1 + c²) / 2 of a service in effect.
/// A short wait of the head bounds nothing from above: it only says that those ahead came together.
[[nodiscard]] std::optional<Expected> expected(const QueueLoad& load, const StaffingPlan& plan = {},
                                               model::MinuteOfDay now = {});

/// The steps of five minutes from the median to the 90th percentile.
[[nodiscard]] Interval shown(const Expected& expected);

/// Both at once.
[[nodiscard]] std::optional<Interval> wait(const QueueLoad& load, const StaffingPlan& plan = {},
                                           model::MinuteOfDay now = {});

} // namespace atrium::estimate
