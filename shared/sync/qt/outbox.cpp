// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/outbox.h"

#include "shared/sync/qt/api.h"
#include "shared/sync/qt/bytes.h"
#include "shared/sync/qt/sqlite.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

Q_LOGGING_CATEGORY(lcOutbox, "atrium.sync.outbox")

namespace atrium::sync {

namespace {

constexpr std::int64_t kOutboxVersion = 1;
constexpr const char* kOutboxSchema = R"(
    CREATE TABLE outbox(
        number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, method TEXT NOT NULL,
        path TEXT NOT NULL, body TEXT NOT NULL, slot TEXT NOT NULL, sent INTEGER NOT NULL DEFAULT 0);
)";

std::optional<model::Milliseconds> retryAfter(const HttpResponse& response) {
    bool isNumber = false;
    const int seconds = headerValue(response.headers, "retry-after").toInt(&isNumber);
    return isNumber && seconds >= 0 ? std::optional(model::Milliseconds(std::min(seconds, 300) * 1000))
                                    : std::nullopt;
}

} // namespace

Outbox::Outbox(const QString& file, Transport& transport, BackoffLimits limits, QObject* parent,
               const QByteArray& vfs)
    : QObject(parent), m_transport(transport), m_machine(limits) {
    m_monotonic.start();
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &Outbox::sendNext);
    m_db = openOrRebuild(file.toStdString(), Sqlite::Sync::full, vfs.toStdString(), kOutboxVersion,
                         kOutboxSchema, m_setAside);
    if (m_db == nullptr) {
        qCWarning(lcOutbox, "no outbox file, commands cannot be kept: %s", qPrintable(file));
        return;
    }
    auto rows = m_db->query("SELECT key FROM outbox ORDER BY number");
    while (rows.next())
        m_machine.add(std::string(rows.text(0)));
}

Outbox::~Outbox() = default;

int Outbox::pending() const {
    return static_cast<int>(m_machine.size());
}

model::Result<QByteArray> Outbox::store(const QByteArray& method, const std::string& path,
                                        const QByteArray& json, const QString& slot) {
    const QByteArray key = Api::newKey();
    const std::string slotText = slot.toStdString();
    std::vector<std::string> replaced;
    const bool stored = m_db != nullptr && m_db->transaction([&] {
        if (!slotText.empty()) {
            // What was sent once may have been carried out, so only what was never sent may go.
            auto old = m_db->query("SELECT key FROM outbox WHERE slot = ? AND sent = 0");
            old.bind(slotText);
            while (old.next())
                replaced.emplace_back(old.text(0));
            if (!old.ok() ||
                !m_db->query("DELETE FROM outbox WHERE slot = ? AND sent = 0").bind(slotText).run())
                return false;
        }
        return m_db->query("INSERT INTO outbox(key, method, path, body, slot) VALUES(?, ?, ?, ?, ?)")
            .bind(viewOf(key))
            .bind(viewOf(method))
            .bind(path)
            .bind(viewOf(json))
            .bind(slotText)
            .run();
    });
    if (!stored)
        return model::Error{model::ErrorCode::unavailable, "/", "the outbox cannot be written"};
    for (const std::string& old : replaced)
        m_machine.withdraw(old);
    m_machine.add(key.toStdString());
    Q_EMIT pendingChanged();
    if (m_started)
        QMetaObject::invokeMethod(this, &Outbox::sendNext, Qt::QueuedConnection);
    return key;
}

void Outbox::start() {
    m_started = true;
    sendNext();
}

void Outbox::wake() {
    m_machine.wake();
    if (m_started)
        sendNext();
}

void Outbox::setSession(const QByteArray& token) {
    if (m_session == token)
        return;
    m_session = token;
    wake();
}

void Outbox::sendNext() {
    const model::Milliseconds now{m_monotonic.elapsed()};
    const auto key = m_machine.next(now);
    if (!key) {
        if (const auto due = m_machine.dueAt())
            m_due.start(std::max(*due - now, model::Milliseconds{1}));
        return;
    }
    HttpRequest request;
    {
        auto row = m_db->query("SELECT method, path, body FROM outbox WHERE key = ?");
        row.bind(*key);
        if (row.next()) {
            request.method = bytesOf(row.text(0));
            request.path = "/api/v1" + bytesOf(row.text(1));
            request.body = bytesOf(row.text(2));
        }
    }
    const bool marked = m_db->query("UPDATE outbox SET sent = 1 WHERE key = ?").bind(*key).run();
    if (request.path.isEmpty() || !marked) {
        qCWarning(lcOutbox, "outbox not readable: %s", m_db->message().c_str());
        m_machine.answered(0, model::Milliseconds{1000}, now, 0);
        m_due.start(1000);
        return;
    }
    request.headers = {{"Content-Type", "application/json"},
                       {"Idempotency-Key", QByteArray::fromStdString(*key)}};
    if (!m_session.isEmpty())
        request.headers.append({"Atrium-Session", m_session});
    m_transport.send(
        std::move(request), this,
        [this, key = QByteArray::fromStdString(*key), session = m_session](const HttpResponse& response) {
            answered(key, response);
            if (response.status == 401 && session != m_session)
                wake(); // somebody signed in or out meanwhile
        });
}

/// It was certainly not carried out, so a newer one of its slot takes its place: one that came while this was
/// on its way, or one that is still to come.
void Outbox::setAside(const QByteArray& key) {
    auto newer = m_db->query("SELECT 1 FROM outbox AS newer JOIN outbox AS this ON newer.slot = this.slot "
                             "AND newer.number > this.number WHERE this.key = ? AND this.slot <> ''");
    newer.bind(viewOf(key));
    const bool isOutdated = newer.next();
    const char* const change =
        isOutdated ? "DELETE FROM outbox WHERE key = ?" : "UPDATE outbox SET sent = 0 WHERE key = ?";
    if (!m_db->query(change).bind(viewOf(key)).run()) {
        qCWarning(lcOutbox, "outbox not written: %s", m_db->message().c_str());
        return;
    }
    if (isOutdated && m_machine.withdraw(key.toStdString()))
        Q_EMIT pendingChanged();
}

void Outbox::answered(const QByteArray& key, const HttpResponse& response) {
    const auto outcome =
        m_machine.answered(response.status, retryAfter(response), model::Milliseconds{m_monotonic.elapsed()},
                           QRandomGenerator::global()->generateDouble());
    const bool final = outcome == OutboxMachine::Outcome::done || outcome == OutboxMachine::Outcome::refused;
    // When it cannot be deleted it is sent again after the next start, and the server knows its key.
    if (final && !m_db->query("DELETE FROM outbox WHERE key = ?").bind(viewOf(key)).run())
        qCWarning(lcOutbox, "outbox not written: %s", m_db->message().c_str());
    if (outcome == OutboxMachine::Outcome::held)
        setAside(key);
    QMetaObject::invokeMethod(this, &Outbox::sendNext, Qt::QueuedConnection);
    if (!final)
        return;
    Q_EMIT pendingChanged();
    if (outcome == OutboxMachine::Outcome::done)
        Q_EMIT delivered(key, response.body);
    else
        Q_EMIT refused(key, Api::errorOf(response));
}

} // namespace atrium::sync
