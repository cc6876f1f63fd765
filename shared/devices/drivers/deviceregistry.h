// SPDX-License-Identifier: GPL-3.0-or-later
// Makes drivers from the configuration strings of a kiosk or window.
#pragma once

#include "shared/devices/iface/barcodescanner.h"
#include "shared/devices/iface/cardreader.h"
#include "shared/devices/iface/speaker.h"
#include "shared/devices/iface/ticketprinter.h"

#include <memory>

namespace atrium::devices {

/// A driver, or a sentence in English that names what is wrong with the configuration string.
template <typename T> struct Made {
    std::unique_ptr<T> device; ///< null only with an error
    QString error;
};

/// Configuration strings are `protocol:port?key=value&key=value`, for example
///   card reader  "sdt:/dev/ttyS1", "sdt:/dev/ttyUSB0?baud=57600", "none"
///   printer      "escpos:/dev/ttyS2?width=80", "escpos:/dev/ttyUSB1?width=58&baud=19200&cutter=no", "none"
///   scanner      "scanner:/dev/ttyS3", "scanner:/dev/ttyACM0?baud=115200", "none"
///   speaker      "speechd", "speechd:?timeout=30", "none"
/// An empty string means "none": a device that exists, does nothing and reports notConfigured. A device made
/// here still has to be started. Unknown protocols, keys and values are errors, never guessed at.
[[nodiscard]] Made<CardReader> makeCardReader(const QString& config);
[[nodiscard]] Made<TicketPrinter> makeTicketPrinter(const QString& config);
[[nodiscard]] Made<BarcodeScanner> makeBarcodeScanner(const QString& config);
[[nodiscard]] Made<Speaker> makeSpeaker(const QString& config);

} // namespace atrium::devices
