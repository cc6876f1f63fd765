// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/adapter.h"

#include "server/http/forwarded.h"

#include "server/http/problem.h"

#include <Poco/NumberFormatter.h>
#include <Poco/Random.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>

namespace atrium::http {

using model::ErrorCode;

/// What outlives the request's worker until its answer.
struct Adapter::Exchange {
    std::uint64_t connection = 0;
    const Route* route = nullptr;
    std::string method;
    std::string requestId;
    std::string deviceId;
    bool keepAlive = true;
    model::Language language = model::Language::zh;
    Clock::Steady begun;
    std::uint64_t epoch = 0; ///< the hub's, when it was asked who this is
};

namespace {

bool validKey(std::string_view key) {
    return !key.empty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

/// A header of which one would be followed and another perhaps read by somebody between.
std::optional<std::string> sentTwice(const Headers& headers) {
    for (const char* name : {"Authorization", "Atrium-Session", "Idempotency-Key", "If-Match"})
        if (headers.count(name) > 1)
            return name;
    return std::nullopt;
}

Response noRoute(const Match& match) {
    if (match.allow.empty())
        return problem({ErrorCode::notFound, "", model::Sentence::noSuchPath});
    Response response =
        problem(405, {ErrorCode::invalid, "", {model::Sentence::pathAllows, {{"methods", match.allow}}}});
    response.headers.add("Allow", match.allow);
    return response;
}

} // namespace

Adapter::Adapter(RouteTable routes, Authenticate authenticate, Parts parts, const Clock& clock,
                 std::vector<std::string> trustedProxies)
    : m_routes(std::move(routes)), m_authenticate(std::move(authenticate)), m_parts(std::move(parts)),
      m_clock(clock), m_trustedProxies(std::move(trustedProxies)),
      m_queueFull(m_parts.metrics->counter("atrium_http_queue_full_total",
                                           "Requests answered 503 because all workers were busy")),
      m_failures(m_parts.metrics->counter("atrium_http_handler_failures_total",
                                          "Requests answered 500 because their handler failed")) {
    Poco::Random random;
    random.seed(); // from /dev/urandom; ids must only differ between runs
    m_idBase = (static_cast<std::uint64_t>(random.next()) << 32) | random.next();
    for (const Route& route : m_routes.routes())
        m_routeMetrics.emplace(&route, makeMetrics(route.method, route.pattern));
    m_routeMetrics.emplace(nullptr, makeMetrics("", ""));
}

Adapter::RouteMetrics Adapter::makeMetrics(const std::string& method, const std::string& pattern) {
    RouteMetrics metrics;
    for (int family = 1; family <= 5; ++family)
        metrics.byClass[family] = &m_parts.metrics->counter(
            "atrium_http_requests_total", "Requests answered",
            {{"method", method}, {"route", pattern}, {"status", std::to_string(family) + "xx"}});
    metrics.seconds =
        &m_parts.metrics->histogram("atrium_http_request_seconds", "From the complete request to its answer",
                                    {{"method", method}, {"route", pattern}});
    return metrics;
}

std::string Adapter::nextRequestId() {
    return Poco::NumberFormatter::formatHex(static_cast<Poco::UInt64>(m_idBase + m_idNext.fetch_add(1)), 16);
}

void Adapter::handle(Incoming incoming) {
    auto exchange = std::make_shared<Exchange>(); // shared by the task and the responder
    exchange->connection = incoming.connection;
    exchange->route = incoming.match.route;
    exchange->method = incoming.head.method;
    exchange->requestId = nextRequestId();
    exchange->keepAlive = incoming.head.keepAlive;
    exchange->language = askedLanguage(incoming.head);
    exchange->begun = m_clock.steady();

    auto shared = std::make_shared<Incoming>(std::move(incoming)); // std::function must be copyable
    const bool queued = m_parts.workers->submit([self = shared_from_this(), exchange, shared] {
        Request request;
        request.method = std::move(shared->head.method);
        request.headers = std::move(shared->head.headers);
        request.body = std::move(shared->body);
        request.remoteAddress = clientAddress(shared->remoteAddress, request.headers, self->m_trustedProxies);
        request.requestId = exchange->requestId;
        const auto path = percentDecode(shared->head.rawPath, false);
        auto query = parseQuery(shared->head.rawQuery);
        if (!path || !query) {
            self->finish(*exchange, problem({ErrorCode::invalid, "", model::Sentence::badEscape}));
            return;
        }
        request.path = *path;
        request.query = std::move(*query);
        self->run(exchange, request, shared->match);
    });
    if (queued)
        return;
    m_queueFull.add();
    finish(*exchange, problem({ErrorCode::unavailable, "", model::Sentence::busy}));
}

std::optional<Response> Adapter::precheck(Exchange& exchange, Request& request, Match& match) const {
    if (match.route == nullptr)
        return noRoute(match);
    request.params = std::move(match.params);
    if (const auto twice = sentTwice(request.headers))
        return problem({ErrorCode::invalid, *twice, model::Sentence::namedTwice});
    const Route& route = *match.route;
    exchange.epoch = m_parts.hub->epoch();
    if (m_authenticate) {
        auto caller = m_authenticate(request);
        if (!caller && !route.access.open) // a stale token does not bar what is open to everybody
            return problem(caller.error());
        if (caller)
            request.caller = std::move(*caller);
    }
    if (request.caller.deviceId)
        exchange.deviceId = request.caller.deviceId->value;
    if (const auto refusal = route.access.check(request.caller))
        return problem(*refusal);
    if (route.needsKey && !validKey(request.headers.find("Idempotency-Key").value_or("")))
        return problem({ErrorCode::invalid, "", model::Sentence::keyRequired});
    return std::nullopt;
}

void Adapter::run(const std::shared_ptr<Exchange>& exchange, Request& request, Match& match) {
    const Responder responder([self = shared_from_this(), exchange](Response&& response) {
        self->finish(*exchange, std::move(response));
    });
    try {
        if (auto refusal = precheck(*exchange, request, match)) {
            responder.send(std::move(*refusal));
            return;
        }
        match.route->handler(request, responder);
    } catch (...) {
        m_failures.add();
        responder.send(failed(request));
    }
}

void Adapter::finish(Exchange& exchange, Response&& response) {
    if (m_parts.replies->closed())
        return; // the server has stopped: nobody is left to tell
    const bool head = exchange.method == "HEAD";
    Reply reply;
    reply.connection = exchange.connection;
    if (response.stream && !head) {
        reply.place = m_parts.hub->reserve(response.stream->owner, exchange.epoch);
        if (!reply.place)
            response = problem({ErrorCode::tooMany, "", model::Sentence::tooManyStreams});
    }
    if (exchange.language != model::Language::zh) // which it is in already
        localise(response, exchange.language);
    count(exchange, response);
    reply.close = !exchange.keepAlive || m_draining.load() || response.stream.has_value();
    if (reply.place) {
        reply.bytes = streamHead(exchange.requestId);
        reply.stream = std::move(response.stream);
    } else {
        reply.bytes = serialise(response, exchange.requestId, !reply.close, !head);
    }
    m_parts.replies->push(std::move(reply));
}

void Adapter::count(const Exchange& exchange, const Response& response) {
    const std::chrono::duration<double> took = m_clock.steady() - exchange.begun;
    const RouteMetrics& metrics = m_routeMetrics.at(exchange.route);
    metrics.seconds->observe(took.count());
    if (const auto counter = metrics.byClass.find(response.status / 100); counter != metrics.byClass.end())
        counter->second->add();
    m_parts.log->add({.at = m_clock.now(),
                      .requestId = exchange.requestId,
                      .deviceId = exchange.deviceId,
                      .method = exchange.route == nullptr ? "" : exchange.method,
                      .route = exchange.route == nullptr ? "" : exchange.route->pattern,
                      .status = response.status,
                      .milliseconds = took.count() * 1000,
                      .bytes = response.body.size()});
}

std::string Adapter::refuse(const ParseFailure& failure, model::Language language) {
    Exchange exchange;
    exchange.requestId = nextRequestId();
    exchange.begun = m_clock.steady();
    Response response = problem(failure.status, failure.error);
    localise(response, language);
    count(exchange, response);
    return serialise(response, exchange.requestId, false, true);
}

} // namespace atrium::http
