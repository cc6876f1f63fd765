// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/serverclock.h"

#include <algorithm>

namespace atrium::sync {

void ServerClock::sample(model::Instant at, model::Milliseconds monotonic) {
    m_offsets[m_next] = at.time_since_epoch() - monotonic;
    m_next = (m_next + 1) % kSamples;
}

std::optional<model::Instant> ServerClock::now(model::Milliseconds monotonic) const {
    const auto best = *std::max_element(m_offsets.begin(), m_offsets.end());
    if (!best)
        return std::nullopt;
    return model::Instant{*best + monotonic};
}

} // namespace atrium::sync
