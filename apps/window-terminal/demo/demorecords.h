// SPDX-License-Identifier: GPL-3.0-or-later
// The few records that the demonstration without a server shows.
#pragma once

#include "shared/model/api.h"
#include "shared/model/queue.h"
#include "shared/sync/core/envelope.h"

namespace atrium::windowterminal::demo {

[[nodiscard]] model::HallId hallId();
[[nodiscard]] model::Day day();
[[nodiscard]] sync::LogEvent records(std::int64_t seq);
[[nodiscard]] model::WindowStatus closedWindow();
[[nodiscard]] model::Device device(bool atWindow);
[[nodiscard]] model::Staff clerk(bool serviceDesk);
/// The number-th person in the queue, with every kind of mark among the first ones.
[[nodiscard]] model::QueueEntry entry(int number, model::Instant now);
[[nodiscard]] model::TicketView view(const model::QueueEntry& entry);

} // namespace atrium::windowterminal::demo
