// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/httptransport.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

#include <utility>

namespace atrium::sync {

namespace {

/// A snapshot is read in portions of this size, so that the GUI thread does other things in between.
constexpr qint64 kStreamPortion = 256 * 1024;
constexpr qint64 kLargestAnswer = 32 * 1024 * 1024;

int statusOf(const QNetworkReply& reply) {
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

HttpHeaders headersOf(const QNetworkReply& reply) {
    HttpHeaders out;
    for (const auto& [name, value] : reply.rawHeaderPairs())
        out.append({name.toLower(), value});
    return out;
}

/// Shared by a stream and the connections of its reply, so that nothing is called after its end.
struct Listening {
    StreamHandler handler;
    bool opened = false;
    bool ended = false;
};

/// The reply ends with its stream, whoever destroys that and whenever.
class ReplyStream : public HttpStream {
public:
    ReplyStream(QNetworkReply* reply, std::shared_ptr<Listening> listening)
        : m_reply(reply), m_listening(std::move(listening)) {}
    ~ReplyStream() override {
        m_listening->ended = true;
        if (m_reply != nullptr) {
            m_reply->disconnect();
            m_reply->abort();
            m_reply->deleteLater();
        }
    }

private:
    QPointer<QNetworkReply> m_reply;
    std::shared_ptr<Listening> m_listening;
};

/// What a person types by hand is the beginning of a fingerprint, in hex digits; fewer prove nothing.
constexpr qsizetype kTypedDigits = 20;

bool hasFingerprint(const QNetworkReply& reply, const QByteArray& wanted) {
    const QSslCertificate certificate = reply.sslConfiguration().peerCertificate();
    return !certificate.isNull() && wanted.size() >= kTypedDigits &&
           certificate.digest(QCryptographicHash::Sha256).toHex().startsWith(wanted);
}

} // namespace

HttpTransport::HttpTransport(Connection connection, QObject* parent)
    : QObject(parent), m_connection(std::move(connection)) {
    m_connection.fingerprint = m_connection.fingerprint.toLower();
    m_connection.fingerprint.replace(':', QByteArray());
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpTransport::~HttpTransport() = default;

QNetworkReply* HttpTransport::begin(const HttpRequest& request) {
    QUrl url = m_connection.server;
    const qsizetype mark = request.path.indexOf('?');
    url.setPath(QString::fromUtf8(mark < 0 ? request.path : request.path.left(mark)), QUrl::TolerantMode);
    if (mark >= 0)
        url.setQuery(QString::fromUtf8(request.path.mid(mark + 1)));
    QNetworkRequest out(url);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!m_connection.token.isEmpty())
        out.setRawHeader("Authorization", "Bearer " + m_connection.token);
    // What the server refuses is shown to whoever reads the screen now. Without the field Qt would send that
    // of the machine's locale.
    out.setRawHeader("Accept-Language", QLocale().language() == QLocale::English ? "en" : "zh-CN");
    for (const auto& [name, value] : request.headers)
        out.setRawHeader(name, value);
    if (url.scheme() == u"https") {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        if (!m_connection.caFile.isEmpty())
            tls.setCaCertificates(QSslCertificate::fromPath(m_connection.caFile));
        out.setSslConfiguration(tls);
    }
    QNetworkReply* reply = m_manager.sendCustomRequest(out, request.method, request.body);
    if (!m_connection.fingerprint.isEmpty()) {
        const QByteArray wanted = m_connection.fingerprint;
        // An own certificate is not known to any authority: the fingerprint alone decides.
        connect(reply, &QNetworkReply::sslErrors, reply, [reply, wanted] {
            if (hasFingerprint(*reply, wanted))
                reply->ignoreSslErrors();
        });
        // Given after the handshake and before a byte of the request is sent.
        connect(reply, &QNetworkReply::encrypted, reply, [reply, wanted] {
            if (!hasFingerprint(*reply, wanted))
                reply->abort();
        });
    }
    return reply;
}

void HttpTransport::send(HttpRequest request, QObject* context, std::function<void(HttpResponse)> done) {
    QNetworkReply* reply = begin(request);
    auto* deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, &QNetworkReply::abort);
    deadline->start(request.timeout);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > kLargestAnswer)
            reply->abort();
    });
    const QPointer<QObject> guard(context);
    const bool guarded = context != nullptr;
    connect(reply, &QNetworkReply::finished, this, [reply, guard, guarded, done = std::move(done)] {
        reply->deleteLater();
        if (guarded && guard == nullptr)
            return;
        HttpResponse response;
        // A connection that broke inside a body leaves a status, but no answer to rely on.
        const bool whole = reply->error() == QNetworkReply::NoError ||
                           (reply->error() >= QNetworkReply::ContentAccessDenied &&
                            reply->error() != QNetworkReply::ProtocolFailure);
        if (whole && statusOf(*reply) != 0) {
            response.status = statusOf(*reply);
            response.headers = headersOf(*reply);
            response.body = reply->readAll();
        } else {
            response.failure = reply->errorString();
        }
        done(std::move(response));
    });
}

std::unique_ptr<HttpStream> HttpTransport::stream(HttpRequest request, StreamHandler handler) {
    QNetworkReply* reply = begin(request);
    reply->setReadBufferSize(kStreamPortion);
    auto listening = std::make_shared<Listening>();
    listening->handler = std::move(handler);
    connect(reply, &QNetworkReply::metaDataChanged, reply, [reply, listening] {
        if (!listening->opened && statusOf(*reply) != 0) {
            listening->opened = true;
            listening->handler.opened(statusOf(*reply));
        }
    });
    // Portions are handed on from a timer: posted events would follow each other without end while a large
    // body comes in, and no other timer or touch would get its turn.
    auto* pump = new QTimer(reply);
    pump->setSingleShot(true);
    const auto wake = [pump] {
        if (!pump->isActive())
            pump->start(0);
    };
    connect(reply, &QNetworkReply::readyRead, pump, wake);
    connect(reply, &QNetworkReply::finished, pump, wake);
    connect(pump, &QTimer::timeout, reply, [reply, listening, wake] {
        if (listening->ended)
            return;
        if (const QByteArray bytes = reply->read(kStreamPortion); !bytes.isEmpty()) {
            wake();
            return listening->handler.bytes(bytes);
        }
        if (!reply->isFinished())
            return;
        listening->ended = true;
        const bool whole = reply->error() == QNetworkReply::NoError;
        listening->handler.closed(statusOf(*reply), whole ? QString() : reply->errorString());
    });
    return std::make_unique<ReplyStream>(reply, std::move(listening));
}

} // namespace atrium::sync
