// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/deviceregistry.h"

#include "shared/devices/drivers/escposprinter.h"
#include "shared/devices/drivers/nulldevices.h"
#include "shared/devices/drivers/queuedspeaker.h"
#include "shared/devices/drivers/sdtcardreader.h"
#include "shared/devices/drivers/serialscanner.h"
#include "shared/devices/drivers/speechprocess.h"

#include <QtCore/QMap>
#include <QtCore/QStringList>

namespace atrium::devices {
namespace {

struct Address {
    QString protocol;
    QString port;
    QMap<QString, QString> values;
    QString error;
};

/// Splits `protocol:port?key=value&…`, and allows the given keys only.
Address parse(const QString& config, const QString& protocol, const QStringList& keys) {
    Address address;
    const QString text = config.trimmed();
    if (text.isEmpty() || text == QLatin1String("none"))
        return address;
    const auto colon = text.indexOf(QLatin1Char(':'));
    address.protocol = colon < 0 ? text : text.left(colon);
    if (address.protocol != protocol) {
        address.error = QStringLiteral("unknown protocol \"%1\": expected \"%2\" or \"none\"")
                            .arg(address.protocol, protocol);
        return address;
    }
    const QString rest = colon < 0 ? QString() : text.mid(colon + 1);
    const auto question = rest.indexOf(QLatin1Char('?'));
    address.port = question < 0 ? rest : rest.left(question);
    const QString query = question < 0 ? QString() : rest.mid(question + 1);
    for (const QString& pair : query.split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
        const QString key = pair.section(QLatin1Char('='), 0, 0);
        if (!keys.contains(key) || address.values.contains(key)) {
            address.error = QStringLiteral("unknown or repeated setting \"%1\": possible are %2")
                                .arg(key, keys.join(QLatin1String(", ")));
            return address;
        }
        address.values.insert(key, pair.section(QLatin1Char('='), 1));
    }
    return address;
}

bool isNone(const Address& address) {
    return address.protocol.isEmpty() && address.error.isEmpty();
}

/// Takes one of the allowed numbers, the first being the default.
int choose(Address& address, const QString& key, const QList<int>& allowed) {
    if (!address.values.contains(key))
        return allowed.front();
    bool ok = false;
    const int value = address.values.value(key).toInt(&ok);
    if (ok && allowed.contains(value))
        return value;
    QStringList names;
    for (const int each : allowed)
        names << QString::number(each);
    address.error = QStringLiteral("%1=%2 is not possible: one of %3")
                        .arg(key, address.values.value(key), names.join(QLatin1String(", ")));
    return allowed.front();
}

SerialSettings serial(Address& address, const QList<int>& bauds) {
    if (address.error.isEmpty() && !address.port.startsWith(QLatin1Char('/')))
        address.error =
            QStringLiteral("the port must be a path such as /dev/ttyS1, not \"%1\"").arg(address.port);
    SerialSettings settings;
    settings.port = address.port;
    settings.baud = choose(address, QStringLiteral("baud"), bauds);
    return settings;
}

const QString kBaud = QStringLiteral("baud");

} // namespace

Made<CardReader> makeCardReader(const QString& config) {
    Address address = parse(config, QStringLiteral("sdt"), {kBaud});
    if (isNone(address))
        return {std::make_unique<NullCardReader>(), {}};
    const SerialSettings port = serial(address, {115200, 57600, 38400, 19200, 9600});
    if (!address.error.isEmpty())
        return {nullptr, address.error};
    return {std::make_unique<SdtCardReader>(port), {}};
}

Made<TicketPrinter> makeTicketPrinter(const QString& config) {
    const QString width = QStringLiteral("width");
    const QString cutter = QStringLiteral("cutter");
    Address address = parse(config, QStringLiteral("escpos"), {kBaud, width, cutter});
    if (isNone(address))
        return {std::make_unique<NullPrinter>(), {}};
    const SerialSettings port = serial(address, {115200, 57600, 38400, 19200, 9600});
    EscPosSettings settings;
    settings.paperMm = choose(address, width, {80, 58});
    const QString answer = address.values.value(cutter, QStringLiteral("yes"));
    settings.cutter = answer == QLatin1String("yes");
    if (!settings.cutter && answer != QLatin1String("no"))
        address.error = QStringLiteral("cutter=%1 is not possible: yes or no").arg(answer);
    if (!address.error.isEmpty())
        return {nullptr, address.error};
    return {std::make_unique<EscPosPrinter>(port, settings), {}};
}

Made<BarcodeScanner> makeBarcodeScanner(const QString& config) {
    Address address = parse(config, QStringLiteral("scanner"), {kBaud});
    if (isNone(address))
        return {std::make_unique<NullScanner>(), {}};
    const SerialSettings port = serial(address, {9600, 19200, 38400, 57600, 115200});
    if (!address.error.isEmpty())
        return {nullptr, address.error};
    return {std::make_unique<SerialScanner>(port), {}};
}

Made<Speaker> makeSpeaker(const QString& config) {
    const QString timeout = QStringLiteral("timeout");
    Address address = parse(config, QStringLiteral("speechd"), {timeout});
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
