// SPDX-License-Identifier: GPL-3.0-or-later
// What a hall may tell those who come: our estimate and the usual ones it is compared with.
#pragma once

#include "shared/rules/estimate/estimate.h"
#include "tests/bench/queueing/hallday.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace atrium::bench {

struct Estimator {
    std::string name;
    /// Minutes; nothing where it tells nothing.
    std::function<std::optional<double>(const Known& known)> minutes;
    /// What is shown; empty where it tells minutes alone.
    std::function<std::optional<estimate::Interval>(const Known& known)> interval;
};

/// Ours first. They know of the hall what it was set up with, and otherwise only what it knew at the moment.
[[nodiscard]] std::vector<Estimator> estimatorsFor(const Hall& hall);

} // namespace atrium::bench
