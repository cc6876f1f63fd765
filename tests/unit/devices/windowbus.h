// SPDX-License-Identifier: GPL-3.0-or-later
// A line with strips and callers, its emulator at the other end: over a pseudo-terminal and over TCP.
#pragma once

#include "shared/devices/drivers/linebus.h"
#include "shared/devices/drivers/seriallink.h"
#include "shared/devices/drivers/tcplink.h"
#include "tests/unit/devices/emulated.h"

namespace atrium::tests {

using Ms = std::chrono::milliseconds;

enum class Carrier { serial, tcp };

inline QStringList carried(Carrier carrier, QStringList options) {
    if (carrier == Carrier::tcp)
        options << QStringLiteral("--link") << QStringLiteral("tcp:0");
    return options;
}

inline std::unique_ptr<devices::ByteLink> linkTo(const QString& port) {
    if (port.startsWith(QLatin1Char('/')))
        return std::make_unique<devices::SerialLink>(devices::SerialSettings{port, 57600, Ms(50)});
    const auto number = port.section(QLatin1Char(':'), 1).toUShort();
    return std::make_unique<devices::TcpLink>(
        devices::TcpSettings{port.section(QLatin1Char(':'), 0, 0), number, Ms(50), Ms(2000)});
}

/// A busy test machine must not look like a silent device.
inline devices::LineTimings patient() {
    devices::LineTimings timings;
    timings.bitsPerSecond = 57600;
    timings.answer = Ms(400);
    return timings;
}

/// Emulator and line. Options name the stations, e.g. --strips 1,2.
struct WindowLine {
    explicit WindowLine(const QString& options, Carrier carrier = Carrier::serial,
                        devices::LineTimings timings = patient())
        : emulator(QStringLiteral("atrium-emulate-windowbus"),
                   carried(carrier, options.split(QLatin1Char(' '), Qt::SkipEmptyParts))),
          bus(std::make_shared<devices::LineBus>(linkTo(emulator.port()), timings)) {}

    QString tell(const char* command) { return emulator.tell(QString::fromUtf8(command)); }
    int count(const char* name) { return emulator.state(QString::fromUtf8(name)); }

    /// The word behind `name=` in the answer to a command.
    QString word(const char* command, const char* name) {
        const QString answer = tell(command);
        const QString key = QString::fromUtf8(name) + QLatin1Char('=');
        const auto at = answer.indexOf(QLatin1Char(' ') + key);
        if (at < 0)
            return {};
        const QString rest = answer.mid(at + 1 + key.size());
        return key == QLatin1String("text=") ? rest : rest.section(QLatin1Char(' '), 0, 0);
    }

    Emulated emulator;
    std::shared_ptr<devices::LineBus> bus;
};

} // namespace atrium::tests

Q_DECLARE_METATYPE(atrium::tests::Carrier)
