// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/hallclock.h"

#include <algorithm>

namespace atrium::services {

HallClock::HallClock(const http::Clock& machine, std::optional<model::Instant> last)
    : m_machine(machine), m_readAt(machine.elapsed()),
      m_time(std::max(machine.now(), last.value_or(model::Instant{}))) {}

void HallClock::follow() const {
    const Steady read = m_machine.elapsed();
    const model::Instant wall = m_machine.now();
    const auto passed = std::max(Steady::duration::zero(), read - m_readAt);
    m_readAt = read;
    const Time expected = m_time + passed;
    const auto off = std::chrono::floor<std::chrono::milliseconds>(wall - expected);
    if (std::chrono::abs(off) <= kBound) {
        m_doubt = std::chrono::milliseconds::zero();
        m_time = std::max<Time>(wall, m_time + passed / 2);
        return;
    }
    m_time = expected;
    if (std::chrono::abs(off - m_doubt) > kBound) // what is told of it stays while it only drifts
        m_doubt = off;
}

model::Instant HallClock::now() const {
    const std::lock_guard lock(m_mutex);
    follow();
    return std::chrono::floor<model::Milliseconds>(m_time);
}

std::chrono::milliseconds HallClock::doubt() const {
    const std::lock_guard lock(m_mutex);
    follow();
    return m_doubt;
}

} // namespace atrium::services
