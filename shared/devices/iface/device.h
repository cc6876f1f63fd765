// SPDX-License-Identifier: GPL-3.0-or-later
// What every device has in common: it is started, stopped and has a status.
#pragma once

#include "shared/devices/iface/devicestatus.h"

namespace atrium::devices {

/// Base of all devices. A device lives in one thread (that of its creator, which needs a running event loop);
/// all calls and signals happen there. Nothing blocks: a driver works on timers and port signals.
class Device : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Opens the device and keeps it open: a lost port is opened again by itself. Does nothing when started.
    virtual void start() = 0;

    /// Closes the device; a job under way ends with its outcome. Does nothing when stopped.
    virtual void stop() = 0;

    [[nodiscard]] DeviceStatus status() const { return m_status; }

    /// What stands behind the interface, for the administrator: protocol, port and, once known, serial
    /// number.
    [[nodiscard]] virtual QString description() const = 0;

Q_SIGNALS:
    /// Only on a change, never twice with the same value.
    void statusChanged(const atrium::devices::DeviceStatus& status);

protected:
    void setStatus(DeviceStatus status) {
        if (status == m_status)
            return;
        m_status = status;
        Q_EMIT statusChanged(status);
    }

private:
    DeviceStatus m_status;
};

} // namespace atrium::devices
