// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/syncclient.h"

#include "shared/model/json.h"
#include "shared/sync/qt/bytes.h"
#include "shared/sync/qt/replica.h"
#include "shared/sync/qt/snapshotreader.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <utility>

Q_LOGGING_CATEGORY(lcSync, "atrium.sync.client")

namespace atrium::sync {

namespace {

double drawn() {
    return QRandomGenerator::global()->generateDouble();
}

model::Instant wallClock() {
    return model::fromMillis(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

SyncClient::SyncClient(Transport& transport, Replica& replica, SyncTiming timing, QObject* parent)
    : QObject(parent), m_transport(transport), m_replica(replica), m_timing(timing),
      m_machine(timing.backoff), m_lastHeard(wallClock()) {
    m_monotonic.start();
    m_wait.setSingleShot(true);
    m_idle.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] { perform(m_machine.retry()); });
    connect(&m_idle, &QTimer::timeout, this, [this] { failed(0, QStringLiteral("no heartbeat")); });
    connect(&m_replica, &Replica::eventApplied, this, [this](const LogEvent& event) {
        if (event.type == "dayClosed")
            askDay();
    });
}

SyncClient::~SyncClient() = default;

void SyncClient::start() {
    if (std::exchange(m_running, true))
        return;
    perform(m_machine.start(m_replica.position(), m_replica.hallId().value));
}

void SyncClient::startAnew() {
    if (std::exchange(m_running, true))
        return;
    perform(m_machine.start(std::nullopt, {}));
}

void SyncClient::stop() {
    m_running = false;
    perform({});
}

void SyncClient::setSession(const QByteArray& token) {
    if (m_session == token)
        return;
    m_session = token;
    const Step step = m_machine.audienceChanged();
    if (m_running && step.what != Step::Do::nothing)
        perform(step);
}

void SyncClient::retryNow() {
    if (m_running && m_wait.isActive())
        perform(m_machine.retry());
}

SyncClient::State SyncClient::state() const {
    return static_cast<State>(m_machine.state());
}

bool SyncClient::online() const {
    return state() == State::live || state() == State::catchingUp;
}

QDateTime SyncClient::offlineSince() const {
    const auto since = m_machine.offlineSince();
    return since ? QDateTime::fromMSecsSinceEpoch(model::toMillis(*since)) : QDateTime();
}

model::Instant SyncClient::serverNow() const {
    return m_clock.now(monotonic()).value_or(wallClock());
}

std::chrono::milliseconds SyncClient::monotonic() const {
    return std::chrono::milliseconds(m_monotonic.elapsed());
}

HttpRequest SyncClient::get(const QByteArray& path) const {
    HttpRequest request;
    request.path = "/api/v1" + path;
    request.timeout = m_timing.requestTimeout;
    if (!m_session.isEmpty())
        request.headers.emplaceBack("Atrium-Session", m_session);
    return request;
}

void SyncClient::count(qsizetype bytes) {
    m_bytes += bytes;
    m_lastHeard = wallClock();
    Q_EMIT bytesReceivedChanged();
}

/// Ends whatever step is under way and begins the next.
void SyncClient::perform(Step step) {
    if (step.what == Step::Do::nothing && m_running)
        return publishState();
    ++m_step;
    m_wait.stop();
    m_idle.stop();
    m_stream.reset();
    if (std::exchange(m_snapshot, nullptr) != nullptr)
        m_replica.dropSnapshot();
    switch (step.what) {
    case Step::Do::nothing:
        break;
    case Step::Do::askServer:
        askServer();
        break;
    case Step::Do::fetchSnapshot:
        fetchSnapshot();
        break;
    case Step::Do::fetchChanges:
        fetchChanges();
        break;
    case Step::Do::openStream:
        openStream();
        break;
    case Step::Do::wait:
        m_wait.start(step.delay);
        break;
    }
    publishState();
}

void SyncClient::failed(int status, const QString& why) {
    if (state() != State::offline && state() != State::refused)
        qCInfo(lcSync, "connection lost: status %d %s", status, qPrintable(why));
    if (status == 401 && !m_session.isEmpty()) {
        setSession({});
        Q_EMIT sessionLost();
        return;
    }
    perform(m_machine.failed(status, m_lastHeard, drawn()));
}

void SyncClient::logLost(const char* why) {
    qCInfo(lcSync, "the log does not help, a snapshot is needed: %s", why);
    perform(m_machine.logLost(drawn()));
}

void SyncClient::askServer() {
    m_transport.send(get("/server"), this,
                     [this, step = m_step, asked = monotonic()](const HttpResponse& response) {
                         if (step == m_step)
                             serverAnswered(response, asked);
                     });
}

void SyncClient::serverAnswered(const HttpResponse& response, std::chrono::milliseconds asked) {
    if (response.status != 200)
        return failed(response.status, response.failure);
    count(response.body.size());
    auto info = model::fromJson<model::ServerInfo>(viewOf(response.body));
    if (!info)
        return failed(0, QStringLiteral("GET /server gave something else"));
    m_info = std::move(*info);
    // The answer was written about half way between question and receipt.
    m_clock.sample(m_info.now, asked + (monotonic() - asked) / 2);
    if (m_replica.position() && m_replica.hallId() == m_info.hallId && m_replica.day() != m_info.day) {
        const int step = m_step;
        m_replica.setDay(m_info.day);
        Q_EMIT dayChanged();
        if (step != m_step)
            return; // a slot ended this connection
    }
    if (!m_replica.position())
        m_machine.start(std::nullopt, {});
    perform(m_machine.serverAnswered(m_info.seq, m_info.hallId.value));
}

void SyncClient::fetchChanges() {
    const QByteArray after = QByteArray::fromStdString(positionText(m_replica.logPosition()));
    m_transport.send(get("/changes?after=" + after + "&limit=500"), this,
                     [this, step = m_step](const HttpResponse& response) {
                         if (step != m_step)
                             return;
                         if (response.status == 410)
                             return logLost("410 of /changes");
                         if (response.status != 200)
                             return failed(response.status, response.failure);
                         count(response.body.size());
                         auto page = parseChangesPage(viewOf(response.body));
                         if (!page)
                             return logLost(page.error().detail.c_str());
                         m_replica.apply(page->events, Position{page->seq, page->tag});
                         if (!m_replica.position())
                             return logLost("the replica was damaged");
                         perform(m_machine.pageTaken(page->seq, page->more, drawn()));
                     });
}

void SyncClient::fetchSnapshot() {
    m_snapshot = std::make_unique<SnapshotReader>(m_replica);
    m_idle.start(m_timing.idleTimeout);
    auto status = std::make_shared<int>(0);
    StreamHandler handler;
    handler.opened = [status](int code) { *status = code; };
    handler.bytes = [this, status](const QByteArray& bytes) {
        count(bytes.size());
        m_idle.start(m_timing.idleTimeout);
        if (*status == 200 && !m_snapshot->feed(bytes))
            failed(0, QStringLiteral("snapshot not readable"));
    };
    handler.closed = [this](int code, const QString& why) { snapshotClosed(code, why); };
    m_stream = m_transport.stream(get("/snapshot"), std::move(handler));
}

void SyncClient::snapshotClosed(int status, const QString& why) {
    if (status != 200 || !why.isEmpty())
        return failed(status == 200 ? 0 : status, why);
    const auto reader = std::exchange(m_snapshot, nullptr);
    if (!reader->finish(m_info.hallId)) {
        m_replica.dropSnapshot();
        return failed(0, QStringLiteral("snapshot ended early"));
    }
    ++m_snapshots;
    Q_EMIT dayChanged();
    perform(m_machine.snapshotTaken(reader->head().seq, m_info.hallId.value));
}

void SyncClient::openStream() {
    HttpRequest request = get("/events");
    request.headers.emplaceBack("Accept", "text/event-stream");
    request.headers.emplaceBack("Last-Event-ID",
                                QByteArray::fromStdString(positionText(m_replica.logPosition())));
    m_reader = StreamReader();
    m_idle.start(m_timing.idleTimeout);
    auto status = std::make_shared<int>(0);
    StreamHandler handler;
    handler.opened = [this, status](int code) {
        *status = code;
        if (code == 200)
            perform(m_machine.streamOpened());
    };
    handler.bytes = [this, status](const QByteArray& bytes) {
        if (*status == 200)
            streamBytes(bytes);
    };
    handler.closed = [this](int code, const QString& why) {
        if (code == 410)
            return logLost("410 of /events");
        if (code != 200 || !why.isEmpty())
            return failed(code == 200 ? 0 : code, why);
        qCInfo(lcSync, "the server ended the stream");
        perform(m_machine.ended(m_lastHeard, drawn()));
    };
    m_stream = m_transport.stream(std::move(request), std::move(handler));
}

void SyncClient::streamBytes(const QByteArray& bytes) {
    count(bytes.size());
    m_idle.start(m_timing.idleTimeout);
    const StreamBatch batch = m_reader.feed(viewOf(bytes), m_replica.logPosition());
    for (const Heartbeat& beat : batch.heartbeats)
        m_clock.sample(beat.at, monotonic());
    if (batch.seen)
        m_machine.advanced(*batch.seen);
    const int step = m_step;
    m_replica.apply(batch.events, batch.position);
    if (step != m_step)
        return; // a slot of the replica's signals ended this connection
    if (!m_replica.position())
        logLost("the replica was damaged");
    else if (batch.lost != nullptr)
        logLost(batch.lost);
}

void SyncClient::askDay() {
    m_transport.send(get("/server"), this, [this](const HttpResponse& response) {
        auto info = model::fromJson<model::ServerInfo>(viewOf(response.body));
        if (response.status != 200 || !info)
            return;
        count(response.body.size());
        // The event itself names the day only to those who see the counters.
        const bool isNew = m_info.day != info->day;
        m_info = std::move(*info);
        m_replica.setDay(m_info.day);
        if (isNew)
            Q_EMIT dayChanged();
    });
}

void SyncClient::publishState() {
    const State now = state();
    const QDateTime since = offlineSince();
    if (now == m_published && since == m_publishedSince)
        return;
    m_published = now;
    m_publishedSince = since;
    Q_EMIT stateChanged();
}

} // namespace atrium::sync
