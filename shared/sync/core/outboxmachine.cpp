// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/outboxmachine.h"

#include <algorithm>
#include <utility>

namespace atrium::sync {

Verdict verdictOf(int httpStatus) {
    if (httpStatus >= 200 && httpStatus < 300)
        return Verdict::accepted;
    switch (httpStatus) {
    case 401:
        return Verdict::hold;
    case 408:
    case 425:
    case 429:
        return Verdict::retry;
    case 501:
    case 505:
        return Verdict::refused;
    default:
        return httpStatus >= 400 && httpStatus < 500 ? Verdict::refused : Verdict::retry;
    }
}

void OutboxMachine::add(std::string key) {
    m_waiting.push_back(std::move(key));
}

bool OutboxMachine::withdraw(const std::string& key) {
    const auto removed = [&](std::deque<std::string>& box, std::ptrdiff_t from) {
        const auto found = std::find(box.begin() + from, box.end(), key);
        if (found == box.end())
            return false;
        box.erase(found);
        return true;
    };
    return removed(m_waiting, m_inFlight ? 1 : 0) || removed(m_held, 0);
}

bool OutboxMachine::contains(const std::string& key) const {
    const auto isIn = [&](const std::deque<std::string>& box) {
        return std::find(box.begin(), box.end(), key) != box.end();
    };
    return isIn(m_waiting) || isIn(m_held);
}

std::optional<std::string> OutboxMachine::next(model::Milliseconds monotonic) {
    if (m_inFlight || m_waiting.empty() || monotonic < m_notBefore)
        return std::nullopt;
    m_inFlight = true;
    return m_waiting.front();
}

std::optional<model::Milliseconds> OutboxMachine::dueAt() const {
    if (m_inFlight || m_waiting.empty())
        return std::nullopt;
    return m_notBefore;
}

OutboxMachine::Outcome OutboxMachine::answered(int httpStatus, std::optional<model::Milliseconds> retryAfter,
                                               model::Milliseconds monotonic, double random) {
    m_inFlight = false;
    Verdict verdict = verdictOf(httpStatus);
    if (httpStatus == 500 && ++m_serverErrors >= kMostServerErrors)
        verdict = Verdict::refused;
    switch (verdict) {
    case Verdict::retry:
        ++m_failures;
        m_notBefore = monotonic + std::max(backoff(m_failures, random, m_limits),
                                           retryAfter.value_or(model::Milliseconds{0}));
        return Outcome::again;
    case Verdict::hold:
        m_held.push_back(m_waiting.front());
        break;
    case Verdict::accepted:
    case Verdict::refused:
        break;
    }
    m_waiting.pop_front();
    m_failures = 0;
    m_serverErrors = 0;
    m_notBefore = model::Milliseconds{0};
    return verdict == Verdict::hold       ? Outcome::held
           : verdict == Verdict::accepted ? Outcome::done
                                          : Outcome::refused;
}

void OutboxMachine::wake() {
    // One by one: libstdc++ moves elements onto themselves, which empties strings, when a deque is given an
    // empty range in its middle.
    for (auto key = m_held.rbegin(); key != m_held.rend(); ++key)
        m_waiting.insert(m_waiting.begin() + (m_inFlight ? 1 : 0), std::move(*key));
    m_held.clear();
    m_notBefore = model::Milliseconds{0};
}

} // namespace atrium::sync
