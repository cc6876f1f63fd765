// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/instant.h"
#include "shared/sync/core/backoff.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace atrium::sync {

/// What an HTTP status means for a command that must arrive.
enum class Verdict {
    accepted, ///< 2xx
    retry,    ///< no answer (status 0), 3xx, 408, 425, 429, 5xx: send again with the same key
    hold,     ///< 401: keep it until the device or the session is known again; what needs neither goes on
    refused   ///< other 4xx, 501, 505: the server will never take it
};
[[nodiscard]] Verdict verdictOf(int httpStatus);

/// Order of an outbox: first in, first out, one command in flight, the same key at every attempt; those that
/// are held stand aside and go first, in their order, after wake(). Knows neither storage nor network;
/// whoever drives it stores a command before add() and deletes it after a final verdict.
class OutboxMachine {
public:
    /// A server that answers 500 to one command for ever must not stop those behind it.
    static constexpr int kMostServerErrors = 10;

    explicit OutboxMachine(BackoffLimits limits = {}) : m_limits(limits) {}

    void add(std::string key);
    /// Removes a command that waits or is held and is not in flight; false when there is none.
    bool withdraw(const std::string& key);
    /// The command to send now, which then is in flight; nullopt when one is in flight already, none waits
    /// that is not held, or the pause after a failure is not over.
    [[nodiscard]] std::optional<std::string> next(model::Milliseconds monotonic);
    /// When next() is worth asking again; nullopt when only an outside event can change its answer.
    [[nodiscard]] std::optional<model::Milliseconds> dueAt() const;

    enum class Outcome { done, refused, again, held };
    /// Answer to the command in flight. retryAfter: the server's own wish, if it named one.
    Outcome answered(int httpStatus, std::optional<model::Milliseconds> retryAfter,
                     model::Milliseconds monotonic, double random);
    /// The connection came back or somebody signed in: send at once.
    void wake();

    [[nodiscard]] std::size_t size() const { return m_waiting.size() + m_held.size(); }
    /// Whether some wait for a device or a session that the server knows.
    [[nodiscard]] bool held() const { return !m_held.empty(); }
    [[nodiscard]] bool contains(const std::string& key) const;

private:
    BackoffLimits m_limits;
    std::deque<std::string> m_waiting; ///< front is in flight or next
    std::deque<std::string> m_held;    ///< each older than those that wait
    bool m_inFlight = false;
    int m_failures = 0;
    int m_serverErrors = 0;
    model::Milliseconds m_notBefore{0};
};

} // namespace atrium::sync
