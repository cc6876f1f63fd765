// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sync/qt/transport.h"

#include <QList>
#include <QObject>
#include <QTcpServer>

#include <memory>

class QTcpSocket;

namespace atrium::test {

/// A small HTTP/1.1 server on a free port of the loopback, in front of a Transport: what a test's fake server
/// answers goes over a real socket. One request a connection; /events and /snapshot end with the connection.
class HttpFront : public QObject {
    Q_OBJECT
public:
    explicit HttpFront(sync::Transport& backend, QObject* parent = nullptr);
    ~HttpFront() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Bytes written to all clients, headers included.
    [[nodiscard]] qint64 bytesSent() const { return m_sent; }
    /// Stops listening and cuts every connection; start() takes the same port again.
    void stop();
    bool start();
    /// A body is cut after so many bytes, 0: never.
    void cutBodiesAfter(qsizetype bytes) { m_cutAfter = bytes; }
    /// Header text of every request.
    [[nodiscard]] const QList<QByteArray>& heads() const { return m_heads; }

private:
    struct Peer;
    void accept();
    void read(const std::shared_ptr<Peer>& peer);
    void answer(const std::shared_ptr<Peer>& peer, sync::HttpRequest request);
    void write(const std::shared_ptr<Peer>& peer, const QByteArray& bytes);

    sync::Transport& m_backend;
    QTcpServer m_server;
    QList<std::shared_ptr<Peer>> m_peers;
    QList<QByteArray> m_heads;
    quint16 m_port = 0;
    qint64 m_sent = 0;
    qsizetype m_cutAfter = 0;
};

} // namespace atrium::test
