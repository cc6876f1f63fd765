// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/types/idletimer.h"

#include <QCoreApplication>
#include <QEvent>

namespace atrium::ui {
namespace {

constexpr int kTick = 200;

bool isInput(QEvent::Type type) {
    switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::KeyPress:
    case QEvent::Wheel:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleTimer::IdleTimer(QObject* parent) : QObject(parent) {
    m_phase.setSingleShot(true);
    m_phase.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(kTick);
    connect(&m_phase, &QTimer::timeout, this, &IdleTimer::phaseEnded);
    connect(&m_tick, &QTimer::timeout, this, &IdleTimer::showSeconds);
    if (QCoreApplication::instance() != nullptr) {
        QCoreApplication::instance()->installEventFilter(this);
    }
}

IdleTimer::~IdleTimer() = default;

void IdleTimer::setRunning(bool running) {
    if (m_running == running) {
        return;
    }
    m_running = running;
    Q_EMIT runningChanged(running);
    restart();
}

void IdleTimer::setHeld(bool held) {
    if (m_held == held) {
        return;
    }
    m_held = held;
    Q_EMIT heldChanged(held);
    restart();
}

void IdleTimer::setTimeout(int milliseconds) {
    if (m_timeout == milliseconds || milliseconds <= 0) {
        return;
    }
    m_timeout = milliseconds;
    Q_EMIT timesChanged();
    restart();
}

void IdleTimer::setWarning(int milliseconds) {
    if (m_warning == milliseconds || milliseconds < 0) {
        return;
    }
    m_warning = milliseconds;
    Q_EMIT timesChanged();
    restart();
}

void IdleTimer::extend() {
    restart();
}

bool IdleTimer::eventFilter(QObject* watched, QEvent* event) {
    // Qt passes each event on from the window to its items; the window alone is counted. While the warning
    // stands its page is asked: were it gone at the press, nobody could choose to leave.
    if (m_running && !m_held && !m_warningActive && isInput(event->type()) && watched->isWindowType()) {
        restart();
    }
    return false;
}

void IdleTimer::restart() {
    setWarningActive(false);
    if (m_running && !m_held) {
        m_phase.start(m_timeout);
        m_tick.start();
    } else {
        m_phase.stop();
        m_tick.stop();
    }
    showSeconds();
}

void IdleTimer::phaseEnded() {
    if (!m_warningActive && m_warning > 0) {
        m_phase.start(m_warning);
        setWarningActive(true);
        showSeconds();
        return;
    }
    m_tick.stop();
    setWarningActive(false);
    showSeconds();
    Q_EMIT expired();
}

void IdleTimer::showSeconds() {
    const int milliseconds = m_phase.isActive() ? m_phase.remainingTime() : 0;
    const int seconds = (milliseconds + 999) / 1000;
    if (m_secondsLeft == seconds) {
        return;
    }
    m_secondsLeft = seconds;
    Q_EMIT secondsLeftChanged(seconds);
}

void IdleTimer::setWarningActive(bool active) {
    if (m_warningActive == active) {
        return;
    }
    m_warningActive = active;
    Q_EMIT warningActiveChanged(active);
}

} // namespace atrium::ui
