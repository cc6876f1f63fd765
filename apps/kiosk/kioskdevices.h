// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's reader, printer and scanner, started together, with their states told to the server.
#pragma once

#include "shared/devices/iface/barcodescanner.h"
#include "shared/devices/iface/cardreader.h"
#include "shared/devices/iface/ticketprinter.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace atrium::sync {
class HallClient;
}

namespace atrium::kiosk {

/// Configuration strings of shared/devices/drivers/deviceregistry.h.
struct DeviceConfig {
    QString reader;
    QString printer;
    QString scanner;
};

/// GUI thread. Reports go through the outbox: the last one wins, none is lost while the server is away.
class KioskDevices : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the app")
    Q_PROPERTY(bool canPrint READ canPrint NOTIFY changed FINAL)
    Q_PROPERTY(bool canReadCards READ canReadCards NOTIFY changed FINAL)
    Q_PROPERTY(bool canScan READ canScan NOTIFY changed FINAL)
    Q_PROPERTY(bool reading READ reading NOTIFY readingChanged FINAL)
    Q_PROPERTY(QString printerNotice READ printerNotice NOTIFY changed FINAL)
public:
    explicit KioskDevices(sync::HallClient& client, QObject* parent = nullptr);

    /// Makes the drivers; a text names what is wrong with a configuration string, empty when all are made.
    QString configure(const DeviceConfig& config);
    /// The same with devices that are made already; none may be null.
    void adopt(std::unique_ptr<devices::CardReader> reader, std::unique_ptr<devices::TicketPrinter> printer,
               std::unique_ptr<devices::BarcodeScanner> scanner);
    /// Opens the ports. After the first frame.
    void start();

    [[nodiscard]] devices::TicketPrinter* printer() { return m_printer.get(); }
    bool canPrint() const;
    bool canReadCards() const;
    bool canScan() const;
    /// A card is being read.
    bool reading() const { return m_reading; }
    /// What is wrong with the printer, for the citizen; empty when it works or is still being asked.
    QString printerNotice() const;
    /// "ready", "paperOut" … as DeviceStatus tells it; "none" when there is no such device.
    [[nodiscard]] QString printerState() const;
    [[nodiscard]] QString readerState() const;

Q_SIGNALS:
    void changed();
    void readingChanged();
    void cardRead(const atrium::devices::IdCard& card);
    void cardFailed(atrium::devices::CardFault fault);
    void scanned(const QString& text);
    /// Something was held before the scanner, but no text came of it.
    void scanFailed();

private:
    void report();
    void setReading(bool reading);

    sync::HallClient& m_client;
    std::unique_ptr<devices::CardReader> m_reader;
    std::unique_ptr<devices::TicketPrinter> m_printer;
    std::unique_ptr<devices::BarcodeScanner> m_scanner;
    QString m_reported;
    bool m_reading = false;
    bool m_started = false;
};

} // namespace atrium::kiosk
