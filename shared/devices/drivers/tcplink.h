// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP connection to a device, or to a box with a serial line behind it, that comes back by itself.
#pragma once

#include "shared/devices/drivers/bytelink.h"

#include <QtCore/QTimer>
#include <QtNetwork/QTcpSocket>

#include <chrono>

namespace atrium::devices {

struct TcpSettings {
    QString host;
    quint16 port = 5005;
    std::chrono::milliseconds reconnect{1000};  ///< between two tries to connect
    std::chrono::milliseconds connecting{3000}; ///< a try that takes longer is given up
};

/// Bytes go out as they come, without encryption: these devices know none. They belong into a network of
/// their own.
class TcpLink final : public ByteLink {
    Q_OBJECT

public:
    explicit TcpLink(TcpSettings settings, QObject* parent = nullptr);

    void open() override;
    void close() override;
    [[nodiscard]] bool isOpen() const override;
    bool write(const std::vector<std::uint8_t>& bytes) override;
    [[nodiscard]] bool isDrained() const override { return m_socket.bytesToWrite() == 0; }
    void renew() override;
    [[nodiscard]] QString name() const override;

private:
    void tryOpen();
    void onLost(DeviceReason reason);

    TcpSettings m_settings;
    QTcpSocket m_socket;
    QTimer m_retry;
    QTimer m_limit;
    bool m_wanted = false;
    bool m_connected = false;
};

} // namespace atrium::devices
