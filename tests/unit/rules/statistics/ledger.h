// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/statistics/sheet.h"
#include "tests/unit/rules/queueing/hall.h"

// What a whole log comes to.
namespace atrium::rules::statistics::tests {

/// The statistics of everything that happened in the hall, from the log alone.
[[nodiscard]] Sheet sheetOf(const queueing::tests::Hall& hall);
/// The increments event by event.
[[nodiscard]] std::vector<Increments> incrementsOf(const queueing::tests::Hall& hall);

[[nodiscard]] Counters totals(const Sheet& sheet);
/// Seconds of a window in one use, or of all windows when it is empty.
[[nodiscard]] std::int64_t secondsIn(const Sheet& sheet, WindowUse use, const std::string& window = {});

} // namespace atrium::rules::statistics::tests
