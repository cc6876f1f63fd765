// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/touchpause.h"

#include <QMouseEvent>
#include <QTouchEvent>

namespace atrium::ui {

namespace {

std::chrono::milliseconds steadyNow() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

TouchPause::TouchPause(QQuickItem* parent) : QQuickItem(parent), m_clock(steadyNow) {
    m_until = m_clock();
    setAcceptedMouseButtons(Qt::AllButtons);
    setAcceptTouchEvents(true);
    setZ(1000);
}

void TouchPause::begin() {
    m_until = m_clock() + kLength;
}

bool TouchPause::active() const {
    return m_clock() < m_until;
}

void TouchPause::mousePressEvent(QMouseEvent* event) {
    event->setAccepted(active()); // taken, its release comes here too
}

void TouchPause::mouseDoubleClickEvent(QMouseEvent* event) {
    event->setAccepted(active());
}

void TouchPause::touchEvent(QTouchEvent* event) {
    const bool isNew = event->touchPointStates().testFlag(QEventPoint::Pressed);
    event->setAccepted(isNew ? active() : true); // what is not new is only sent to whoever took its beginning
}

} // namespace atrium::ui
