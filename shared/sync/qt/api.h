// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/model/api.h"
#include "shared/model/json.h"
#include "shared/sync/qt/bytes.h"
#include "shared/sync/qt/transport.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>

namespace atrium::sync {

/// Body or answer of a request that has none.
struct Empty {};

struct CallOptions {
    QByteArray idempotencyKey{};               ///< empty: a new one is made for each call
    std::optional<std::int64_t> ifVersion{};   ///< sent as If-Match
    std::chrono::milliseconds timeout{10'000}; ///< of one attempt
    int retries = 2; ///< further attempts, with the same key, when no answer came or the answer was 503
    QByteArray contentType = "application/json";
};

/// Typed requests of /api/v1. Paths are given without that prefix ("/tickets/" + id). Each call's handler
/// runs once on the GUI thread with the answer or the reason: the server's problem as it came;
/// ErrorCode::unavailable when no answer came in time (a command may then have been carried out: repeat it
/// with the same key); ErrorCode::invalid when the answer could not be read. A handler whose context is gone
/// is not run.
class Api : public QObject {
    Q_OBJECT
public:
    template <class Reply> using Handler = std::function<void(model::Result<Reply>)>;

    explicit Api(Transport& transport, QObject* parent = nullptr);

    /// Token of the person signed in at this device; empty: nobody. Sent with every call from now on.
    void setSession(const std::string& token);
    [[nodiscard]] bool hasSession() const { return !m_session.isEmpty(); }
    [[nodiscard]] QByteArray session() const { return m_session; }

    /// api.get<WindowQueue>("/windows/window-03/queue", this, [this](Result<WindowQueue> r) { … });
    template <class Reply>
    void get(const std::string& path, QObject* context, Handler<Reply> handler, CallOptions options = {}) {
        call<Reply>("GET", path, Empty{}, context, std::move(handler), std::move(options));
    }
    /// api.post<TicketView>("/tickets", IssueRequest{…}, this, [this](Result<TicketView> r) { … });
    template <class Reply, class Body>
    void post(const std::string& path, const Body& body, QObject* context, Handler<Reply> handler,
              CallOptions options = {}) {
        call<Reply>("POST", path, body, context, std::move(handler), std::move(options));
    }
    template <class Reply, class Body>
    void put(const std::string& path, const Body& body, QObject* context, Handler<Reply> handler,
             CallOptions options = {}) {
        call<Reply>("PUT", path, body, context, std::move(handler), std::move(options));
    }
    void remove(const std::string& path, QObject* context, Handler<Empty> handler, CallOptions options = {}) {
        call<Empty>("DELETE", path, Empty{}, context, std::move(handler), std::move(options));
    }

    template <class Reply, class Body>
    void call(QByteArray method, const std::string& path, const Body& body, QObject* context,
              Handler<Reply> handler, CallOptions options = {}) {
        QByteArray text;
        if constexpr (!std::is_same_v<Body, Empty>)
            text = QByteArray::fromStdString(model::toJson(body));
        raw(
            std::move(method), path, std::move(text), context,
            [handler = std::move(handler)](model::Result<QByteArray> answer) {
                if (!answer)
                    return handler(answer.error());
                if constexpr (std::is_same_v<Reply, Empty>)
                    handler(Empty{});
                else
                    handler(model::fromJson<Reply>(viewOf(*answer)));
            },
            std::move(options));
    }

    /// The same with bytes: JSON without a struct, or media (options.contentType).
    void raw(QByteArray method, const std::string& path, QByteArray body, QObject* context,
             Handler<QByteArray> handler, CallOptions options = {});

    /// 32 hex digits: the milliseconds since 1970, then 80 random bits. Keys of one device come to the
    /// server's index in their order so (compare RFC 9562, version 7), which costs it a third of the pages.
    [[nodiscard]] static QByteArray newKey();
    /// What a response that is no success means.
    [[nodiscard]] static model::Error errorOf(const HttpResponse& response);

Q_SIGNALS:
    /// The server no longer knows the session (401 while one was sent): back to the sign-in page.
    void sessionLost();

private:
    struct Attempt;
    void send(std::shared_ptr<Attempt> attempt);
    void answered(const std::shared_ptr<Attempt>& attempt, const HttpResponse& response);

    Transport& m_transport;
    QByteArray m_session;
};

} // namespace atrium::sync
