// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"

#include <chrono>

namespace atrium::http {

/// Where the server reads time; tests give their own. Called from any thread.
class Clock {
public:
    using Steady = std::chrono::steady_clock::time_point;

    virtual ~Clock() = default;
    /// For deadlines and durations.
    [[nodiscard]] virtual Steady steady() const = 0;
    /// For what people and clients see.
    [[nodiscard]] virtual model::Instant now() const = 0;
    /// As steady(), but time during which the machine slept counts too.
    [[nodiscard]] virtual Steady elapsed() const { return steady(); }
    /// By how much the machine's clock is ahead of now() (negative: behind) when it is not believed, else 0.
    [[nodiscard]] virtual std::chrono::milliseconds doubt() const { return {}; }

    /// The machine's own clock; lives as long as the process.
    [[nodiscard]] static const Clock& system();
};

} // namespace atrium::http
