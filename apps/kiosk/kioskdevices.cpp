// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/kioskdevices.h"

#include "apps/kiosk/sentences.h"
#include "shared/devices/drivers/deviceregistry.h"
#include "shared/model/api.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/tokens/theme.h"

#include <QCoreApplication>
#include <QMetaEnum>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;
using devices::DeviceReason;
using devices::DeviceState;

namespace {

QString stateOf(const devices::Device* device) {
    if (device == nullptr || device->status().reason == DeviceReason::notConfigured)
        return u"none"_s;
    const auto state = QMetaEnum::fromType<DeviceState>();
    return QString::fromLatin1(state.valueToKey(static_cast<int>(device->status().state)));
}

} // namespace

KioskDevices::KioskDevices(sync::HallClient& client, QObject* parent) : QObject(parent), m_client(client) {
    // What is wrong with the printer is said in the present language, once its texts are loaded.
    connect(&ui::Theme::instance(), &ui::Theme::languageChanged, this, &KioskDevices::changed,
            Qt::QueuedConnection);
    // A device enrolled anew, perhaps as another one, has told nothing yet.
    connect(&m_client, &sync::HallClient::enrolledChanged, this, [this] {
        m_reported.clear();
        if (m_client.enrolled())
            report();
    });
}

QString KioskDevices::configure(const DeviceConfig& config) {
    auto reader = devices::makeCardReader(config.reader);
    auto printer = devices::makeTicketPrinter(config.printer);
    auto scanner = devices::makeBarcodeScanner(config.scanner);
    for (const QString& error : {reader.error, printer.error, scanner.error})
        if (!error.isEmpty())
            return error;
    adopt(std::move(reader.device), std::move(printer.device), std::move(scanner.device));
    return {};
}

void KioskDevices::adopt(std::unique_ptr<devices::CardReader> reader,
                         std::unique_ptr<devices::TicketPrinter> printer,
                         std::unique_ptr<devices::BarcodeScanner> scanner) {
    m_reader = std::move(reader);
    m_printer = std::move(printer);
    m_scanner = std::move(scanner);
    for (devices::Device* device :
         {static_cast<devices::Device*>(m_reader.get()), static_cast<devices::Device*>(m_printer.get()),
          static_cast<devices::Device*>(m_scanner.get())})
        connect(device, &devices::Device::statusChanged, this, [this] {
            report();
            if (!canReadCards())
                setReading(false); // whatever was begun ends with the reader
            Q_EMIT changed();
        });
    connect(m_reader.get(), &devices::CardReader::cardFound, this, [this] { setReading(true); });
    connect(m_reader.get(), &devices::CardReader::cardRead, this, [this](const devices::IdCard& card) {
        setReading(false);
        Q_EMIT cardRead(card);
    });
    connect(m_reader.get(), &devices::CardReader::readFailed, this, [this](devices::CardFault fault) {
        setReading(false);
        Q_EMIT cardFailed(fault);
    });
    connect(m_scanner.get(), &devices::BarcodeScanner::scanned, this, &KioskDevices::scanned);
    connect(m_scanner.get(), &devices::BarcodeScanner::scanRefused, this, &KioskDevices::scanFailed);
}

void KioskDevices::start() {
    if (m_started || m_reader == nullptr)
        return;
    m_started = true;
    m_reader->start();
    m_printer->start();
    m_scanner->start();
    report();
    Q_EMIT changed();
}

void KioskDevices::setReading(bool reading) {
    if (m_reading == reading)
        return;
    m_reading = reading;
    Q_EMIT readingChanged();
}

bool KioskDevices::canPrint() const {
    return m_printer != nullptr && m_printer->status().usable();
}

bool KioskDevices::canReadCards() const {
    return m_reader != nullptr && m_reader->status().usable();
}

bool KioskDevices::canScan() const {
    return m_scanner != nullptr && m_scanner->status().usable();
}

QString KioskDevices::printerState() const {
    return stateOf(m_printer.get());
}

QString KioskDevices::readerState() const {
    return stateOf(m_reader.get());
}

QString KioskDevices::printerNotice() const {
    if (m_printer == nullptr || m_printer->status().usable() ||
        m_printer->status().reason == DeviceReason::notStarted)
        return {};
    return sentenceOf(m_printer->status().state);
}

void KioskDevices::report() {
    if (!m_started)
        return;
    const model::DeviceReport now{.printer = printerState().toStdString(),
                                  .cardReader = readerState().toStdString(),
                                  .scanner = stateOf(m_scanner.get()).toStdString(),
                                  .appVersion = QCoreApplication::applicationVersion().toStdString()};
    const QString text = printerState() + u'|' + readerState() + u'|' + stateOf(m_scanner.get());
    if (text == m_reported)
        return;
    // When the disk does not take it, the next change is tried again.
    if (m_client.outbox().enqueue("PUT", "/devices/self/status", now, u"status"_s))
        m_reported = text;
}

} // namespace atrium::kiosk
