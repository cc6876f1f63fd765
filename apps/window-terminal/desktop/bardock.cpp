// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/desktop/bardock.h"

#include <QScreen>
#include <QSettings>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

BarDock::BarDock(QWidget& window, DesktopLink& desktop, const QString& settingsFile, QObject* parent)
    : QObject(parent), m_window(window), m_desktop(desktop), m_settingsFile(settingsFile) {
    m_atBottom = QSettings(m_settingsFile, QSettings::IniFormat).value(u"bar/bottom"_s, false).toBool();
}

bool BarDock::remembered() const {
    return QSettings(m_settingsFile, QSettings::IniFormat).value(u"bar/compact"_s, false).toBool();
}

void BarDock::keep() const {
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    settings.setValue(u"bar/compact"_s, m_compact);
    settings.setValue(u"bar/bottom"_s, m_atBottom);
}

void BarDock::setCompact(bool compact) {
    if (compact == m_compact)
        return;
    m_compact = compact;
    if (compact) {
        m_normal = m_window.geometry();
        m_wasMaximized = m_window.isMaximized();
        m_flags = m_window.windowFlags();
        m_minimum = m_window.minimumSize();
        m_window.setMinimumSize(m_minimum.width(), 0);
        m_window.setWindowFlags(m_flags | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint);
        m_window.setWindowState(Qt::WindowNoState);
        place();
        m_window.show();
        place(); // other flags may have made another window of the desktop's
    } else {
        if (m_window.windowHandle() != nullptr)
            m_desktop.reserve(*m_window.windowHandle(), DesktopLink::Edge::top, 0);
        m_window.setWindowFlags(m_flags);
        m_window.setMinimumSize(m_minimum);
        m_window.setGeometry(m_normal);
        if (m_wasMaximized)
            m_window.showMaximized();
        else
            m_window.show();
    }
    m_window.activateWindow();
    Q_EMIT changed();
}

void BarDock::choose(bool compact) {
    setCompact(compact);
    keep();
}

void BarDock::setAtBottom(bool bottom) {
    if (bottom == m_atBottom)
        return;
    m_atBottom = bottom;
    keep();
    place();
    Q_EMIT changed();
}

void BarDock::fit(int height, int bar) {
    if (height == m_height && bar == m_bar)
        return;
    m_height = height;
    m_bar = bar;
    place();
}

void BarDock::place() {
    if (!m_compact || m_height <= 0)
        return;
    const bool placed = m_flags.testFlag(Qt::FramelessWindowHint);
    const QRect whole = placed ? m_normal : m_window.screen()->geometry();
    const int height = std::min(m_height, whole.height());
    m_window.setGeometry(whole.left(), m_atBottom ? whole.bottom() + 1 - height : whole.top(), whole.width(),
                         height);
    if (m_window.windowHandle() != nullptr)
        m_desktop.reserve(*m_window.windowHandle(),
                          m_atBottom ? DesktopLink::Edge::bottom : DesktopLink::Edge::top,
                          placed ? 0 : m_bar);
}

} // namespace atrium::windowterminal
