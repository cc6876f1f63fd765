// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"

#include <array>
#include <cstddef>
#include <optional>

namespace atrium::sync {

/// The server's time reckoned from heartbeats. A message can only arrive late, never early, so of the last
/// samples the one with the largest difference is the nearest to the truth.
class ServerClock {
public:
    /// The server said `at`; it was received when this device's monotonic clock showed `monotonic`.
    void sample(model::Instant at, model::Milliseconds monotonic);
    /// nullopt before the first sample.
    [[nodiscard]] std::optional<model::Instant> now(model::Milliseconds monotonic) const;

private:
    static constexpr std::size_t kSamples = 8;
    std::array<std::optional<model::Milliseconds>, kSamples> m_offsets;
    std::size_t m_next = 0;
};

} // namespace atrium::sync
