// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/adapter.h"
#include "server/http/clock.h"
#include "server/http/connection.h"
#include "server/http/mailbox.h"
#include "server/http/poller.h"
#include "server/http/server.h"
#include "server/http/transport.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

namespace atrium::http {

/// A bound, listening, non-blocking socket.
struct Listener {
    int fd = -1;                           ///< owned by whoever made it
    const TlsAcceptor* acceptor = nullptr; ///< nullptr: plain
};

/// The one thread that owns the listening sockets and all connections but event streams.
class Reactor {
public:
    Reactor(const Limits& limits, const Clock& clock, std::shared_ptr<Adapter> adapter,
            std::shared_ptr<Mailbox<Reply>> replies, std::shared_ptr<EventHub> hub, Metrics& metrics);
    ~Reactor();
    Reactor(const Reactor&) = delete;
    Reactor& operator=(const Reactor&) = delete;

    void start(std::vector<Listener> listeners);
    /// Stops accepting and closes what is idle; returns at once.
    void drain();
    /// Returns when every running request is answered or the deadline is over; then joins.
    void stop();

private:
    void run();
    void accept(std::size_t index);
    void adopt(int fd, std::string remoteAddress, const Listener& listener);
    void settle(Connection& connection, Connection::After after);
    void deliver();
    void tick();
    void lookAtDeadlines();
    void stopAccepting();
    void pauseAccepting();
    [[nodiscard]] Connection* find(std::uint64_t id) noexcept;

    const Limits m_limits;
    const Clock& m_clock;
    std::shared_ptr<Adapter> m_adapter;        // shared with answers under way
    std::shared_ptr<Mailbox<Reply>> m_replies; // likewise
    std::shared_ptr<EventHub> m_hub;           // shared with the adapter
    Gauge& m_open;
    Counter& m_refused;
    Poller m_poller;
    BodyBudget m_bodies;
    std::vector<Listener> m_listeners;
    std::vector<std::unique_ptr<Connection>> m_connections; ///< by descriptor
    std::size_t m_count = 0;
    std::size_t m_unseen = 0; ///< the first slot whose deadline this tick has not looked at yet
    std::uint32_t m_generation = 0;
    bool m_accepting = true;
    bool m_paused = false; ///< out of descriptors: try again at the next tick
    bool m_drained = false;
    Clock::Steady m_stopAt{};
    std::atomic<bool> m_draining{false};
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace atrium::http
