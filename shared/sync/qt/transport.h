// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

class QObject;

namespace atrium::sync {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct HttpRequest {
    QByteArray method = "GET";
    QByteArray path{}; ///< with query, from the server's root: /api/v1/server
    HttpHeaders headers{};
    QByteArray body{};
    std::chrono::milliseconds timeout{10'000}; ///< whole exchange for send(); unused by stream()
};

struct HttpResponse {
    int status = 0;        ///< 0: no answer at all
    HttpHeaders headers{}; ///< names in lower case
    QByteArray body{};
    QString failure{}; ///< for the log when status is 0
};

/// Value of a header (name in lower case); empty when it is not there.
[[nodiscard]] QByteArray headerValue(const HttpHeaders& headers, const QByteArray& name);

/// An answer that is read while it comes. Destroying it ends the exchange; nothing is called after that.
class HttpStream {
public:
    HttpStream() = default;
    HttpStream(const HttpStream&) = delete;
    HttpStream& operator=(const HttpStream&) = delete;
    virtual ~HttpStream() = default;
};

struct StreamHandler {
    std::function<void(int status)> opened;                  ///< once, when the header is there
    std::function<void(const QByteArray& bytes)> bytes;      ///< any number of times, body of any status
    std::function<void(int status, QString failure)> closed; ///< once; status 0 when no header ever came
};

/// The seam between sync and the network. Adds the device's token itself. GUI thread only; nothing is called
/// back before the starting call has returned.
class Transport {
public:
    virtual ~Transport() = default;
    /// done is called exactly once, unless context is destroyed before.
    virtual void send(HttpRequest request, QObject* context, std::function<void(HttpResponse)> done) = 0;
    /// A handler may destroy the stream it is called from.
    [[nodiscard]] virtual std::unique_ptr<HttpStream> stream(HttpRequest request, StreamHandler handler) = 0;
    /// The device's token from now on, after enrolment.
    virtual void setToken(const QByteArray& token) = 0;
    /// From now on only the server with this certificate is spoken to; see Connection::fingerprint.
    virtual void setFingerprint(const QByteArray& fingerprint) { (void)fingerprint; }
};

} // namespace atrium::sync
