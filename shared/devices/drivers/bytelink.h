// SPDX-License-Identifier: GPL-3.0-or-later
// A line of bytes to devices, whatever carries it, that comes back by itself.
#pragma once

#include "shared/devices/iface/devicestatus.h"

#include <cstdint>
#include <vector>

namespace atrium::devices {

/// Opened once, it stays open: after a failure it is opened again on a timer. One thread, with an event loop.
class ByteLink : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void open() = 0;
    virtual void close() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;

    /// Queues bytes; those not sent when the line closes are lost. False while it is closed.
    virtual bool write(const std::vector<std::uint8_t>& bytes) = 0;

    /// True when everything queued has gone to the operating system.
    [[nodiscard]] virtual bool isDrained() const = 0;

    /// To be called when nobody at the other end has answered for long: a line that may be dead without
    /// knowing it is opened anew.
    virtual void renew() {}

    /// For the administrator, e.g. "/dev/ttyS4, 9600 baud".
    [[nodiscard]] virtual QString name() const = 0;

Q_SIGNALS:
    void opened();
    /// The line could not be opened, or was lost; it is tried again.
    void failed(atrium::devices::DeviceReason reason);
    void received(const std::vector<std::uint8_t>& bytes);
    void drained();
};

} // namespace atrium::devices
