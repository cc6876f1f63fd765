// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/calendar.h"
#include "shared/model/ticket.h"
#include "shared/rules/statistics/account.h"

#include <vector>

namespace atrium::services {

/// What invented tickets of past days would have counted had they happened: each window is open from the
/// hall's opening until its last ticket or the hall's closing. Pure.
[[nodiscard]] std::vector<rules::statistics::Increments>
pastStatistics(const std::vector<model::Ticket>& tickets, const Calendar& calendar);

} // namespace atrium::services
