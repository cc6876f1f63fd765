// SPDX-License-Identifier: GPL-3.0-or-later
// How many windows will be open in the next hours, and how long they take for some work.
#pragma once

#include "shared/model/instant.h"

#include <optional>
#include <vector>

namespace atrium::estimate {

/// From this minute of the local day until the next step so many windows are planned.
struct StaffingStep {
    model::MinuteOfDay from;
    double windows = 0;
    bool operator==(const StaffingStep&) const = default;
};

/// The windows of one pool through the day, steps by ascending minute; before the first step as in it, after
/// the last one as in it. Empty: nothing is planned, what is open stays open.
using StaffingPlan = std::vector<StaffingStep>;

/// Steps ascend and every number of windows is finite and not negative.
[[nodiscard]] bool isUsable(const StaffingPlan& plan);

/// A plan of shares (1 all, 0.5 half at lunch) as windows of a pool that has `windows` when all are there.
[[nodiscard]] StaffingPlan planOf(StaffingPlan shares, double windows);

/// What is known of the windows at one moment.
struct Staff {
    double openWindows = 0;    ///< that call people now
    model::MinuteOfDay now;    ///< in the hall's own day
    double serviceMinutes = 0; ///< mean time of a service
};

/// The plan as this moment lets expect it. Where fewer windows are open than planned, later steps have as
/// many fewer in proportion; where more are, they stay to the next step, and then the plan holds. For one
/// service after the plan stepped down, those above it are taken to finish their last one and call nobody.
/// Never fewer for more windows open now. A value; of a usable plan.
class Outlook {
public:
    Outlook(const StaffingPlan& plan, const Staff& staff);

    /// Minutes from now until the windows have done so much work, in minutes of one window; a window that
    /// opens later does `headStart` of it at once, because it begins with somebody. Nothing when they never
    /// have: from some moment on nobody serves. `work` is finite.
    [[nodiscard]] std::optional<double> minutesFor(double work, double headStart = 0) const;

    /// The work they have done in so many minutes before now, as far as the plan tells.
    [[nodiscard]] double workBefore(double minutes) const;

    /// That serve now as far as the plan has them: not more than are planned.
    [[nodiscard]] double windows() const { return m_windows; }

private:
    struct Stretch {
        double from = 0; ///< minutes of the day; the first begins with it, the last has no end
        double windows = 0;
        double opening = 0; ///< windows that open at its beginning
    };
    double m_now = 0;
    double m_windows = 0;
    std::vector<Stretch> m_past;   ///< by the plan, in the proportion that is there now
    std::vector<Stretch> m_coming; ///< the first is now
};

} // namespace atrium::estimate
