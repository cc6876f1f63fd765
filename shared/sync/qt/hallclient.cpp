// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/hallclient.h"

#include "shared/sync/qt/enrolment.h"
#include "shared/sync/qt/httptransport.h"
#include "shared/sync/qt/revokedtoken.h"

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
      m_revoked(std::make_unique<RevokedToken>(connection, *m_transport, timing.revokedInterval)) {
    connect(m_sync.get(), &SyncClient::stateChanged, this, &HallClient::stateChanged);
    connect(m_sync.get(), &SyncClient::sessionLost, m_api.get(), &Api::sessionLost);
    connect(m_replica.get(), &Replica::changed, this, [this](const QString& kind) {
        if (Replica::isKind<model::Device>(kind))
            readSelf();
    });
    connect(m_revoked.get(), &RevokedToken::accepted, this, &HallClient::takeToken);
    readSelf();
}

HallClient::~HallClient() = default;

bool HallClient::enrolled() const {
    return !m_connection.token.isEmpty();
}

bool HallClient::revoked() const {
    return m_revoked->exists() && !enrolled();
}

void HallClient::start() {
    if (!enrolled())
        return m_revoked->watch();
    // What the server says is written, and a write would hold up the screen until the preload is done.
    if (m_replica->loading()) {
        connect(m_replica.get(), &Replica::preloaded, this, &HallClient::start,
                Qt::ConnectionType(Qt::UniqueConnection | Qt::SingleShotConnection));
        return;
    }
    if (m_revoked->exists())
        m_sync->startAnew();
    else
        m_sync->start();
    m_outbox->start();
}

void HallClient::enrol(const std::string& code, const std::string& appVersion, QObject* context,
                       std::function<void(model::Result<model::EnrolResponse>)> handler) {
    sync::enrol(*m_api, code, appVersion, m_connection, context,
                [this, handler = std::move(handler)](model::Result<model::EnrolResponse> answer) {
                    if (answer)
                        takeToken(QByteArray::fromStdString(answer->token), answer->device);
                    handler(std::move(answer));
                });
}

void HallClient::takeToken(const QByteArray& token, const model::Device& self) {
    m_connection.token = token;
    m_transport->setToken(token);
    takeSelf(self);
    Q_EMIT enrolledChanged();
    start();
    m_sync->retryNow();
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
    m_revoked->forget();
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
    m_revoked->putAside();
    m_connection.token.clear();
    m_transport->setToken({});
    Q_EMIT enrolledChanged();
    m_revoked->watch();
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
