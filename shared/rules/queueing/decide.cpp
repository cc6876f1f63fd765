// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/queueing/decide.h"

#include "shared/rules/queueing/draft.h"

namespace atrium::rules::queueing {

model::Result<std::vector<Event>> decide(const State& state, const Command& command, const Now& now,
                                         const Config& config) {
    const Context context{state, now, config};
    return std::visit([&](const auto& wish) { return apply(context, wish); }, command);
}

} // namespace atrium::rules::queueing
