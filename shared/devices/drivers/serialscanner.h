// SPDX-License-Identifier: GPL-3.0-or-later
// Driver of bar code scanners that send lines over a serial port (RS-232 or USB-CDC).
#pragma once

#include "shared/devices/drivers/seriallink.h"
#include "shared/devices/iface/barcodescanner.h"

#include <QtCore/QElapsedTimer>

namespace atrium::devices {

struct ScannerLimits {
    std::size_t length = 512; ///< bytes; a ticket's address is about 80
    std::chrono::milliseconds idle{200};
};

/// A scanner cannot be asked whether it is there: "ready" means that its port is open.
class SerialScanner final : public BarcodeScanner {
    Q_OBJECT

public:
    explicit SerialScanner(SerialSettings port, ScannerLimits limits = {}, QObject* parent = nullptr);

    void start() override { m_link.open(); }
    void stop() override;
    [[nodiscard]] QString description() const override;

private:
    [[nodiscard]] std::chrono::milliseconds now() const;
    void onBytes(const std::vector<std::uint8_t>& bytes);
    void deliver();

    SerialLink m_link;
    ScannerLimits m_limits;
    ScanLineDecoder m_decoder;
    QElapsedTimer m_clock;
    QTimer m_idle;
};

} // namespace atrium::devices
