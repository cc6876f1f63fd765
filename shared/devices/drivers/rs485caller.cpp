// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/rs485caller.h"

#include <algorithm>

namespace atrium::devices {

Rs485Caller::Rs485Caller(std::shared_ptr<LineBus> bus, CallerSettings settings, QObject* parent)
    : Caller(parent), m_bus(std::move(bus)), m_settings(settings) {
    connect(&m_refresh, &QTimer::timeout, this, &Rs485Caller::refreshDisplay);
}

Rs485Caller::~Rs485Caller() {
    if (m_started)
        m_bus->leave(*this);
}

void Rs485Caller::start() {
    if (m_started)
        return;
    m_started = true;
    m_bus->join(*this);
}

void Rs485Caller::stop() {
    if (!m_started)
        return;
    m_started = false;
    m_bus->leave(*this);
    lineLost(DeviceReason::notStarted);
}

QString Rs485Caller::description() const {
    return QStringLiteral("caller %1 at %2").arg(m_settings.address).arg(m_bus->name());
}

void Rs485Caller::showTicket(const QString& number) {
    m_display = caller::showTicket(m_settings.address, number.right(3).toStdString());
    refreshDisplay();
}

void Rs485Caller::showWaiting(int count) {
    m_display = caller::showWaiting(m_settings.address, count);
    refreshDisplay();
}

void Rs485Caller::beep() {
    post(sound, caller::beep(m_settings.address));
}

void Rs485Caller::askGrade() {
    post(evaluator, caller::askGrade(m_settings.address));
}

void Rs485Caller::refreshDisplay() {
    if (m_display)
        post(display, *m_display);
}

void Rs485Caller::post(Slot slot, const caller::Frame& frame) {
    if (!m_started || !m_bus->isOpen())
        return;
    auto& out = m_out.at(slot);
    out.frame = frame;
    out.isQueued = true;
    const auto place = slot == acknowledgement ? LineBus::Place::first : LineBus::Place::last;
    m_bus->post(*this, slot, caller::encode(frame), LineBus::Wants::nothing, place);
}

void Rs485Caller::lineOpened() {
    m_decoder.clear();
    setStatus({DeviceState::ready, DeviceReason::none});
    m_refresh.start(m_settings.refresh);
    refreshDisplay();
}

void Rs485Caller::lineLost(DeviceReason reason) {
    m_refresh.stop();
    m_decoder.clear();
    m_last.reset();
    m_out = {};
    setStatus({DeviceState::offline, reason});
}

void Rs485Caller::sent(int slot) {
    auto& out = m_out.at(static_cast<std::size_t>(slot));
    out.isQueued = false;
    out.sentAt.start();
}

void Rs485Caller::heard(std::span<const std::uint8_t> bytes) {
    m_decoder.feed(bytes);
    while (const auto frame = m_decoder.next())
        onFrame(*frame);
}

void Rs485Caller::quiet() {
    while (const auto frame = m_decoder.flush())
        onFrame(*frame);
}

bool Rs485Caller::isOwnEcho(const caller::Frame& frame) const {
    return std::any_of(m_out.begin(), m_out.end(), [&](const Outgoing& out) {
        const bool isRecent = out.sentAt.isValid() && out.sentAt.elapsed() < m_settings.ownEcho.count();
        return out.frame == frame && (out.isQueued || isRecent);
    });
}

bool Rs485Caller::isRepeat(const caller::Frame& frame) const {
    const bool isDigit = frame.data.size() == 1 && frame.data.front() <= 9;
    const auto window = isDigit ? m_settings.repeatOfDigit : m_settings.repeatOfKey;
    return m_last == frame && m_lastAt.elapsed() < window.count();
}

void Rs485Caller::onFrame(const caller::Frame& frame) {
    if (frame.address != m_settings.address || isOwnEcho(frame))
        return;
    const auto message = caller::read(frame);
    if (!message)
        return; // without an acknowledgement: it was not understood
    const bool isNew = !isRepeat(frame);
    m_last = frame;
    m_lastAt.start();
    post(acknowledgement, caller::acknowledgement(frame));
    if (!isNew)
        return;
    if (const auto* grade = std::get_if<caller::Grade>(&*message))
        Q_EMIT graded(grade->value);
    else
        Q_EMIT pressed(std::get<caller::Entry>(*message));
}

} // namespace atrium::devices
