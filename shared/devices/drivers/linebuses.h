// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the devices of windows from configuration strings; those that name one port share its line.
#pragma once

#include "shared/devices/drivers/deviceregistry.h"
#include "shared/devices/drivers/linebus.h"
#include "shared/devices/iface/caller.h"
#include "shared/devices/iface/stripdisplay.h"

#include <map>

namespace atrium::devices {

/// Configuration strings:
///   strip   "onbon:/dev/ttyS4?address=1&width=128&height=32&baud=57600", "onbon:192.168.3.20:5005",
///           "number:/dev/ttyS5?address=7", "none"
///   caller  "caller:/dev/ttyS6?address=5", "caller:192.168.3.21:4001?address=5", "none"
/// A port is a path, or host and TCP port of a card or of a box with a serial line behind it. The same port
/// in several strings is one line with several addresses: its baud rate must be the same in all. A device
/// made here still has to be started, and keeps its line alive.
class LineBuses {
public:
    [[nodiscard]] Made<StripDisplay> makeStripDisplay(const QString& config);
    [[nodiscard]] Made<Caller> makeCaller(const QString& config);

private:
    struct Line {
        std::weak_ptr<LineBus> bus; ///< weak: the line closes with its last device
        int baud = 0;
    };
    [[nodiscard]] std::shared_ptr<LineBus> lineAt(const QString& port, int baud, QString& error);

    std::map<QString, Line> m_lines;
};

} // namespace atrium::devices
