// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/rules/queueing/hall.h"

#include <iosfwd>

// Random days: a few numbers per step become a command that is often, not always, possible.
namespace atrium::rules::queueing::tests {

struct Step {
    int verb = 0;
    int which = 0; ///< picks a window, an item, an outcome …
    int other = 0; ///< picks a ticket or a person
    int seconds = 0;
};
std::ostream& operator<<(std::ostream& out, const Step& step);

/// Rules of the two queues, drawn once per sequence.
struct Rules {
    model::PassedRule passedRule = model::PassedRule::placesBack;
    int requeuePlaces = 0;
    int noShowLimit = 0;
    int dailyQuota = 0;
    int maxOpen = 0;
    int finallyCallBy = 0;
    int ageing = 0;
    model::CallMode callMode = model::CallMode::manual;
    bool hasSkills = false; ///< some who sign in are not used alike for both queues
};
std::ostream& operator<<(std::ostream& out, const Rules& rules);

constexpr int kVerbs = 64;

void apply(Hall& hall, const Rules& rules);
/// Moves the clock and says what is asked next.
[[nodiscard]] Command commandOf(Hall& hall, const Step& step);

} // namespace atrium::rules::queueing::tests
