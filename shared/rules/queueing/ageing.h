// SPDX-License-Identifier: GPL-3.0-or-later
// What waiting does to a ticket's class, and when an appointment is due. For the order of calling, and for
// clients that say who is before whom.
#pragma once

#include "shared/model/queue.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

namespace atrium::rules::queueing {

/// Class and hard bound of one that waits, at one moment.
struct Standing {
    bool isOverdue = false; ///< goes before every class
    int effectiveClass = 0; ///< after ageing
};

[[nodiscard]] inline Standing standingOf(const model::Queue& queue, int priorityClass,
                                         model::Instant arrivedAt, model::Instant now) {
    const auto waited = std::chrono::floor<std::chrono::minutes>(now - arrivedAt).count();
    Standing standing{waited >= queue.finallyCallByMinutes, priorityClass};
    if (queue.ageingMinutes > 0 && waited > 0)
        standing.effectiveClass =
            static_cast<int>(std::max<std::int64_t>(0, priorityClass - waited / queue.ageingMinutes));
    return standing;
}

/// Whether an appointment goes before others at that moment; from and until: a ticket's dueFrom and dueUntil.
[[nodiscard]] inline bool isDueAt(const std::optional<model::Instant>& from,
                                  const std::optional<model::Instant>& until, model::Instant now) {
    return from && until && *from <= now && now < *until;
}

} // namespace atrium::rules::queueing
