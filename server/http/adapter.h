// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/accesslog.h"
#include "server/http/clock.h"
#include "server/http/hub.h"
#include "server/http/mailbox.h"
#include "server/http/metrics.h"
#include "server/http/parser.h"
#include "server/http/route.h"
#include "server/http/workers.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace atrium::http {

/// An answer on its way to the loop that owns the connection.
struct Reply {
    std::uint64_t connection = 0;
    std::string bytes; ///< ready to be sent
    bool close = false;
    std::optional<StreamRequest> stream;
    std::shared_ptr<EventHub::Place> place; // shared with the hub's count
};

/// A complete request as the loop hands it over.
struct Incoming {
    std::uint64_t connection = 0;
    RequestHead head;
    std::string body;
    std::string remoteAddress;
    Match match;
};

/// Between sockets and handlers: authentication, access, dispatch, problem details, metrics and access log.
/// Nothing a handler throws passes it. Shared, because an answer may come after the server has stopped.
class Adapter : public std::enable_shared_from_this<Adapter> {
public:
    struct Parts {
        std::shared_ptr<Mailbox<Reply>> replies;
        std::shared_ptr<Workers> workers;
        std::shared_ptr<EventHub> hub;
        std::shared_ptr<Metrics> metrics;
        std::shared_ptr<AccessLog> log;
    };

    /// trustedProxies: see clientAddress (forwarded.h).
    Adapter(RouteTable routes, Authenticate authenticate, Parts parts, const Clock& clock,
            std::vector<std::string> trustedProxies);

    /// The loop's side: where a request leads, known when its header is.
    [[nodiscard]] Match lookup(const RequestHead& head) const {
        return m_routes.match(head.method, head.rawPath);
    }
    /// Hands a request to the workers; a Reply follows in any case.
    void handle(Incoming incoming);
    /// The answer to what could not be read; the connection closes behind it.
    [[nodiscard]] std::string refuse(const ParseFailure& failure, model::Language language);
    /// From now on every answer closes its connection.
    void drain() noexcept { m_draining.store(true); }

private:
    struct Exchange;
    struct RouteMetrics {
        std::map<int, Counter*> byClass; ///< 2 for 2xx …
        Histogram* seconds = nullptr;
    };

    void run(const std::shared_ptr<Exchange>& exchange, Request& request, Match& match);
    [[nodiscard]] std::optional<Response> precheck(Exchange& exchange, Request& request, Match& match) const;
    void finish(Exchange& exchange, Response&& response);
    void count(const Exchange& exchange, const Response& response);
    [[nodiscard]] std::string nextRequestId();
    [[nodiscard]] RouteMetrics makeMetrics(const std::string& method, const std::string& pattern);

    RouteTable m_routes;
    Authenticate m_authenticate;
    Parts m_parts;
    const Clock& m_clock;
    const std::vector<std::string> m_trustedProxies;
    std::map<const Route*, RouteMetrics> m_routeMetrics; ///< constant after construction; nullptr: no route
    Counter& m_queueFull;
    Counter& m_failures;
    std::atomic<bool> m_draining{false};
    std::uint64_t m_idBase;
    std::atomic<std::uint64_t> m_idNext{1};
};

/// The answer's bytes. keepAlive decides the Connection field; without body (HEAD) its length is still told.
[[nodiscard]] std::string serialise(const Response& response, const std::string& requestId, bool keepAlive,
                                    bool withBody);
/// The header of an answer that becomes an event stream.
[[nodiscard]] std::string streamHead(const std::string& requestId);

} // namespace atrium::http
