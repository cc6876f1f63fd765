// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/queueing/state.h"

// The operators' coefficients: how the person at a window is used for each queue.
namespace atrium::rules::queueing {

using Skills = std::unordered_map<model::QueueId, model::Skill>;

/// Those of whoever is signed in at the window; nullptr when all are normal, or nobody is there.
[[nodiscard]] const Skills* skillsAt(const State& state, const Config& config, const model::WindowId& window);

/// skills: as skillsAt gives them.
[[nodiscard]] inline model::Skill skillFor(const Skills* skills, const model::QueueId& queue) {
    if (skills == nullptr)
        return model::Skill::normal;
    const auto found = skills->find(queue);
    return found == skills->end() ? model::Skill::normal : found->second;
}

/// Whether the person at the window never calls the item's queue.
[[nodiscard]] bool isExcluded(const State& state, const Config& config, const model::WindowId& window,
                              const model::ServiceItemId& item);

} // namespace atrium::rules::queueing
