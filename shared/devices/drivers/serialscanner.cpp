// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/serialscanner.h"

namespace atrium::devices {

SerialScanner::SerialScanner(SerialSettings port, ScannerLimits limits, QObject* parent)
    : BarcodeScanner(parent), m_link(std::move(port)), m_limits(limits),
      m_decoder(limits.length, limits.idle) {
    m_clock.start();
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        m_decoder.expire(now());
        deliver();
    });
    connect(&m_link, &SerialLink::opened, this, [this] {
        setStatus({DeviceState::ready, DeviceReason::none});
    });
    connect(&m_link, &SerialLink::failed, this, [this](DeviceReason reason) {
        setStatus({DeviceState::offline, reason});
    });
    connect(&m_link, &SerialLink::received, this, &SerialScanner::onBytes);
}

void SerialScanner::stop() {
    m_link.close();
    setStatus({DeviceState::offline, DeviceReason::notStarted});
}

QString SerialScanner::description() const {
    return QStringLiteral("scanner %1, %2 baud").arg(m_link.settings().port).arg(m_link.settings().baud);
}

std::chrono::milliseconds SerialScanner::now() const {
    return std::chrono::milliseconds(m_clock.elapsed());
}

void SerialScanner::onBytes(const std::vector<std::uint8_t>& bytes) {
    m_decoder.feed(bytes, now());
    deliver();
}

void SerialScanner::deliver() {
    while (const auto scan = m_decoder.next()) {
        if (const auto* text = std::get_if<std::string>(&*scan))
            Q_EMIT scanned(QString::fromStdString(*text));
        else
            Q_EMIT scanRefused(std::get<ScanFault>(*scan));
    }
    if (m_decoder.isPending())
        m_idle.start(m_limits.idle + std::chrono::milliseconds(20));
    else
        m_idle.stop();
}

} // namespace atrium::devices
