// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/json.h"
#include "shared/model/result.h"
#include "shared/sync/core/outboxmachine.h"
#include "shared/sync/qt/transport.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <string>

namespace atrium::sync {

class Sqlite;

/// Commands that must arrive even if this program or the server dies in between: print reports, ratings,
/// device status. Each is on the disk (synchronous=FULL) before enqueue() returns, and is sent in order, one
/// at a time, with the same idempotency key until the server takes or refuses it. One that nobody may give
/// now (401) stands aside until somebody signs in, and holds up no other. No personal data: the file
/// is not encrypted. GUI thread only.
class Outbox : public QObject {
    Q_OBJECT
    Q_PROPERTY(int pending READ pending NOTIFY pendingChanged FINAL)
public:
    /// vfs: name of an SQLite VFS, for tests; empty: the default. A damaged file is set aside as
    /// "<file>.damaged" and readable commands in it are lost: wasSetAside() tells.
    Outbox(const QString& file, Transport& transport, BackoffLimits limits = {}, QObject* parent = nullptr,
           const QByteArray& vfs = {});
    ~Outbox() override;

    /// Stores a command and returns its idempotency key. path is without /api/v1. A command of the same
    /// non-empty slot that still waits and was never sent is replaced (the latest device status wins).
    /// ErrorCode::unavailable: the disk did not take it, so nobody may rely on it.
    template <class Body>
    [[nodiscard]] model::Result<QByteArray> enqueue(const QByteArray& method, const std::string& path,
                                                    const Body& body, const QString& slot = {}) {
        return store(method, path, QByteArray::fromStdString(model::toJson(body)), slot);
    }
    [[nodiscard]] model::Result<QByteArray> store(const QByteArray& method, const std::string& path,
                                                  const QByteArray& json, const QString& slot = {});
    /// Begins to send; what is left from earlier runs goes first.
    void start();
    /// The connection came back or somebody signed in: try at once.
    void wake();
    /// Sent as Atrium-Session with every command; empty: none.
    void setSession(const QByteArray& token);

    [[nodiscard]] int pending() const;
    [[nodiscard]] bool wasSetAside() const { return m_setAside; }

Q_SIGNALS:
    void pendingChanged();
    /// The server took it; answer is its body.
    void delivered(const QByteArray& key, const QByteArray& answer);
    /// The server will never take it; it is gone from the box.
    void refused(const QByteArray& key, const atrium::model::Error& why);

private:
    void sendNext();
    void answered(const QByteArray& key, const HttpResponse& response);
    void setAside(const QByteArray& key);

    Transport& m_transport;
    OutboxMachine m_machine;
    std::unique_ptr<Sqlite> m_db;
    QElapsedTimer m_monotonic;
    QTimer m_due;
    QByteArray m_session;
    bool m_started = false;
    bool m_setAside = false;
};

} // namespace atrium::sync
