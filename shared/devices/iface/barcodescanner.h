// SPDX-License-Identifier: GPL-3.0-or-later
// A bar code or QR code scanner.
#pragma once

#include "shared/devices/codec/scanline.h"
#include "shared/devices/iface/device.h"

namespace atrium::devices {

/// Delivers one text per code read. The content is whatever a stranger printed: check it before use.
class BarcodeScanner : public Device {
    Q_OBJECT

public:
    using Device::Device;

Q_SIGNALS:
    /// Valid UTF-8 without control characters, at most the driver's length limit.
    void scanned(const QString& text);
    void scanRefused(atrium::devices::ScanFault fault);
};

} // namespace atrium::devices
