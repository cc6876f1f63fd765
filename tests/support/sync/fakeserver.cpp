// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/fakeserver.h"

#include "shared/model/api.h"

#include <QPointer>

#include <algorithm>
#include <chrono>
#include <iterator>

namespace atrium::test {

using sync::Change;
using sync::HttpRequest;
using sync::HttpResponse;
using sync::LogEvent;

struct FakeServer::Listener {
    sync::StreamHandler handler;
    bool ended = false;
    bool isEvents = false;
};

class FakeServer::Stream : public sync::HttpStream {
public:
    Stream(QPointer<FakeServer> server, std::shared_ptr<Listener> listener)
        : m_server(std::move(server)), m_listener(std::move(listener)) {}
    ~Stream() override {
        m_listener->ended = true;
        if (m_server != nullptr)
            std::erase(m_server->m_streams, m_listener);
    }

private:
    QPointer<FakeServer> m_server;
    std::shared_ptr<Listener> m_listener;
};

namespace {

QByteArray changeJson(const Change& change) {
    return R"({"kind":")" + QByteArray::fromStdString(change.kind) + R"(","id":")" +
           QByteArray::fromStdString(change.id) + R"(","record":)" +
           (change.record ? QByteArray::fromStdString(*change.record) : QByteArray("null")) + "}";
}

QByteArray eventJson(const LogEvent& event) {
    QByteArrayList changes;
    for (const Change& change : event.changes)
        changes.append(changeJson(change));
    return R"({"seq":)" + QByteArray::number(static_cast<qint64>(event.seq)) + R"(,"at":)" +
           QByteArray::number(static_cast<qint64>(model::toMillis(event.at))) + R"(,"type":")" +
           QByteArray::fromStdString(event.type) + R"(","changes":[)" + changes.join(',') + "]}";
}

QByteArray valueIn(const QByteArray& path, const QByteArray& name) {
    const qsizetype at = path.indexOf(name + '=');
    if (at < 0)
        return {};
    const qsizetype from = at + name.size() + 1;
    const qsizetype end = path.indexOf('&', from);
    return path.mid(from, end < 0 ? -1 : end - from);
}

HttpResponse problem(int status, const QByteArray& code) {
    return {.status = status,
            .headers = {{"content-type", "application/problem+json"}},
            .body = R"({"type":"about:blank","title":"refused","status":)" + QByteArray::number(status) +
                    R"(,"code":")" + code + R"(","path":"/","detail":"as the test wishes"})",
            .failure = {}};
}

} // namespace

std::string FakeServer::tagOf(std::int64_t seq) const {
    const auto next = m_runs.upper_bound(seq);
    return next == m_runs.begin() ? std::string() : std::prev(next)->second;
}

bool FakeServer::knows(const QByteArray& position) const {
    const auto given = sync::parsePosition(position.toStdString());
    return given && given->seq >= floor && (m_runs.empty() || given->tag == tagOf(given->seq));
}

QByteArray FakeServer::frame(const LogEvent& event) const {
    return "id: " + QByteArray::fromStdString(sync::positionText({event.seq, tagOf(event.seq)})) +
           "\nevent: " + QByteArray::fromStdString(event.type) + "\ndata: " + eventJson(event) + "\n\n";
}

FakeServer::FakeServer() {
    connect(&m_beat, &QTimer::timeout, this, [this] {
        if (!down && !frozen)
            streamRaw(": still here\n\n");
    });
    m_beat.start(std::chrono::seconds(5)); // a slow machine may walk through a test for minutes
}

std::int64_t FakeServer::publish(const std::string& type, std::vector<Change> changes) {
    for (const Change& change : changes) {
        if (change.record)
            m_records[{change.kind, change.id}] = *change.record;
        else
            m_records.erase({change.kind, change.id});
    }
    m_log.push_back({.seq = ++m_seq,
                     .at = model::fromMillis(1'763'777'040'000 + m_seq),
                     .type = type,
                     .changes = std::move(changes)});
    streamRaw(frame(m_log.back()));
    return m_seq;
}

void FakeServer::heartbeat(model::Instant at) {
    streamRaw(": at " + QByteArray::number(static_cast<qint64>(model::toMillis(at))) + " seq " +
              QByteArray::fromStdString(sync::positionText({m_seq, tagOf(m_seq)})) + "\n\n");
}

void FakeServer::streamRaw(const QByteArray& bytes) {
    for (const auto& listener : m_streams)
        if (listener->isEvents)
            deliver(listener, bytes);
}

void FakeServer::dropStreams() {
    for (const auto& listener : std::exchange(m_streams, {}))
        QMetaObject::invokeMethod(
            this,
            [listener] {
                if (!std::exchange(listener->ended, true))
                    listener->handler.closed(200, QStringLiteral("connection lost"));
            },
            Qt::QueuedConnection);
}

void FakeServer::restoreTo(std::int64_t seq) {
    m_seq = seq;
    m_runs.erase(m_runs.upper_bound(seq), m_runs.end());
    m_log.clear();
    m_records.clear();
}

