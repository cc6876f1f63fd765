// SPDX-License-Identifier: GPL-3.0-or-later
// What events bring to the statistics, as the server knows its hall.
#pragma once

#include "server/services/core/hallstate.h"
#include "shared/rules/statistics/account.h"

namespace atrium::services {

/// before: the hall as it was before the event, queue and all; local: the event's moment. Pure.
[[nodiscard]] rules::statistics::Increments
incrementsOf(const rules::queueing::Event& event, const HallState& before, const model::LocalTime& local);

} // namespace atrium::services
