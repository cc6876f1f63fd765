// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/hallclient.h"

#include "shared/sync/qt/enrolment.h"
#include "shared/sync/qt/httptransport.h"

#include <utility>

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
      m_media(std::make_unique<MediaCache>(connection.mediaDir(), *m_transport)) {
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
    if (m_sync->state() != SyncClient::State::live)
        return;
    m_outbox->wake();
    m_media->retryFailed();
    m_api->get<model::Device>("/devices/self", this, [this](model::Result<model::Device> answer) {
        if (answer)
            takeSelf(*answer);
    });
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
