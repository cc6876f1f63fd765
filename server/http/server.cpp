// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/server.h"

#include "server/http/accesslog.h"
#include "server/http/adapter.h"
#include "server/http/forwarded.h"
#include "server/http/mailbox.h"
#include "server/http/metrics.h"
#include "server/http/openapi.h"
#include "server/http/reactor.h"
#include "server/http/transport.h"
#include "server/http/workers.h"

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>

#include <atomic>

namespace atrium::http {

namespace {

constexpr int kBacklog = 4096;

bool mayScrape(const Request& request) {
    return isLocal(request) || request.caller.kind == model::DeviceKind::admin;
}

Response textResponse(std::string text, const char* type) {
    Response response;
    response.headers.add("Content-Type", type);
    response.body = std::move(text);
    return response;
}

} // namespace

class Server::Impl {
public:
    Impl(ServerConfig config, RouteTable routes, const SchemaRegistry& schemas, ServerHooks hooks,
         const Clock& clock)
        : m_config(std::move(config)), m_ready(std::move(hooks.ready)),
          m_metrics(std::make_shared<Metrics>()),
          m_log(std::make_shared<AccessLog>(std::move(hooks.accessLine), *m_metrics)),
          m_workers(std::make_shared<Workers>(m_config.limits.workers, m_config.limits.queue)),
          m_replies(std::make_shared<Mailbox<Reply>>()),
          m_hub(std::make_shared<EventHub>(
              std::move(hooks.events),
              [workers = m_workers](std::function<void()> task) { return workers->submit(std::move(task)); },
              m_config.hub, clock, m_metrics.get())) {
        addOwnRoutes(routes);
        *m_openApi = http::openApi(routes, schemas, m_config.version);
        m_metrics->gaugeFunction("atrium_http_queue", "Requests waiting for a worker",
                                 [workers = std::weak_ptr(m_workers)] {
                                     const auto alive = workers.lock();
                                     return alive ? static_cast<double>(alive->queued()) : 0.0;
                                 });
        m_adapter = std::make_shared<Adapter>(std::move(routes), std::move(hooks.authenticate),
                                              Adapter::Parts{m_replies, m_workers, m_hub, m_metrics, m_log},
                                              clock, m_config.trustedProxies);
        m_reactor =
            std::make_unique<Reactor>(m_config.limits, clock, m_adapter, m_replies, m_hub, *m_metrics);
    }

    ~Impl() { stop(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void start(std::int64_t lastSeq) {
        std::vector<Listener> listeners;
        for (const Listen& listen : m_config.listen) {
            if (listen.tls && !m_acceptor)
                m_acceptor = std::make_unique<TlsAcceptor>(m_config.tls);
            Poco::Net::ServerSocket socket;
            socket.bind(Poco::Net::SocketAddress(listen.host, listen.port), true, false);
            socket.listen(kBacklog);
            socket.setBlocking(false);
            listeners.push_back({socket.impl()->sockfd(), listen.tls ? m_acceptor.get() : nullptr});
            m_sockets.push_back(std::move(socket));
        }
        m_hub->start(lastSeq);
        m_reactor->start(std::move(listeners));
        m_running->store(true);
    }

    void stop() {
        m_running->store(false);
        m_adapter->drain();
        m_reactor->drain();
        m_hub->stop();
        m_reactor->stop();
        for (auto& socket : m_sockets)
            socket.close();
        m_workers->stop();
        m_log->stop();
    }

    [[nodiscard]] std::uint16_t port(std::size_t index) const { return m_sockets.at(index).address().port(); }
    [[nodiscard]] EventHub& hub() noexcept { return *m_hub; }
    [[nodiscard]] Metrics& metrics() noexcept { return *m_metrics; }
    [[nodiscard]] const std::string& openApi() const noexcept { return *m_openApi; }

private:
    void addOwnRoutes(RouteTable& routes) {
        Route health;
        health.method = "GET";
        health.pattern = "/healthz";
        health.summary = "200 once the server can do its work, 503 before and while it stops";
        health.access = Access::everybody();
        health.responseMedia = "text/plain";
        health.handler = answer([ready = m_ready, running = m_running](const Request&) {
            if (!running->load() || (ready && !ready()))
                return problem({model::ErrorCode::unavailable, "", model::Sentence::notReady});
            return textResponse("ok\n", "text/plain; charset=utf-8");
        });
        routes.add(std::move(health));

        Route scrape;
        scrape.method = "GET";
        scrape.pattern = "/metrics";
        scrape.summary = "Prometheus text; from the machine itself or with an admin tool's token";
        scrape.access = Access::everybody();
        scrape.responseMedia = "text/plain";
        scrape.handler = answer([metrics = m_metrics](const Request& request) {
            if (!mayScrape(request))
                return problem({model::ErrorCode::forbidden, "", model::Sentence::onlyFromHere});
            return textResponse(metrics->text(), "text/plain; version=0.0.4; charset=utf-8");
        });
        routes.add(std::move(scrape));

        Route description;
        description.method = "GET";
        description.pattern = "/api/openapi.json";
        description.summary = "This description";
        description.access = Access::everybody();
        description.responseMedia = "application/vnd.oai.openapi+json";
        description.handler =
            answer([text = m_openApi](const Request&) { return textResponse(*text, "application/json"); });
        routes.add(std::move(description));
    }

    const ServerConfig m_config;
    const std::function<bool()> m_ready;
    // Shared with handlers and answers under way, which may end after the server.
    std::shared_ptr<std::string> m_openApi = std::make_shared<std::string>();
    std::shared_ptr<std::atomic<bool>> m_running = std::make_shared<std::atomic<bool>>(false);
    std::shared_ptr<Metrics> m_metrics;
    std::shared_ptr<AccessLog> m_log;
    std::shared_ptr<Workers> m_workers;
    std::shared_ptr<Mailbox<Reply>> m_replies;
    std::shared_ptr<EventHub> m_hub;
    std::shared_ptr<Adapter> m_adapter;
    std::unique_ptr<TlsAcceptor> m_acceptor; ///< outlives the reactor's connections
    std::vector<Poco::Net::ServerSocket> m_sockets;
    std::unique_ptr<Reactor> m_reactor;
};

Server::Server(ServerConfig config, RouteTable routes, const SchemaRegistry& schemas, ServerHooks hooks,
               const Clock& clock)
    : m_impl(std::make_unique<Impl>(std::move(config), std::move(routes), schemas, std::move(hooks), clock)) {
}

Server::~Server() = default;

void Server::start(std::int64_t lastSeq) {
    m_impl->start(lastSeq);
}

void Server::stop() {
    m_impl->stop();
}

std::uint16_t Server::port(std::size_t index) const {
    return m_impl->port(index);
}

EventHub& Server::hub() noexcept {
    return m_impl->hub();
}

Metrics& Server::metrics() noexcept {
    return m_impl->metrics();
}

const std::string& Server::openApi() const noexcept {
    return m_impl->openApi();
}

} // namespace atrium::http
