// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/core/hallstate.h"

#include <shared_mutex>

namespace atrium::services {

/// What is durable, for readers. A reader works under a shared lock and copies out what it needs: the state
/// holds a whole day's tickets, so copying all of it after each commit would cost more than the commit.
class HallModel {
public:
    explicit HallModel(HallState state) : m_state(std::move(state)) {}

    /// use must be short and must not write or wait. Any thread.
    template <class Use> auto read(Use&& use) const {
        const std::shared_lock lock(m_mutex);
        return use(m_state);
    }
    [[nodiscard]] std::shared_ptr<const Setup> setup() const {
        const std::shared_lock lock(m_mutex);
        return m_state.setup;
    }
    /// The writer's telling thread only.
    void apply(const std::vector<store::LogEventPtr>& events) {
        const std::unique_lock lock(m_mutex);
        for (const auto& event : events)
            m_state.apply(*event);
    }
    /// A copy of everything; for the writer after a failed commit, when all before it was told.
    [[nodiscard]] HallState copy() const {
        const std::shared_lock lock(m_mutex);
        return m_state;
    }

private:
    mutable std::shared_mutex m_mutex; // guards m_state
    HallState m_state;
};

} // namespace atrium::services
