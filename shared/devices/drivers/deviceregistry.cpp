// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/deviceregistry.h"

#include "shared/devices/drivers/configstring.h"
#include "shared/devices/drivers/escposprinter.h"
#include "shared/devices/drivers/nulldevices.h"
#include "shared/devices/drivers/queuedspeaker.h"
#include "shared/devices/drivers/sdtcardreader.h"
#include "shared/devices/drivers/serialscanner.h"
#include "shared/devices/drivers/speechprocess.h"

namespace atrium::devices {
namespace {

const QString kBaud = QStringLiteral("baud");

} // namespace

Made<CardReader> makeCardReader(const QString& config) {
    ConfigString address = parseConfig(config, {QStringLiteral("sdt")}, {kBaud});
    if (isNone(address))
        return {std::make_unique<NullCardReader>(), {}};
    const SerialSettings port = serialSettings(address, {115200, 57600, 38400, 19200, 9600});
    if (!address.error.isEmpty())
        return {nullptr, address.error};
    return {std::make_unique<SdtCardReader>(port), {}};
}

Made<TicketPrinter> makeTicketPrinter(const QString& config) {
    const QString width = QStringLiteral("width");
    const QString cutter = QStringLiteral("cutter");
    ConfigString address = parseConfig(config, {QStringLiteral("escpos")}, {kBaud, width, cutter});
    if (isNone(address))
        return {std::make_unique<NullPrinter>(), {}};
    const SerialSettings port = serialSettings(address, {115200, 57600, 38400, 19200, 9600});
    EscPosSettings settings;
    settings.paperMm = chooseNumber(address, width, {80, 58});
    const QString answer = address.values.value(cutter, QStringLiteral("yes"));
    settings.cutter = answer == QLatin1String("yes");
    if (!settings.cutter && answer != QLatin1String("no"))
        address.error = QStringLiteral("cutter=%1 is not possible: yes or no").arg(answer);
    if (!address.error.isEmpty())
        return {nullptr, address.error};
    return {std::make_unique<EscPosPrinter>(port, settings), {}};
}

Made<BarcodeScanner> makeBarcodeScanner(const QString& config) {
    ConfigString address = parseConfig(config, {QStringLiteral("scanner")}, {kBaud});
    if (isNone(address))
        return {std::make_unique<NullScanner>(), {}};
    const SerialSettings port = serialSettings(address, {9600, 19200, 38400, 57600, 115200});
    if (!address.error.isEmpty())
        return {nullptr, address.error};
    return {std::make_unique<SerialScanner>(port), {}};
}

Made<Speaker> makeSpeaker(const QString& config) {
    const QString timeout = QStringLiteral("timeout");
    ConfigString address = parseConfig(config, {QStringLiteral("speechd")}, {timeout});
    if (isNone(address))
        return {std::make_unique<NullSpeaker>(), {}};
    SpeechLimits limits;
    if (address.values.contains(timeout)) {
        bool ok = false;
        const int seconds = address.values.value(timeout).toInt(&ok);
        if (!ok || seconds < 1 || seconds > 120)
            address.error = QStringLiteral("timeout=%1 is not possible: 1 to 120 seconds")
                                .arg(address.values.value(timeout));
        limits.base = std::chrono::seconds(seconds);
    }
    if (!address.port.isEmpty())
        address.error = QStringLiteral("speechd takes no port");
    if (!address.error.isEmpty())
        return {nullptr, address.error};
    const auto factory = [] { return std::unique_ptr<SpeechEngine>(std::make_unique<SpeechProcess>()); };
    return {std::make_unique<QueuedSpeaker>(factory, QStringLiteral("speech-dispatcher"), limits), {}};
}

} // namespace atrium::devices
