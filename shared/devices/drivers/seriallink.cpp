// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/seriallink.h"

#include <QtCore/QFileInfo>

namespace atrium::devices {

SerialLink::SerialLink(SerialSettings settings, QObject* parent)
    : ByteLink(parent), m_settings(std::move(settings)) {
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SerialLink::tryOpen);
    connect(&m_port, &QSerialPort::readyRead, this, &SerialLink::onReadyRead);
    connect(&m_port, &QSerialPort::errorOccurred, this, &SerialLink::onError);
    connect(&m_port, &QSerialPort::bytesWritten, this, [this] {
        if (isDrained())
            Q_EMIT drained();
    });
}

void SerialLink::open() {
    if (!isOpen())
        m_retry.start(0);
}

void SerialLink::close() {
    m_retry.stop();
    if (m_port.isOpen())
        m_port.close();
}

QString SerialLink::name() const {
    return QStringLiteral("%1, %2 baud").arg(m_settings.port).arg(m_settings.baud);
}

void SerialLink::tryOpen() {
    if (isOpen())
        return;
    m_port.setPortName(m_settings.port);
    m_port.setBaudRate(m_settings.baud);
    m_opening = true;
    const bool ok = m_port.open(QIODevice::ReadWrite);
    m_opening = false;
    if (ok) {
        m_port.clear();
        Q_EMIT opened();
        return;
    }
    m_retry.start(m_settings.reconnect);
    const bool missing = !QFileInfo::exists(m_settings.port);
    Q_EMIT failed(missing ? DeviceReason::portMissing : DeviceReason::portDenied);
}

void SerialLink::onError(QSerialPort::SerialPortError error) {
    if (m_opening || !m_port.isOpen() || error == QSerialPort::NoError ||
        error == QSerialPort::TimeoutError || error == QSerialPort::UnsupportedOperationError)
        return;
    m_port.close();
    m_retry.start(m_settings.reconnect);
    Q_EMIT failed(DeviceReason::unplugged);
}

void SerialLink::onReadyRead() {
    const QByteArray bytes = m_port.readAll();
    if (!bytes.isEmpty())
        Q_EMIT received(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
}

bool SerialLink::write(const std::vector<std::uint8_t>& bytes) {
    if (!isOpen())
        return false;
    const QByteArray copy(
        QByteArray::fromRawData(static_cast<const char*>(static_cast<const void*>(bytes.data())),
                                static_cast<qsizetype>(bytes.size())));
    return m_port.write(copy) == copy.size();
}

} // namespace atrium::devices
