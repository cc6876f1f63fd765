// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"

#include <chrono>
#include <string>
#include <unordered_set>
#include <utility>

namespace atrium::services {

/// How long an answer is kept for a request that is sent again.
inline constexpr std::chrono::hours kAnswersKept{24};

/// Which keys may have a stored answer, so that most requests need not ask the store. Forgets a key when
/// its answer is older than kAnswersKept and within about as long again: a key it still knows costs one look
/// into the store.
class AnswerKeys {
public:
    [[nodiscard]] bool contains(const std::string& key) const {
        return m_young.contains(key) || m_old.contains(key);
    }
    void insert(std::string key, model::Instant now) {
        if (now - m_since >= kAnswersKept) {
            m_old = std::exchange(m_young, {});
            m_since = now;
        }
        m_young.insert(std::move(key));
    }
    void erase(const std::string& key) {
        m_young.erase(key);
        m_old.erase(key);
    }
    [[nodiscard]] std::size_t size() const { return m_young.size() + m_old.size(); }

private:
    std::unordered_set<std::string> m_young; ///< since m_since
    std::unordered_set<std::string> m_old;   ///< of the time before that
    model::Instant m_since{};
};

} // namespace atrium::services
