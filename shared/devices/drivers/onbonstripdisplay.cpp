// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/onbonstripdisplay.h"

#include "shared/devices/drivers/striplayout.h"

#include <algorithm>
#include <utility>

namespace atrium::devices {

using std::chrono::milliseconds;

OnbonStripDisplay::OnbonStripDisplay(std::shared_ptr<LineBus> bus, OnbonSettings settings, QObject* parent)
    : StripDisplay(parent), m_bus(std::move(bus)), m_settings(settings) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OnbonStripDisplay::goOn);
}

OnbonStripDisplay::~OnbonStripDisplay() {
    if (m_started)
        m_bus->leave(*this);
}

void OnbonStripDisplay::start() {
    if (m_started)
        return;
    m_started = true;
    m_bus->join(*this);
}

void OnbonStripDisplay::stop() {
    if (!m_started)
        return;
    m_started = false;
    m_bus->leave(*this);
    lineLost(DeviceReason::notStarted);
}

QString OnbonStripDisplay::description() const {
    return QStringLiteral("ONBON strip %1 at %2").arg(m_settings.address).arg(m_bus->name());
}

StripCapabilities OnbonStripDisplay::capabilities() const {
    return {true, stripLines(m_settings.height), stripColumns(m_settings.width), true, true};
}

void OnbonStripDisplay::show(const StripContent& content) {
    m_content = content;
    m_pending = true;
    m_isNews = true;
    // To a silent card it goes with the answer to the next question whether it is back.
    if (m_bus->isOpen() && m_started && m_misses < m_settings.tries)
        goOn();
}

void OnbonStripDisplay::lineOpened() {
    m_decoder.clear();
    m_misses = 0;
    m_pending = m_content.has_value();
    goOn();
}

void OnbonStripDisplay::lineLost(DeviceReason reason) {
    m_timer.stop();
    m_decoder.clear();
    m_asking = m_sending = false;
    setStatus({DeviceState::offline, reason});
}

/// Decides what to send now. What is on the line is waited for; what is only queued may give way.
void OnbonStripDisplay::goOn() {
    if (m_asking && (!m_pending || m_bus->isTurnOf(*this)))
        return;
    m_timer.stop();
    const bool isSilent = m_misses >= m_settings.tries;
    if (m_content && m_shownAt.isValid() && m_shownAt.elapsed() >= m_settings.refresh.count())
        m_pending = true;
    if (!m_pending || isSilent) {
        ask(onbon::ping());
        return;
    }
    const auto since = milliseconds(m_shownAt.isValid() ? m_shownAt.elapsed() : m_settings.pause.count());
    if (since < m_settings.pause)
        m_timer.start(m_settings.pause - since);
    else
        sendContent();
}

void OnbonStripDisplay::ask(onbon::Bytes data) {
    m_asking = true;
    m_damaged = m_decoder.damagedFrames();
    onbon::Frame frame;
    frame.destination = m_settings.address;
    frame.data = std::move(data);
    m_bus->post(*this, 0, onbon::encode(frame), LineBus::Wants::answer);
}

void OnbonStripDisplay::sendContent() {
    m_sending = true;
    m_pending = false;
    ask(onbon::showArea(layOut(*m_content, m_settings.width, m_settings.height)));
}

void OnbonStripDisplay::heard(std::span<const std::uint8_t> bytes) {
    m_decoder.feed(bytes);
    while (const auto frame = m_decoder.next()) {
        const bool isOurs = frame->source == m_settings.address || frame->source == onbon::kAnyAddress;
        const auto answer = onbon::readAnswer(frame->data);
        if (isOurs && m_bus->isTurnOf(*this) && answer.verdict != onbon::Verdict::notKnown)
            onAnswer(answer);
    }
}

void OnbonStripDisplay::onAnswer(const onbon::Answer& answer) {
    const bool wasContent = m_sending;
    const bool wasSilent = m_misses >= m_settings.tries;
    m_asking = m_sending = false;
    m_bus->endTurn(*this);
    if (answer.verdict == onbon::Verdict::busy || answer.verdict == onbon::Verdict::damaged) {
        m_pending = m_pending || wasContent;
        const bool isBusy = answer.verdict == onbon::Verdict::busy;
        onFailure({DeviceState::faulty, isBusy ? DeviceReason::refused : DeviceReason::badAnswers},
                  m_settings.pause / 2);
        return;
    }
    m_misses = 0;
    if (wasContent)
        m_isRefused = answer.verdict == onbon::Verdict::refused;
    setStatus(m_isRefused ? DeviceStatus{DeviceState::faulty, DeviceReason::refused}
                          : DeviceStatus{DeviceState::ready, DeviceReason::none});
    if (wasContent)
        m_shownAt.start();
    else if (wasSilent)
        m_pending = m_content.has_value(); // it may have been without power
    if (m_pending)
        goOn();
    else
        m_timer.start(m_settings.heartbeat);
    if (wasContent && !m_isRefused && !m_pending && std::exchange(m_isNews, false))
        Q_EMIT shown();
}

void OnbonStripDisplay::unanswered(int) {
    m_pending = m_pending || m_sending;
    m_asking = m_sending = false;
    const bool spokeBadly = m_decoder.damagedFrames() != m_damaged;
    m_decoder.clear();
    onFailure({DeviceState::offline, spokeBadly ? DeviceReason::badAnswers : DeviceReason::noAnswer},
              milliseconds(0));
}

/// Tries again soon, and after some tries rarely, so that the others on the line are not held up.
void OnbonStripDisplay::onFailure(DeviceStatus status, milliseconds again) {
    m_misses = std::min(m_misses + 1, m_settings.tries);
    if (m_misses < m_settings.tries) {
        m_timer.start(again);
        return;
    }
    setStatus(status);
    m_timer.start(m_settings.probe);
}

} // namespace atrium::devices
