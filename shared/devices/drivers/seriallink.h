// SPDX-License-Identifier: GPL-3.0-or-later
// A serial port that comes back by itself.
#pragma once

#include "shared/devices/iface/devicestatus.h"

#include <QtCore/QTimer>
#include <QtSerialPort/QSerialPort>

#include <chrono>

namespace atrium::devices {

struct SerialSettings {
    QString port; ///< device name with its path; free text, because pseudo-terminals are in no list of ports
    int baud = 115200;
    std::chrono::milliseconds reconnect{1000}; ///< between two tries to open
};

/// Opens a port 8N1 without flow control and keeps it open. After the first error of an open port it is
/// closed at once (a vanished port reports errors without end) and opened again on a timer.
class SerialLink : public QObject {
    Q_OBJECT

public:
    explicit SerialLink(SerialSettings settings, QObject* parent = nullptr);

    void open();
    void close();
    [[nodiscard]] bool isOpen() const { return m_port.isOpen(); }
    [[nodiscard]] const SerialSettings& settings() const { return m_settings; }

    /// Queues bytes; those not sent when the port closes are lost. False while the port is closed.
    bool write(const std::vector<std::uint8_t>& bytes);

    /// True when everything queued has gone to the operating system.
    [[nodiscard]] bool isDrained() const { return m_port.bytesToWrite() == 0; }

Q_SIGNALS:
    void opened();
    /// The port could not be opened, or was lost; it is tried again.
    void failed(atrium::devices::DeviceReason reason);
    void received(const std::vector<std::uint8_t>& bytes);
    void drained();

private:
    void tryOpen();
    void onError(QSerialPort::SerialPortError error);
    void onReadyRead();

    SerialSettings m_settings;
    QSerialPort m_port;
    QTimer m_retry;
    bool m_opening = false;
};

} // namespace atrium::devices
