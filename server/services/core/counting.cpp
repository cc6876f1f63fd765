// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/counting.h"

namespace atrium::services {

rules::statistics::Increments incrementsOf(const rules::queueing::Event& event, const HallState& before,
                                           const model::LocalTime& local) {
    std::optional<double> told;
    if (event.call)
        if (const auto known = before.predictions.find(event.call->ticketId);
            known != before.predictions.end())
            told = known->second.predictedMinutes;
    return rules::statistics::account(
        event, {before.queue, before.called, told, before.setup->config.undoSeconds}, local);
}

} // namespace atrium::services
