// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/statistics/account.h"
#include "shared/rules/statistics/localhours.h"

// Inside this library only.
namespace atrium::rules::statistics {

/// When the act happened that this window can take back; none: it has none.
[[nodiscard]] std::optional<model::Instant> lastActAt(const model::WindowStatus& status, int undoSeconds);

/// What the windows of the event did until it. A stretch belongs to whom it ended with: who took the window
/// over in its midst, the reason that a pause was given last.
void accountWindows(const queueing::Event& event, const Before& before, const LocalHours& hours,
                    Increments& out);

} // namespace atrium::rules::statistics
