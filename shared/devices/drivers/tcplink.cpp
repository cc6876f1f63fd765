// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/tcplink.h"

namespace atrium::devices {

TcpLink::TcpLink(TcpSettings settings, QObject* parent) : ByteLink(parent), m_settings(std::move(settings)) {
    m_retry.setSingleShot(true);
    m_limit.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &TcpLink::tryOpen);
    connect(&m_limit, &QTimer::timeout, this, [this] { onLost(DeviceReason::noAnswer); });
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        m_limit.stop();
        m_connected = true;
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        Q_EMIT opened();
    });
    connect(&m_socket, &QTcpSocket::errorOccurred, this,
            [this] { onLost(m_connected ? DeviceReason::unplugged : DeviceReason::noAnswer); });
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] {
        const QByteArray bytes = m_socket.readAll();
        if (!bytes.isEmpty())
            Q_EMIT received(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
    });
    connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (isDrained())
            Q_EMIT drained();
    });
}

void TcpLink::open() {
    if (m_wanted)
        return;
    m_wanted = true;
    m_retry.start(0);
}

void TcpLink::close() {
    m_wanted = false;
    m_connected = false;
    m_retry.stop();
    m_limit.stop();
    m_socket.abort();
}

bool TcpLink::isOpen() const {
    return m_connected;
}

void TcpLink::tryOpen() {
    m_limit.start(m_settings.connecting);
    m_socket.connectToHost(m_settings.host, m_settings.port);
}

void TcpLink::onLost(DeviceReason reason) {
    if (!m_wanted || m_retry.isActive())
        return;
    m_connected = false;
    m_limit.stop();
    m_retry.start(m_settings.reconnect); // before abort(), which may report another error
    m_socket.abort();
    Q_EMIT failed(reason);
}

void TcpLink::renew() {
    if (m_connected)
        onLost(DeviceReason::noAnswer);
}

bool TcpLink::write(const std::vector<std::uint8_t>& bytes) {
    if (!m_connected)
        return false;
    // Not as a QByteArray: the socket would keep a reference to bytes that are not its own.
    const auto* begin = static_cast<const char*>(static_cast<const void*>(bytes.data()));
    const auto size = static_cast<qint64>(bytes.size());
    return m_socket.write(begin, size) == size;
}

QString TcpLink::name() const {
    return QStringLiteral("%1:%2").arg(m_settings.host).arg(m_settings.port);
}

} // namespace atrium::devices
