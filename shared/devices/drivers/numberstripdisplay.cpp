// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/numberstripdisplay.h"

#include "shared/devices/codec/numberstrip.h"

#include <algorithm>
#include <utility>

namespace atrium::devices {

NumberStripDisplay::NumberStripDisplay(std::shared_ptr<LineBus> bus, NumberStripSettings settings,
                                       QObject* parent)
    : StripDisplay(parent), m_bus(std::move(bus)), m_settings(settings) {
    connect(&m_repeat, &QTimer::timeout, this, &NumberStripDisplay::send);
}

NumberStripDisplay::~NumberStripDisplay() {
    if (m_started)
        m_bus->leave(*this);
}

void NumberStripDisplay::start() {
    if (m_started)
        return;
    m_started = true;
    m_bus->join(*this);
}

void NumberStripDisplay::stop() {
    if (!m_started)
        return;
    m_started = false;
    m_bus->leave(*this);
    lineLost(DeviceReason::notStarted);
}

QString NumberStripDisplay::description() const {
    return QStringLiteral("number strip %1 at %2").arg(m_settings.address).arg(m_bus->name());
}

void NumberStripDisplay::show(const StripContent& content) {
    m_number = std::clamp(content.number.value_or(0), 0, numberstrip::kMaxNumber);
    m_isNews = true;
    send();
}

void NumberStripDisplay::lineOpened() {
    setStatus({DeviceState::ready, DeviceReason::none});
    m_repeat.start(m_settings.repeat);
    send();
}

void NumberStripDisplay::lineLost(DeviceReason reason) {
    m_repeat.stop();
    setStatus({DeviceState::offline, reason});
}

void NumberStripDisplay::send() {
    const auto bytes = numberstrip::encode(m_settings.address, m_number);
    if (m_started && bytes)
        m_bus->post(*this, 0, LineBytes(bytes->begin(), bytes->end()), LineBus::Wants::nothing);
}

void NumberStripDisplay::sent(int) {
    if (std::exchange(m_isNews, false))
        Q_EMIT shown();
}

} // namespace atrium::devices
