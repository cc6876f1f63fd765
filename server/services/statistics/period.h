// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/viewquery.h"

#include <vector>

namespace atrium::services {

/// The days from..to as whole months where they are complete, and days around them. Pure.
[[nodiscard]] std::vector<store::PeriodRange> periodsOf(model::Day from, model::Day to);

} // namespace atrium::services
