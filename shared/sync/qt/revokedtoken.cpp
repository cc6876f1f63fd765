// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/revokedtoken.h"

#include "shared/model/json.h"
#include "shared/sync/qt/bytes.h"
#include "shared/sync/qt/connection.h"
#include "shared/sync/qt/enrolment.h"

#include <QFile>
#include <QLoggingCategory>

#include <utility>

Q_LOGGING_CATEGORY(lcRevoked, "atrium.sync.revoked")

namespace atrium::sync {

RevokedToken::RevokedToken(const Connection& connection, Transport& transport,
                           std::chrono::milliseconds interval, QObject* parent)
    : QObject(parent), m_transport(transport), m_tokenFile(connection.tokenFile()),
      m_file(connection.revokedTokenFile()), m_exists(QFile::exists(m_file)) {
    m_again.setInterval(interval);
    connect(&m_again, &QTimer::timeout, this, &RevokedToken::ask);
}

void RevokedToken::putAside() {
    QFile::remove(m_file);
    if (QFile::exists(m_tokenFile) && !QFile::rename(m_tokenFile, m_file))
        qCWarning(lcRevoked, "the token file cannot be put aside");
    m_exists = true;
}

void RevokedToken::watch() {
    if (!m_exists || m_again.isActive())
        return;
    m_again.start();
    ask();
}

void RevokedToken::forget() {
    m_again.stop();
    if (std::exchange(m_exists, false))
        QFile::remove(m_file);
}

void RevokedToken::ask() {
    const auto token = readToken(m_file);
    if (!token)
        return;
    HttpRequest request;
    request.path = "/api/v1/devices/self";
    request.headers.emplaceBack("Authorization", "Bearer " + *token);
    m_transport.send(std::move(request), this, [this, asked = *token](const HttpResponse& response) {
        if (response.status != 200 || !m_again.isActive())
            return;
        if (const auto self = model::fromJson<model::Device>(viewOf(response.body)))
            takeBack(asked, *self);
    });
}

void RevokedToken::takeBack(const QByteArray& token, const model::Device& self) {
    if (!QFile::rename(m_file, m_tokenFile)) {
        qCWarning(lcRevoked, "the token file cannot be put back");
        return;
    }
    qCInfo(lcRevoked, "the server knows this device's token again");
    m_again.stop();
    m_exists = false;
    Q_EMIT accepted(token, self);
}

} // namespace atrium::sync
