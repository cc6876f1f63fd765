// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a number that is passed, in words for its holder.
#pragma once

#include "shared/model/queue.h"

#include <QString>

namespace atrium::ui {

/// One or two sentences for a ticket, as the queue's rule is now; in the language asked for.
[[nodiscard]] QString passedRuleText(const model::Queue& queue, bool english);

} // namespace atrium::ui
