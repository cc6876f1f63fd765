// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/server/company.h"

#include <chrono>

namespace atrium::bench {

namespace {

constexpr std::chrono::milliseconds kDrip{100}; ///< a byte of each who drips
/// They know nothing of each other, so their bytes do not come all at one moment.
constexpr std::size_t kMoments = 20;

enum class Habit { silence, head, body, deafness };

Habit habitOf(std::size_t index) {
    return static_cast<Habit>(index % 4);
}

} // namespace

Company::Company(const BenchHall& hall, std::vector<std::string> tokens, std::size_t count)
    : m_hall(hall), m_tokens(std::move(tokens)) {
    for (std::size_t i = 0; i < count; ++i)
        m_wires.push_back(arrive(i));
    m_thread = std::thread([this] { run(); });
}

Company::~Company() {
    leave();
}

void Company::leave() {
    m_leaving = true;
    if (m_thread.joinable())
        m_thread.join();
    m_wires.clear();
}

Wire Company::arrive(std::size_t index) const {
    constexpr int kLittle = 4096;
    if (habitOf(index) == Habit::deafness)
        return m_hall.stream(m_tokens[index / 4 % m_tokens.size()], kLittle);
    Wire wire(m_hall.port());
    if (habitOf(index) == Habit::head)
        wire.send("GET /api/v1/server HTTP/1.1\r\nHost: hall\r\nX-Slow: ");
    if (habitOf(index) == Habit::body)
        wire.send("POST /api/v1/tickets HTTP/1.1\r\nHost: hall\r\nContent-Length: 1000\r\n\r\n{");
    wire.neverWait();
    return wire;
}

void Company::run() {
    // A timer of its own pace; only this thread sleeps, as a slow client would.
    std::size_t moment = 0;
    for (auto next = std::chrono::steady_clock::now() + kDrip / kMoments; !m_leaving.load();
         next += kDrip / kMoments, moment = (moment + 1) % kMoments) {
        for (std::size_t i = 0; i < m_wires.size() && !m_leaving.load(); ++i) {
            if (i / 4 % kMoments != moment)
                continue;
            const bool drips = habitOf(i) == Habit::head || habitOf(i) == Habit::body;
            const bool gone = drips ? m_wires[i].closed() || !m_wires[i].send("x") : m_wires[i].closed();
            if (!gone)
                continue;
            m_wires[i] = arrive(i);
            m_returned.fetch_add(1);
        }
        std::this_thread::sleep_until(next);
    }
}

} // namespace atrium::bench
