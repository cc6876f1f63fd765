// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/hallclient.h"

#include "shared/sync/qt/enrolment.h"
#include "shared/sync/qt/httptransport.h"

#include <QFile>
#include <QLoggingCategory>

#include <utility>

Q_LOGGING_CATEGORY(lcHall, "atrium.sync.hall")

namespace atrium::sync {

HallClient::HallClient(const Connection& connection, QObject* parent)
    : HallClient(connection, network(connection), parent) {}

std::unique_ptr<Transport> HallClient::network(const Connection& connection) {
    return std::make_unique<HttpTransport>(connection);
}

HallClient::HallClient(const Connection& connection, std::unique_ptr<Transport> transport, QObject* parent,
                       SyncTiming timing)
    : QObject(parent), m_connection(connection), m_transport(std::move(transport)),
      m_replica(std::make_unique<Replica>(connection.replicaFile())),
      m_sync(std::make_unique<SyncClient>(*m_transport, *m_replica, timing)),
      m_api(std::make_unique<Api>(*m_transport)),
      m_outbox(std::make_unique<Outbox>(connection.outboxFile(), *m_transport, timing.backoff)),
      m_media(std::make_unique<MediaCache>(connection.mediaDir(), *m_transport)),
      m_revoked(QFile::exists(connection.revokedTokenFile())) {
    connect(m_sync.get(), &SyncClient::stateChanged, this, &HallClient::stateChanged);
    connect(m_sync.get(), &SyncClient::sessionLost, m_api.get(), &Api::sessionLost);
    connect(m_replica.get(), &Replica::changed, this, [this](const QString& kind) {
        if (Replica::isKind<model::Device>(kind))
            readSelf();
    });
    readSelf();
}

HallClient::~HallClient() = default;

bool HallClient::enrolled() const {
    return !m_connection.token.isEmpty();
}

void HallClient::start() {
    if (!enrolled())
        return;
    // What the server says is written, and a write would hold up the screen until the preload is done.
    if (m_replica->loading()) {
        connect(m_replica.get(), &Replica::preloaded, this, &HallClient::start,
                Qt::ConnectionType(Qt::UniqueConnection | Qt::SingleShotConnection));
        return;
    }
    if (m_revoked)
        m_sync->startAnew();
    else
        m_sync->start();
    m_outbox->start();
}

void HallClient::enrol(const std::string& code, const std::string& appVersion, QObject* context,
                       std::function<void(model::Result<model::EnrolResponse>)> handler) {
    sync::enrol(*m_api, code, appVersion, m_connection, context,
                [this, handler = std::move(handler)](model::Result<model::EnrolResponse> answer) {
                    if (answer) {
                        m_connection.token = QByteArray::fromStdString(answer->token);
                        m_transport->setToken(m_connection.token);
                        takeSelf(answer->device);
                        Q_EMIT enrolledChanged();
                        start();
                        m_sync->retryNow();
                    }
                    handler(std::move(answer));
                });
}

void HallClient::pin(const QByteArray& fingerprint) {
    m_connection.fingerprint = fingerprint;
    m_transport->setFingerprint(fingerprint);
}

void HallClient::setSession(const std::string& token) {
    m_api->setSession(token);
    m_sync->setSession(QByteArray::fromStdString(token));
    m_outbox->setSession(QByteArray::fromStdString(token));
}

void HallClient::stateChanged() {
    if (m_sync->state() == SyncClient::State::refused)
        return askWhetherRevoked();
    if (m_sync->state() != SyncClient::State::live)
        return;
    if (std::exchange(m_revoked, false))
        QFile::remove(m_connection.revokedTokenFile());
    m_outbox->wake();
    m_media->retryFailed();
    m_api->get<model::Device>("/devices/self", this, [this](model::Result<model::Device> answer) {
        if (answer)
            takeSelf(*answer);
    });
}

// Only the server itself, asked for nothing but this device, may end its enrolment: something between the two
// may refuse as well.
void HallClient::askWhetherRevoked() {
    HttpRequest request;
    request.path = "/api/v1/devices/self";
    m_transport->send(
        std::move(request), this, [this, asked = m_connection.token](const HttpResponse& response) {
            const bool isProblem =
                headerValue(response.headers, "content-type").startsWith("application/problem+json");
            if (isProblem && response.status == 401 && enrolled() && m_connection.token == asked)
                putTokenAside();
        });
}

void HallClient::putTokenAside() {
    qCWarning(lcHall, "the server does not know this device's token any more");
    m_sync->stop();
    setSession({});
    const QString file = m_connection.tokenFile();
    QFile::remove(m_connection.revokedTokenFile());
    if (QFile::exists(file) && !QFile::rename(file, m_connection.revokedTokenFile()))
        qCWarning(lcHall, "the token file cannot be put aside");
    m_connection.token.clear();
    m_transport->setToken({});
    m_revoked = true;
    Q_EMIT enrolledChanged();
}

void HallClient::readSelf() {
    // Every device sees itself alone; the admin tool sees all and finds itself by what the server said.
    const auto& devices = m_replica->all<model::Device>();
    if (m_self) {
        if (const auto* now = m_replica->peek<model::Device>(m_self->id))
            takeSelf(*now);
    } else if (devices.size() == 1) {
        takeSelf(devices.front());
    }
}

void HallClient::takeSelf(const model::Device& device) {
    if (m_self == device)
        return;
    m_self = device;
    Q_EMIT selfChanged();
}

} // namespace atrium::sync
