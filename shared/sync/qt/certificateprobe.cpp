// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/qt/certificateprobe.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

namespace atrium::sync {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 10s;
constexpr int kUsualPort = 443;

/// One handshake; tells once what it saw.
struct Probe {
    QSslSocket socket;
    QTimer deadline;
    bool known = true;
    bool told = false;
};

} // namespace

void probeCertificate(const Connection& connection, QObject* context,
                      std::function<void(const CertificateSight&)> handler) {
    const auto probe = std::make_shared<Probe>();
    if (!connection.caFile.isEmpty()) {
        auto tls = probe->socket.sslConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(connection.caFile));
        probe->socket.setSslConfiguration(tls);
    }
    const auto tell = [probe, handler = std::move(handler)] {
        if (std::exchange(probe->told, true))
            return;
        const QSslCertificate certificate = probe->socket.peerCertificate();
        CertificateSight sight;
        if (!certificate.isNull())
            sight.fingerprint = certificate.digest(QCryptographicHash::Sha256).toHex();
        sight.known = probe->known && !certificate.isNull();
        probe->deadline.stop();
        probe->socket.abort();
        handler(sight);
    };
    // The connections end with the context; what they hold ends with them, later than the signal they serve.
    auto* life = new QObject(context);
    const auto finish = [life, tell] {
        tell();
        life->deleteLater();
    };
    QObject::connect(&probe->socket, &QSslSocket::sslErrors, life, [probe] {
        probe->known = false;
        probe->socket.ignoreSslErrors(); // to end the handshake; nothing is sent over it
    });
    QObject::connect(&probe->socket, &QSslSocket::encrypted, life, finish);
    QObject::connect(&probe->socket, &QSslSocket::disconnected, life, finish);
    QObject::connect(&probe->socket, &QSslSocket::errorOccurred, life, finish);
    QObject::connect(&probe->deadline, &QTimer::timeout, life, finish);
    probe->deadline.setSingleShot(true);
    probe->deadline.start(kPatience);
    probe->socket.connectToHostEncrypted(connection.server.host(),
                                         static_cast<quint16>(connection.server.port(kUsualPort)));
}

} // namespace atrium::sync
