// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/httpfront.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>

#include <utility>

namespace atrium::test {

using sync::HttpRequest;
using sync::HttpResponse;

struct HttpFront::Peer {
    QPointer<QTcpSocket> socket;
    QByteArray input;
    std::unique_ptr<sync::HttpStream> stream;
};

HttpFront::HttpFront(sync::Transport& backend, QObject* parent) : QObject(parent), m_backend(backend) {
    m_server.setParent(this); // goes along when this is moved to another thread
    connect(&m_server, &QTcpServer::newConnection, this, &HttpFront::accept);
    start();
}

HttpFront::~HttpFront() {
    stop();
}

bool HttpFront::start() {
    const bool listening = m_server.listen(QHostAddress::LocalHost, m_port);
    m_port = m_server.serverPort();
    return listening;
}

void HttpFront::stop() {
    m_server.close();
    for (const auto& peer : std::exchange(m_peers, {})) {
        peer->stream.reset();
        if (peer->socket != nullptr) {
            peer->socket->disconnect();
            peer->socket->abort();
            peer->socket->deleteLater();
        }
    }
}

void HttpFront::accept() {
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        auto peer = std::make_shared<Peer>();
        peer->socket = socket;
        m_peers.append(peer);
        connect(socket, &QTcpSocket::readyRead, this, [this, peer] { read(peer); });
        connect(socket, &QTcpSocket::disconnected, this, [this, peer] {
            peer->stream.reset();
            m_peers.removeAll(peer);
            if (peer->socket != nullptr)
                peer->socket->deleteLater();
        });
    }
}

void HttpFront::read(const std::shared_ptr<Peer>& peer) {
    peer->input += peer->socket->readAll();
    const qsizetype headEnd = peer->input.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    HttpRequest request;
    const QByteArrayList lines = peer->input.left(headEnd).split('\n');
    const QByteArrayList first = lines.front().trimmed().split(' ');
    qsizetype length = 0;
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplaceBack(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
        if (request.headers.back().first.toLower() == "content-length")
            length = request.headers.back().second.toLongLong();
    }
    if (peer->input.size() < headEnd + 4 + length)
        return;
    m_heads.append(peer->input.left(headEnd));
    request.method = first.at(0);
    request.path = first.at(1);
    request.body = peer->input.mid(headEnd + 4, length);
    peer->input.clear();
    answer(peer, std::move(request));
}

void HttpFront::write(const std::shared_ptr<Peer>& peer, const QByteArray& bytes) {
    if (peer->socket == nullptr)
        return;
    m_sent += bytes.size();
    peer->socket->write(bytes);
}

void HttpFront::answer(const std::shared_ptr<Peer>& peer, HttpRequest request) {
    if (request.path != "/api/v1/events" && request.path != "/api/v1/snapshot") {
        m_backend.send(std::move(request), this, [this, peer](const HttpResponse& response) {
            QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) +
                              " X\r\nContent-Length: " + QByteArray::number(response.body.size()) +
                              "\r\nConnection: close\r\n";
            for (const auto& [name, value] : response.headers)
                head += name + ": " + value + "\r\n";
            const bool cut = m_cutAfter > 0 && response.body.size() > m_cutAfter;
            write(peer, head + "\r\n" + (cut ? response.body.left(m_cutAfter) : response.body));
            if (peer->socket != nullptr)
                peer->socket->disconnectFromHost();
        });
        return;
    }
    sync::StreamHandler handler;
    handler.opened = [this, peer](int status) {
        write(peer, "HTTP/1.1 " + QByteArray::number(status) +
                        " X\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
    };
    handler.bytes = [this, peer](const QByteArray& bytes) {
        const bool cut = m_cutAfter > 0 && bytes.size() > m_cutAfter;
        const QByteArray part = cut ? bytes.left(m_cutAfter) : bytes;
        write(peer, QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n");
        if (cut && peer->socket != nullptr)
            peer->socket->disconnectFromHost();
    };
    handler.closed = [this, peer](int, const QString&) {
        write(peer, "0\r\n\r\n");
        if (peer->socket != nullptr)
            peer->socket->disconnectFromHost();
    };
    peer->stream = m_backend.stream(std::move(request), std::move(handler));
}

} // namespace atrium::test