void FakeServer::deliver(const std::shared_ptr<Listener>& listener, const QByteArray& bytes) {
    QMetaObject::invokeMethod(
        this,
        [listener, bytes] {
            if (!listener->ended)
                listener->handler.bytes(bytes);
        },
        Qt::QueuedConnection);
}

void FakeServer::note(const HttpRequest& request) {
    m_asked.append(request.method + ' ' + request.path);
    m_requests.append(request);
}

void FakeServer::send(HttpRequest request, QObject* context, std::function<void(HttpResponse)> done) {
    note(request);
    const QPointer<QObject> guard(context);
    const bool guarded = context != nullptr;
    const auto reply = [this, request = std::move(request), guard, guarded, done = std::move(done)] {
        if (!guarded || guard != nullptr)
            done(answer(request));
    };
    if (frozen)
        return m_late.emplace_back(reply), void();
    QMetaObject::invokeMethod(this, reply, Qt::QueuedConnection);
}

void FakeServer::thaw() {
    frozen = false;
    for (auto& reply : std::exchange(m_late, {}))
        QMetaObject::invokeMethod(this, std::move(reply), Qt::QueuedConnection);
}

HttpResponse FakeServer::answer(const HttpRequest& request) {
    if (down)
        return {.status = 0, .headers = {}, .body = {}, .failure = QStringLiteral("connection refused")};
    if (request.path == "/api/v1/server") {
        const model::ServerInfo info{.name = "Atrium",
                                     .version = "0.1.0",
                                     .hallId = model::HallId(hallId),
                                     .now = model::fromMillis(1'763'777'040'000),
                                     .day = day,
                                     .seq = m_seq};
        return {.status = 200,
                .headers = {},
                .body = QByteArray::fromStdString(model::toJson(info)),
                .failure = {}};
    }
    if (refuses)
        return problem(401, "unauthenticated");
    if (request.path.startsWith("/api/v1/changes")) {
        const QByteArray position = valueIn(request.path, "after");
        if (!knows(position))
            return problem(410, "conflict");
        const std::int64_t after = sync::parsePosition(position.toStdString())->seq;
        return {.status = 200, .headers = {}, .body = changesAfter(after), .failure = {}};
    }
    return command(request);
}

QByteArray FakeServer::changesAfter(std::int64_t after) const {
    constexpr int kPage = 4; // small, so that tests meet more than one
    QByteArrayList events;
    std::int64_t last = m_seq;
    bool more = false;
    for (const LogEvent& event : m_log) {
        if (event.seq <= after)
            continue;
        if (events.size() == kPage) {
            more = true;
            break;
        }
        events.append(eventJson(event));
        last = event.seq;
    }
    const std::int64_t seq = more ? last : m_seq;
    return R"({"events":[)" + events.join(',') + R"(],"seq":)" +
           QByteArray::number(static_cast<qint64>(seq)) + R"(,"tag":")" +
           QByteArray::fromStdString(tagOf(seq)) + R"(","more":)" + (more ? "true" : "false") + "}";
}

QByteArray FakeServer::snapshot() const {
    QByteArray out = R"({"seq":)" + QByteArray::number(static_cast<qint64>(m_seq)) + R"(,"tag":")" +
                     QByteArray::fromStdString(tagOf(m_seq)) + R"(","day":)" + QByteArray::number(day.value) +
                     R"(,"count":)" + QByteArray::number(static_cast<qint64>(m_records.size())) + "}\n";
    for (const auto& [key, record] : m_records)
        out += changeJson({.kind = key.first, .id = key.second, .record = record}) + '\n';
    return out;
}

std::unique_ptr<sync::HttpStream> FakeServer::stream(HttpRequest request, sync::StreamHandler handler) {
    note(request);
    auto listener = std::make_shared<Listener>();
    listener->handler = std::move(handler);
    listener->isEvents = request.path == "/api/v1/events";
    m_streams.push_back(listener);
    const QByteArray given = sync::headerValue(request.headers, "Last-Event-ID");
    const std::int64_t after = sync::parsePosition(given.toStdString()).value_or(sync::Position{}).seq;
    const QByteArray session = sync::headerValue(request.headers, "Atrium-Session");
    const bool strange = !session.isEmpty() && session != knownSession;
    const auto begin = [this, listener, given, after, strange] {
        if (listener->ended)
            return;
        const int status = down ? 0 : refuses || refusesStreams || strange ? 401 : 200;
        if (status != 0)
            listener->handler.opened(status);
        if (status == 200 && listener->isEvents) {
            if (!knows(given))
                deliver(listener, "event: reset\n\n");
            for (const LogEvent& event : m_log)
                if (event.seq > after && !listener->ended)
                    deliver(listener, frame(event));
            return;
        }
        if (status == 200 && !listener->ended)
            listener->handler.bytes(snapshot());
        std::erase(m_streams, listener);
        if (!std::exchange(listener->ended, true))
            listener->handler.closed(status, status == 0 ? QStringLiteral("connection refused") : QString());
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection);
    return std::make_unique<Stream>(this, std::move(listener));
}

} // namespace atrium::test
