// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sync/qt/connection.h"
#include "shared/sync/qt/transport.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace atrium::sync {

/// Transport over QNetworkAccessManager (HTTP/1.1). With a pinned fingerprint that certificate and no other
/// is accepted, checked before any byte of a request leaves.
class HttpTransport : public QObject, public Transport {
    Q_OBJECT
public:
    explicit HttpTransport(Connection connection, QObject* parent = nullptr);
    ~HttpTransport() override;

    void send(HttpRequest request, QObject* context, std::function<void(HttpResponse)> done) override;
    [[nodiscard]] std::unique_ptr<HttpStream> stream(HttpRequest request, StreamHandler handler) override;
    void setToken(const QByteArray& token) override { m_connection.token = token; }
    void setFingerprint(const QByteArray& fingerprint) override { m_connection.fingerprint = fingerprint; }

private:
    QNetworkReply* begin(const HttpRequest& request);

    Connection m_connection;
    QNetworkAccessManager m_manager;
};

} // namespace atrium::sync
