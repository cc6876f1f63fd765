// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/linebuses.h"

#include "shared/devices/drivers/configstring.h"
#include "shared/devices/drivers/nulldevices.h"
#include "shared/devices/drivers/numberstripdisplay.h"
#include "shared/devices/drivers/onbonstripdisplay.h"
#include "shared/devices/drivers/rs485caller.h"
#include "shared/devices/drivers/tcplink.h"

namespace atrium::devices {
namespace {

const QString kOnbon = QStringLiteral("onbon");
const QString kNumber = QStringLiteral("number");
const QString kCaller = QStringLiteral("caller");
const QString kAddressKey = QStringLiteral("address");
const QString kBaudKey = QStringLiteral("baud");
const QString kWidthKey = QStringLiteral("width");
const QString kHeightKey = QStringLiteral("height");
constexpr int kMostPixels = 2048;

/// Path, or host and port; null with an error for anything else.
std::unique_ptr<ByteLink> linkTo(const QString& port, int baud, QString& error) {
    if (port.startsWith(QLatin1Char('/'))) {
        SerialSettings settings;
        settings.port = port;
        settings.baud = baud;
        return std::make_unique<SerialLink>(settings);
    }
    TcpSettings settings;
    settings.host = port.section(QLatin1Char(':'), 0, 0);
    bool ok = false;
    settings.port = port.section(QLatin1Char(':'), 1).toUShort(&ok);
    if (ok && settings.port != 0 && !settings.host.isEmpty())
        return std::make_unique<TcpLink>(settings);
    error = QStringLiteral("the port must be a path such as /dev/ttyS4, or host:port, not \"%1\"").arg(port);
    return nullptr;
}

} // namespace

std::shared_ptr<LineBus> LineBuses::lineAt(const QString& port, int baud, QString& error) {
    Line& line = m_lines[port];
    if (auto bus = line.bus.lock()) {
        if (line.baud == baud)
            return bus;
        error = QStringLiteral("%1 is used at %2 baud already, not at %3").arg(port).arg(line.baud).arg(baud);
        return nullptr;
    }
    auto link = linkTo(port, baud, error);
    if (!link)
        return nullptr;
    LineTimings timings;
    timings.bitsPerSecond = baud;
    auto bus = std::make_shared<LineBus>(std::move(link), timings);
    line = {bus, baud};
    return bus;
}

Made<StripDisplay> LineBuses::makeStripDisplay(const QString& config) {
    ConfigString address =
        parseConfig(config, {kOnbon, kNumber}, {kAddressKey, kBaudKey, kWidthKey, kHeightKey});
    if (isNone(address))
        return {std::make_unique<NullStripDisplay>(), {}};
    const bool isText = address.protocol == kOnbon;
    if (address.error.isEmpty() && !isText &&
        (address.values.contains(kWidthKey) || address.values.contains(kHeightKey)))
        address.error = QStringLiteral("a number strip has no width and height");
    OnbonSettings onbon;
    NumberStripSettings number;
    const int mostAddress = isText ? onbon::kAnyAddress : 255;
    const int at = numberBetween(address, kAddressKey, 1, 0, mostAddress);
    onbon.address = static_cast<std::uint16_t>(at);
    number.address = static_cast<std::uint8_t>(at);
    onbon.width = numberBetween(address, kWidthKey, onbon.width, 16, kMostPixels);
    onbon.height = numberBetween(address, kHeightKey, onbon.height, 16, kMostPixels);
    const int baud =
        chooseNumber(address, kBaudKey, isText ? QList<int>{9600, 57600} : QList<int>{9600, 4800, 19200});
    if (isText && !address.port.isEmpty() && !address.port.contains(QLatin1Char('/')) &&
        !address.port.contains(QLatin1Char(':')))
        address.port += QStringLiteral(":5005");
    auto bus = address.error.isEmpty() ? lineAt(address.port, baud, address.error) : nullptr;
    if (!bus)
        return {nullptr, address.error};
    if (isText)
        return {std::make_unique<OnbonStripDisplay>(std::move(bus), onbon), {}};
    return {std::make_unique<NumberStripDisplay>(std::move(bus), number), {}};
}

Made<Caller> LineBuses::makeCaller(const QString& config) {
    ConfigString address = parseConfig(config, {kCaller}, {kAddressKey, kBaudKey});
    if (isNone(address))
        return {std::make_unique<NullCaller>(), {}};
    CallerSettings settings;
    settings.address = static_cast<std::uint8_t>(numberBetween(address, kAddressKey, 1, 0, 255));
    const int baud = chooseNumber(address, kBaudKey, {9600, 4800, 19200, 57600});
    auto bus = address.error.isEmpty() ? lineAt(address.port, baud, address.error) : nullptr;
    if (!bus)
        return {nullptr, address.error};
    return {std::make_unique<Rs485Caller>(std::move(bus), settings), {}};
}

} // namespace atrium::devices
