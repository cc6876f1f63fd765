// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/json.h"
#include "shared/model/records.h"
#include "shared/sync/core/envelope.h"
#include "shared/sync/qt/transport.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace atrium::test {

/// A change that puts a record.
template <class R> sync::Change put(const R& record) {
    return {.kind = std::string(model::RecordTraits<R>::kind),
            .id = record.id.value,
            .record = model::toJson(record)};
}
template <class R> sync::Change gone(const std::string& id) {
    return {.kind = std::string(model::RecordTraits<R>::kind), .id = id, .record = {}};
}

/// A hall's server in memory, behind the Transport seam: /server, /snapshot, /changes and /events as
/// docs/api.md says, any other request by a function of the test. Everything it calls back is queued, as on a
/// network.
class FakeServer : public QObject, public sync::Transport {
    Q_OBJECT
public:
    using Command = std::function<sync::HttpResponse(const sync::HttpRequest&)>;

    FakeServer();

    // What a test may set at any time.
    bool down = false;           ///< nobody answers
    bool frozen = false;         ///< requests are taken and not answered until thaw()
    bool refuses = false;        ///< 401 for everything but /server
    bool refusesStreams = false; ///< 401 for snapshot and events alone
    QByteArray knownSession;     ///< a stream with any other session gets 401
    std::int64_t floor = 0;      ///< changes below it are no longer kept
    std::string hallId = "hall";
    model::Day day{20261122};
    Command command = [](const sync::HttpRequest&) { return sync::HttpResponse{.status = 404}; };

    /// Writes one event to the log, applies it to the records and gives it to the open streams. Returns its
    /// number.
    std::int64_t publish(const std::string& type, std::vector<sync::Change> changes);
    /// An event this device may not see: the number is used up.
    void publishUnseen() { ++m_seq; }
    /// Says the time. The streams do not fall silent without it: while the server is neither down nor frozen
    /// it says every few seconds that it is there.
    void heartbeat(model::Instant at = {});
    /// Raw bytes into the open streams.
    void streamRaw(const QByteArray& bytes);
    /// Answers what was asked while it was frozen.
    void thaw();
    /// Ends the open streams as a lost connection does.
    void dropStreams();
    /// From the next number on the log is tagged, as by a server that was started anew; without any run it
    /// gives no tags and asks for none.
    void beginRun(const std::string& tag) { m_runs[m_runs.empty() ? 0 : m_seq + 1] = tag; }
    /// Loses log and records, as a server restored from an old copy.
    void restoreTo(std::int64_t seq);

    [[nodiscard]] std::int64_t seq() const { return m_seq; }
    [[nodiscard]] int openStreams() const { return static_cast<int>(m_streams.size()); }
    /// "METHOD path" of every request, oldest first.
    [[nodiscard]] const QList<QByteArray>& asked() const { return m_asked; }
    [[nodiscard]] const QList<sync::HttpRequest>& requests() const { return m_requests; }
    void forgetAsked() {
        m_asked.clear();
        m_requests.clear();
    }

    void send(sync::HttpRequest request, QObject* context,
              std::function<void(sync::HttpResponse)> done) override;
    [[nodiscard]] std::unique_ptr<sync::HttpStream> stream(sync::HttpRequest request,
                                                           sync::StreamHandler handler) override;
    void setToken(const QByteArray& token) override { m_token = token; }
    [[nodiscard]] QByteArray token() const { return m_token; }

    /// One event as the stream writes it.
    [[nodiscard]] QByteArray frame(const sync::LogEvent& event) const;

private:
    struct Listener;
    class Stream;

    sync::HttpResponse answer(const sync::HttpRequest& request);
    [[nodiscard]] std::string tagOf(std::int64_t seq) const;
    /// Whether a client may go on from there.
    [[nodiscard]] bool knows(const QByteArray& position) const;
    QByteArray changesAfter(std::int64_t after) const;
    QByteArray snapshot() const;
    void note(const sync::HttpRequest& request);
    void deliver(const std::shared_ptr<Listener>& listener, const QByteArray& bytes);

    std::map<std::pair<std::string, std::string>, std::string> m_records;
    std::vector<sync::LogEvent> m_log;
    std::vector<std::shared_ptr<Listener>> m_streams;
    std::int64_t m_seq = 0;
    std::map<std::int64_t, std::string> m_runs;
    QList<QByteArray> m_asked;
    QList<sync::HttpRequest> m_requests;
    QByteArray m_token;
    QTimer m_beat;
    std::vector<std::function<void()>> m_late; ///< answers of a frozen server
};

} // namespace atrium::test
