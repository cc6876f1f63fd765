// SPDX-License-Identifier: GPL-3.0-or-later
// The strings that name a device in a program's settings, taken apart.
#pragma once

#include "shared/devices/drivers/seriallink.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QStringList>

namespace atrium::devices {

/// `protocol:port?key=value&…`. error is a sentence in English; the first mistake found stays.
struct ConfigString {
    QString protocol;
    QString port;
    QMap<QString, QString> values;
    QString error;
};

/// Allows the given protocols and keys only. An empty string and "none" are no device: isNone().
[[nodiscard]] ConfigString parseConfig(const QString& config, const QStringList& protocols,
                                       const QStringList& keys);
[[nodiscard]] bool isNone(const ConfigString& address);

/// One of the allowed numbers, the first being the default; sets address.error for any other.
[[nodiscard]] int chooseNumber(ConfigString& address, const QString& key, const QList<int>& allowed);

/// A number in bounds; sets address.error for any other.
[[nodiscard]] int numberBetween(ConfigString& address, const QString& key, int otherwise, int least,
                                int most);

/// A port by its path, and the key `baud`; sets address.error.
[[nodiscard]] SerialSettings serialSettings(ConfigString& address, const QList<int>& bauds);

} // namespace atrium::devices
