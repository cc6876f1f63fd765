// SPDX-License-Identifier: GPL-3.0-or-later
// Devices that do at once what a test says.
#pragma once

#include "shared/devices/iface/barcodescanner.h"
#include "shared/devices/iface/cardreader.h"
#include "shared/devices/iface/ticketprinter.h"

#include <optional>
#include <utility>

namespace atrium::test {

/// Prints at once and remembers; `next` says how the job ends.
class FakePrinter : public devices::TicketPrinter {
    Q_OBJECT
public:
    devices::PrintResult next{devices::PrintOutcome::printed, devices::PrintFault::none};
    int printed = 0;
    std::optional<devices::DeviceState> checked; ///< what the next check finds

    void start() override { setStatus({devices::DeviceState::ready, devices::DeviceReason::none}); }
    void stop() override {}
    /// What it says of itself from now on.
    void become(devices::DeviceState state) { setStatus({state, devices::DeviceReason::none}); }
    QString description() const override { return QStringLiteral("fake"); }
    devices::PrinterCapabilities capabilities() const override { return {.widthDots = 576, .paperMm = 80}; }
    void checkStatus() override;
    quint64 print(const devices::TicketImage& image, devices::CutMode cut) override;
    void cutOffRest() override {}
};

/// Works from start() on, until it is unplugged.
class FakeReader : public devices::CardReader {
    Q_OBJECT
public:
    void start() override { setStatus({devices::DeviceState::ready, devices::DeviceReason::none}); }
    void stop() override {}
    QString description() const override { return QStringLiteral("fake"); }
    void unplug() { setStatus({devices::DeviceState::offline, devices::DeviceReason::unplugged}); }
    /// A card that is read at once.
    void lay(const devices::IdCard& card) { Q_EMIT cardRead(card); }
    /// A card whose reading goes on until lay().
    void find() { Q_EMIT cardFound(); }
};

class FakeScanner : public devices::BarcodeScanner {
    Q_OBJECT
public:
    void start() override { setStatus({devices::DeviceState::ready, devices::DeviceReason::none}); }
    void stop() override {}
    QString description() const override { return QStringLiteral("fake"); }
    void scan(const QString& text) { Q_EMIT scanned(text); }
    void refuse(devices::ScanFault fault) { Q_EMIT scanRefused(fault); }
};

} // namespace atrium::test
