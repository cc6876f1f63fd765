// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/server/benchhall.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace atrium::bench {

/// Clients that misbehave, on a thread of their own while the object lives: a quarter says nothing at all, a
/// quarter sends its header byte by byte, a quarter its body, and a quarter opens event streams and never
/// reads. Whoever is sent away comes back.
class Company {
public:
    /// tokens: of the stream readers. Returns when all are connected.
    Company(const BenchHall& hall, std::vector<std::string> tokens, std::size_t count);
    ~Company();
    Company(const Company&) = delete;
    Company& operator=(const Company&) = delete;

    /// Stops the thread; everybody leaves. Idempotent.
    void leave();
    [[nodiscard]] std::size_t returned() const noexcept { return m_returned.load(); }

private:
    [[nodiscard]] Wire arrive(std::size_t index) const;
    void run();

    const BenchHall& m_hall;
    const std::vector<std::string> m_tokens;
    std::vector<Wire> m_wires;
    std::atomic<std::size_t> m_returned{0};
    std::atomic<bool> m_leaving{false};
    std::thread m_thread;
};

} // namespace atrium::bench
