// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/configstring.h"

namespace atrium::devices {

ConfigString parseConfig(const QString& config, const QStringList& protocols, const QStringList& keys) {
    ConfigString address;
    const QString text = config.trimmed();
    if (text.isEmpty() || text == QLatin1String("none"))
        return address;
    const auto colon = text.indexOf(QLatin1Char(':'));
    address.protocol = colon < 0 ? text : text.left(colon);
    if (!protocols.contains(address.protocol)) {
        address.error = QStringLiteral("unknown protocol \"%1\": expected \"%2\" or \"none\"")
                            .arg(address.protocol, protocols.join(QLatin1String("\", \"")));
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

bool isNone(const ConfigString& address) {
    return address.protocol.isEmpty() && address.error.isEmpty();
}

int chooseNumber(ConfigString& address, const QString& key, const QList<int>& allowed) {
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

SerialSettings serialSettings(ConfigString& address, const QList<int>& bauds) {
    if (address.error.isEmpty() && !address.port.startsWith(QLatin1Char('/')))
        address.error =
            QStringLiteral("the port must be a path such as /dev/ttyS1, not \"%1\"").arg(address.port);
    SerialSettings settings;
    settings.port = address.port;
    settings.baud = chooseNumber(address, QStringLiteral("baud"), bauds);
    return settings;
}

int numberBetween(ConfigString& address, const QString& key, int otherwise, int least, int most) {
    if (!address.values.contains(key))
        return otherwise;
    bool ok = false;
    const int value = address.values.value(key).toInt(&ok);
    if (ok && value >= least && value <= most)
        return value;
    address.error = QStringLiteral("%1=%2 is not possible: %3 to %4")
                        .arg(key, address.values.value(key))
                        .arg(least)
                        .arg(most);
    return otherwise;
}

} // namespace atrium::devices
