// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/metrics.h"
#include "server/http/server.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace atrium::test {

/// A clock that tests move; starts at the machine's time.
class MovableClock final : public http::Clock {
public:
    [[nodiscard]] Steady steady() const override {
        return (m_frozen.load() ? m_begun : http::Clock::system().steady()) +
               std::chrono::milliseconds(m_ahead.load());
    }
    [[nodiscard]] model::Instant now() const override { return http::Clock::system().now(); }
    void advance(std::chrono::milliseconds by) { m_ahead.fetch_add(by.count()); }
    /// From now on only advance() moves it, so that a slow machine oversteps no deadline. Before start().
    void freeze() { m_frozen = true; }
    void thaw() { m_frozen = false; }

private:
    const Steady m_begun = http::Clock::system().steady();
    std::atomic<bool> m_frozen{false};
    std::atomic<std::int64_t> m_ahead{0};
};

/// A log of numbered texts behind a hub: visible to every view but "none"; retention from floor on.
struct FakeLog {
    [[nodiscard]] http::HubSource source();
    /// The entries first … last, each padded to so many bytes.
    [[nodiscard]] std::vector<http::LogEvent> make(std::int64_t first, std::int64_t last,
                                                   std::size_t padding = 0);
    /// Makes them readable by replay().
    void append(const std::vector<http::LogEvent>& events);

    std::mutex mutex;
    std::vector<http::LogEvent> events;
    std::int64_t floor = 0;
    std::atomic<int> projections{0};
    std::atomic<int> replays{0};
};

/// A server on a free port with a few routes:
/// POST /echo gives the body back, POST /noop 204, GET /item/{id}, GET /throws, GET /later (answered from
/// another thread), GET /blocks (waits for release()), GET /events?view=…&owner=…, POST /small (limit 16
/// bytes), GET /desk (signed-in clerks only; token "clerk"), POST /keyed.
class Hall {
public:
    /// more: routes beside those.
    explicit Hall(http::ServerConfig config = {}, http::RouteTable more = {});
    ~Hall();
    Hall(const Hall&) = delete;
    Hall& operator=(const Hall&) = delete;

    /// Lets all of /blocks go on, now and later.
    void release();
    [[nodiscard]] std::vector<std::string> accessLines();
    [[nodiscard]] http::Server& server() { return *m_server; }
    [[nodiscard]] std::uint16_t port(std::size_t index = 0) const { return m_server->port(index); }
    void start(std::int64_t lastSeq = 0) { m_server->start(lastSeq); }
    /// Returns when the server has dealt with everything that clients did before: its loop takes things in
    /// the order they come, and it has answered a request that came after them.
    void settle();

    MovableClock clock;
    FakeLog log;
    std::atomic<int> blocked{0};
    std::atomic<bool> ready{true};

private:
    void addRoutes(http::RouteTable& table);

    std::atomic<bool> m_released{false};
    std::mutex m_mutex;
    std::vector<std::string> m_lines;
    std::unique_ptr<http::Server> m_server;
};

} // namespace atrium::test
