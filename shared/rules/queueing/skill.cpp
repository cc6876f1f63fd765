// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/queueing/skill.h"

namespace atrium::rules::queueing {

const Skills* skillsAt(const State& state, const Config& config, const model::WindowId& window) {
    if (config.skills.empty())
        return nullptr;
    const auto status = state.windows.find(window);
    if (status == state.windows.end() || !status->second.staffId)
        return nullptr;
    const auto skills = config.skills.find(*status->second.staffId);
    return skills == config.skills.end() ? nullptr : &skills->second;
}

bool isExcluded(const State& state, const Config& config, const model::WindowId& window,
                const model::ServiceItemId& item) {
    const auto* skills = skillsAt(state, config, window);
    const auto found = skills == nullptr ? config.items.end() : config.items.find(item);
    return found != config.items.end() && skillFor(skills, found->second.queueId) == model::Skill::exclude;
}

} // namespace atrium::rules::queueing
