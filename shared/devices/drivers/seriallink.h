// SPDX-License-Identifier: GPL-3.0-or-later
// A serial port that comes back by itself.
#pragma once

#include "shared/devices/drivers/bytelink.h"

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
class SerialLink final : public ByteLink {
    Q_OBJECT

public:
    explicit SerialLink(SerialSettings settings, QObject* parent = nullptr);

    void open() override;
    void close() override;
    [[nodiscard]] bool isOpen() const override { return m_port.isOpen(); }
    [[nodiscard]] const SerialSettings& settings() const { return m_settings; }
    bool write(const std::vector<std::uint8_t>& bytes) override;
    [[nodiscard]] bool isDrained() const override { return m_port.bytesToWrite() == 0; }
    [[nodiscard]] QString name() const override;

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
