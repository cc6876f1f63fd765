// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/api.h"
#include "shared/sync/core/connectionmachine.h"
#include "shared/sync/core/serverclock.h"
#include "shared/sync/core/streamreader.h"
#include "shared/sync/qt/transport.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

namespace atrium::sync {

class Replica;
class SnapshotReader;

/// Times of the connection; tests shorten them.
struct SyncTiming {
    std::chrono::milliseconds idleTimeout{30'000}; ///< three heartbeats missed: the stream is dead
    std::chrono::milliseconds requestTimeout{10'000};
    BackoffLimits backoff;
    std::chrono::milliseconds revokedInterval{60'000}; ///< between questions about a revoked token
};

/// Keeps a replica in step with the server: asks who it is, takes a snapshot or the changes since the
/// replica's position, then follows the event stream; after a loss it resumes at its position. GUI thread
/// only.
class SyncClient : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool online READ online NOTIFY stateChanged FINAL)
    Q_PROPERTY(QDateTime offlineSince READ offlineSince NOTIFY stateChanged FINAL)
    Q_PROPERTY(qint64 bytesReceived READ bytesReceived NOTIFY bytesReceivedChanged FINAL)
public:
    /// As ConnectionState.
    enum class State { starting, catchingUp, live, offline, refused };
    Q_ENUM(State)

    SyncClient(Transport& transport, Replica& replica, SyncTiming timing = {}, QObject* parent = nullptr);
    ~SyncClient() override;

    /// Begins, and goes on until stop() or destruction.
    void start();
    /// The same with a snapshot first: this device may be another one to the server than before.
    void startAnew();
    void stop();
    /// Token of the person signed in at this device, empty: nobody. Another person sees other records, so a
    /// change brings a snapshot; what was seen before stays on the screen until then.
    void setSession(const QByteArray& token);
    /// Tries at once instead of waiting out the pause after a failure.
    void retryNow();

    [[nodiscard]] State state() const;
    /// live or catchingUp.
    [[nodiscard]] bool online() const;
    /// When the server was last heard; null while it answers.
    [[nodiscard]] QDateTime offlineSince() const;
    /// The server's time, reckoned from its heartbeats; this machine's before the first.
    [[nodiscard]] model::Instant serverNow() const;
    /// What the server last said of itself; default before.
    [[nodiscard]] const model::ServerInfo& serverInfo() const { return m_info; }
    /// Bytes of bodies received for catching up and following, since the program began.
    [[nodiscard]] qint64 bytesReceived() const { return m_bytes; }
    [[nodiscard]] int snapshotsTaken() const { return m_snapshots; }

Q_SIGNALS:
    void stateChanged();
    void bytesReceivedChanged();
    /// The server no longer knows the session; the device goes on without one.
    void sessionLost();
    /// The service day changed (first event or answer of a new day).
    void dayChanged();

private:
    void perform(Step step);
    void failed(int status, const QString& why);
    void logLost(const char* why);
    void askServer();
    void serverAnswered(const HttpResponse& response, std::chrono::milliseconds asked);
    void fetchChanges();
    void fetchSnapshot();
    void snapshotClosed(int status, const QString& why);
    void openStream();
    void streamBytes(const QByteArray& bytes);
    void askDay();
    void count(qsizetype bytes);
    void publishState();
    [[nodiscard]] HttpRequest get(const QByteArray& path) const;
    [[nodiscard]] std::chrono::milliseconds monotonic() const;

    Transport& m_transport;
    Replica& m_replica;
    SyncTiming m_timing;
    ConnectionMachine m_machine;
    ServerClock m_clock;
    QElapsedTimer m_monotonic;
    QTimer m_wait;
    QTimer m_idle;
    std::unique_ptr<HttpStream> m_stream;
    std::unique_ptr<SnapshotReader> m_snapshot;
    StreamReader m_reader;
    QByteArray m_session;
    model::ServerInfo m_info;
    State m_published = State::starting;
    QDateTime m_publishedSince;
    qint64 m_bytes = 0;
    int m_snapshots = 0;
    model::Instant m_lastHeard;
    int m_step = 0; ///< answers to an older step are dropped
    bool m_running = false;
};

} // namespace atrium::sync
