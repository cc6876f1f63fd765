// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/clock.h"
#include "server/http/hub.h"
#include "server/http/message.h"
#include "server/http/route.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace atrium::http {

class Metrics;
class SchemaRegistry;

struct Listen {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free one, see Server::port()
    bool tls = false;
};

struct TlsConfig {
    std::string certificateFile; ///< PEM, the chain
    std::string privateKeyFile;  ///< PEM, without a pass phrase
};

/// The API's limits; see docs/api.md.
struct Limits {
    std::size_t headerBytes = 16 * 1024;
    std::size_t connections = 10'000;
    std::size_t bodies =
        256 * 1024 * 1024;             ///< bytes of all request bodies together; more: 503 with Retry-After
    std::size_t uncharged = 16 * 1024; ///< bodies up to this many bytes do not count there: many slow uploads
                                       ///< must not keep anybody from a small request
    std::chrono::milliseconds requestDeadline{10'000}; ///< from the first byte to the last
    std::chrono::milliseconds keepAliveIdle{15'000};
    std::chrono::milliseconds writeDeadline{30'000}; ///< for a client to take a whole answer
    std::chrono::milliseconds stopDeadline{10'000};  ///< for running requests once stop() was called
    std::size_t workers = 8;
    std::size_t queue = 256; ///< requests waiting for a worker; more: 503 with Retry-After
};

struct ServerConfig {
    std::vector<Listen> listen{Listen{}};
    TlsConfig tls;
    Limits limits;
    HubLimits hub;
    std::string version;                     ///< for the API description
    std::vector<std::string> trustedProxies; ///< numeric addresses whose X-Forwarded-For is believed
};

/// What the server needs of its surroundings. Functions left empty do nothing (authenticate: nobody is
/// known).
struct ServerHooks {
    Authenticate authenticate;
    HubSource events;
    std::function<bool()> ready;                             ///< for /healthz: the store answers
    std::function<void(const std::string& line)> accessLine; ///< one JSON object a request, own thread
};

/// The HTTP side of the server: sockets, limits, dispatch, /healthz, /metrics, /api/openapi.json and streams.
///
/// Why not Poco's HTTPServer: it gives a connection a thread for as long as it lives, so that idle and slow
/// clients use up the pool, and drops connections silently when its queue is full. Here one poll loop owns
/// the sockets and hands complete requests to a bounded pool; messages, pool, sockets and TLS are still
/// Poco's.
class Server {
public:
    /// Adds its own routes to the table. The clock must outlive the server. Throws std::logic_error on a
    /// wrong table (duplicate route, unknown schema name).
    Server(ServerConfig config, RouteTable routes, const SchemaRegistry& schemas, ServerHooks hooks,
           const Clock& clock = Clock::system());
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Binds and runs; lastSeq goes to the hub. Throws Poco::Exception when a port or certificate is
    /// unusable.
    void start(std::int64_t lastSeq = 0);
    /// Not ready any more, no new connections, streams closed, running requests finished (within the
    /// deadline), threads joined. Idempotent.
    void stop();

    /// The port in use of config.listen[index]; after start().
    [[nodiscard]] std::uint16_t port(std::size_t index = 0) const;
    [[nodiscard]] EventHub& hub() noexcept;
    [[nodiscard]] Metrics& metrics() noexcept;
    /// The API description served at /api/openapi.json.
    [[nodiscard]] const std::string& openApi() const noexcept;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace atrium::http
