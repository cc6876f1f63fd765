// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace atrium::services {

/// Counts failures by key (an account, an address) within a span of time. Any thread.
class FailureLimit {
public:
    FailureLimit(int allowed, std::chrono::seconds span) : m_allowed(allowed), m_span(span) {}

    /// Whether the key may try now.
    [[nodiscard]] bool allows(const std::string& key, model::Instant now) {
        return wait(key, now) == std::chrono::seconds::zero();
    }
    /// How long the key must wait until it may try; nothing when it may now.
    [[nodiscard]] std::chrono::seconds wait(const std::string& key, model::Instant now) {
        const std::lock_guard lock(m_mutex);
        const auto found = m_entries.find(key);
        if (found == m_entries.end() || found->second.failures < m_allowed)
            return {};
        return std::max(std::chrono::ceil<std::chrono::seconds>(found->second.since + m_span - now),
                        std::chrono::seconds::zero());
    }
    void failed(const std::string& key, model::Instant now) {
        const std::lock_guard lock(m_mutex);
        if (m_entries.size() > 100'000)
            m_entries.clear(); // bounded whatever an attacker invents; the other limit still holds
        Entry& entry = m_entries[key];
        if (entry.failures == 0 || now - entry.since >= m_span)
            entry = {0, now};
        ++entry.failures;
    }
    void succeeded(const std::string& key) {
        const std::lock_guard lock(m_mutex);
        m_entries.erase(key);
    }

private:
    struct Entry {
        int failures = 0;
        model::Instant since;
    };
    int m_allowed;
    std::chrono::seconds m_span;
    std::mutex m_mutex; // guards m_entries
    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace atrium::services
