// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/clock.h"

#include <mutex>
#include <optional>

namespace atrium::services {

/// The hall's time: the machine's clock as long as it goes evenly. A clock that jumps is not believed,
/// because a wrong date for a few seconds would end the day and void all tickets: the time then goes on by
/// the steady clock until the machine's clock agrees with it again, or the server starts anew. It never
/// stands still and never runs backwards: behind a clock put back by less than the bound it goes at half its
/// speed.
class HallClock final : public http::Clock {
public:
    /// What adjustments of the machine's clock may differ by and still be followed.
    static constexpr std::chrono::minutes kBound{5};

    /// machine: outlives this. last: when the hall's last event was; none: nothing happened yet. A clock that
    /// is earlier than that by more than the bound is not believed; one that is later is, because a hall may
    /// be closed for long.
    HallClock(const http::Clock& machine, std::optional<model::Instant> last);

    [[nodiscard]] Steady steady() const override { return m_machine.steady(); }
    [[nodiscard]] Steady elapsed() const override { return m_machine.elapsed(); }
    [[nodiscard]] model::Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds doubt() const override;

private:
    using Time = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;
    void follow() const;

    const http::Clock& m_machine;
    mutable std::mutex m_mutex; // guards what follows
    mutable Steady m_readAt;    ///< when the time was m_time
    mutable Time m_time;
    mutable std::chrono::milliseconds m_doubt{0};
};

} // namespace atrium::services
