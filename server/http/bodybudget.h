// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace atrium::http {

/// The bytes that all request bodies together may take. Nobody has shown a token yet while a body comes in,
/// so that without it many slow uploads would take all memory. Loop thread only.
class BodyBudget {
public:
    explicit BodyBudget(std::size_t limit) : m_limit(limit) {}

    /// One request's part; given back at its end.
    class Charge {
    public:
        explicit Charge(BodyBudget& budget) : m_budget(budget) {}
        ~Charge() { (void)hold(0); }
        Charge(const Charge&) = delete;
        Charge& operator=(const Charge&) = delete;

        /// The body takes so many bytes now; false when that is more than is left, and then nothing changes.
        [[nodiscard]] bool hold(std::size_t bytes) {
            if (bytes > m_held && bytes - m_held > m_budget.m_limit - m_budget.m_used)
                return false;
            m_budget.m_used += bytes - m_held; // wraps around when less is held, and comes out right
            m_held = bytes;
            return true;
        }

    private:
        BodyBudget& m_budget;
        std::size_t m_held = 0;
    };

private:
    std::size_t m_limit;
    std::size_t m_used = 0;
};

} // namespace atrium::http
