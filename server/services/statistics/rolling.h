// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/setup.h"
#include "server/store/store.h"

namespace atrium::services {

/// Sheets are kept about as long as the log, days' views for three years, months' for good.
inline constexpr int kSheetDaysKept = 9;
inline constexpr int kViewDaysKept = 3 * 366;

/// By the set-up as it is now. It must live as long as this is used.
[[nodiscard]] rules::statistics::Departments departmentsOf(const Setup& setup);

/// Stores the views of days that are closed, each in a transaction of its own: what a year of tickets is
/// asked for is then a few thousand rows. today: the service day, which is not closed.
[[nodiscard]] model::Result<void> rollStatistics(store::Store& store, const Setup& setup, model::Day today);

} // namespace atrium::services
