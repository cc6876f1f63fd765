// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/rules/queueing/hall.h"

// The order of calling said once more, the slow and obvious way: from the tickets alone, without indexes.
namespace atrium::rules::queueing::tests {

[[nodiscard]] bool isOverdue(const Hall& hall, const model::Ticket& ticket);
/// Whether the window may call the ticket at all.
[[nodiscard]] bool mayCall(const Hall& hall, const model::Window& window, const model::Ticket& ticket);
[[nodiscard]] std::vector<model::TicketId> naiveOrder(const Hall& hall, const model::Window& window);

} // namespace atrium::rules::queueing::tests
