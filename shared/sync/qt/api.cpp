// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/api.h"

#include <QDateTime>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <utility>

namespace atrium::sync {

struct Api::Attempt {
    HttpRequest request;
    Handler<QByteArray> handler;
    QPointer<QObject> context;
    bool guarded = false;
    bool withSession = false;
    int retriesLeft = 0;
    int made = 0;
};

Api::Api(Transport& transport, QObject* parent) : QObject(parent), m_transport(transport) {}

void Api::setSession(const std::string& token) {
    m_session = QByteArray::fromStdString(token);
}

QByteArray Api::newKey() {
    quint32 words[3];
    QRandomGenerator::system()->fillRange(words);
    const auto random = QByteArray(reinterpret_cast<const char*>(words), sizeof words).toHex().first(20);
    const auto now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    return QByteArray::number(now, 16).rightJustified(12, '0', true) + random;
}

model::Error Api::errorOf(const HttpResponse& response) {
    using model::ErrorCode;
    if (response.status == 0)
        return {ErrorCode::unavailable, "/", "no answer: " + response.failure.toStdString()};
    if (headerValue(response.headers, "content-type").startsWith("application/problem+json")) {
        auto problem = model::fromJson<model::Problem>(viewOf(response.body));
        if (problem)
            return {problem->code, problem->path, problem->detail.empty() ? problem->title : problem->detail};
    }
    // Something between us and the server answered, or the server could not say more.
    const std::string detail = "HTTP status " + std::to_string(response.status);
    switch (response.status) {
    case 401:
        return {ErrorCode::unauthenticated, "/", detail};
    case 403:
        return {ErrorCode::forbidden, "/", detail};
    case 404:
        return {ErrorCode::notFound, "/", detail};
    case 409:
        return {ErrorCode::conflict, "/", detail};
    case 413:
        return {ErrorCode::tooLarge, "/", detail};
    case 429:
        return {ErrorCode::tooMany, "/", detail};
    default:
        return {response.status >= 500 || response.status < 400 ? ErrorCode::unavailable : ErrorCode::invalid,
                "/", detail};
    }
}

void Api::raw(QByteArray method, const std::string& path, QByteArray body, QObject* context,
              Handler<QByteArray> handler, CallOptions options) {
    auto attempt = std::make_shared<Attempt>();
    HttpRequest& request = attempt->request;
    request.method = std::move(method);
    request.path = "/api/v1" + QByteArray::fromStdString(path);
    request.timeout = options.timeout;
    request.body = std::move(body);
    if (!request.body.isEmpty())
        request.headers.append({"Content-Type", options.contentType});
    if (request.method != "GET")
        request.headers.append(
            {"Idempotency-Key", options.idempotencyKey.isEmpty() ? newKey() : options.idempotencyKey});
    if (options.ifVersion)
        request.headers.append({"If-Match", '"' + QByteArray::number(*options.ifVersion) + '"'});
    if (!m_session.isEmpty()) {
        request.headers.append({"Atrium-Session", m_session});
        attempt->withSession = true;
    }
    attempt->handler = std::move(handler);
    attempt->context = context;
    attempt->guarded = context != nullptr;
    attempt->retriesLeft = options.retries;
    send(std::move(attempt));
}

void Api::send(std::shared_ptr<Attempt> attempt) {
    ++attempt->made;
    HttpRequest request = attempt->request;
    m_transport.send(std::move(request), this,
                     [this, attempt](const HttpResponse& response) { answered(attempt, response); });
}

void Api::answered(const std::shared_ptr<Attempt>& attempt, const HttpResponse& response) {
    if (attempt->guarded && attempt->context == nullptr)
        return;
    if ((response.status == 0 || response.status == 503) && attempt->retriesLeft > 0) {
        --attempt->retriesLeft;
        const int bound = 200 * attempt->made;
        QTimer::singleShot(bound + QRandomGenerator::global()->bounded(bound), this,
                           [this, attempt] { send(attempt); });
        return;
    }
    if (response.status >= 200 && response.status < 300)
        return attempt->handler(response.body);
    const model::Error error = errorOf(response);
    const QPointer<Api> alive(this);
    attempt->handler(error);
    if (alive && response.status == 401 && attempt->withSession && !m_session.isEmpty())
        Q_EMIT sessionLost();
}

} // namespace atrium::sync
