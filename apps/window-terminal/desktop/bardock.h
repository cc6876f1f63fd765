// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal as a bar at an edge of the screen, always on top, and back.
#pragma once

#include "apps/window-terminal/desktop/desktoplink.h"

#include <QObject>
#include <QRect>
#include <QSize>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace atrium::windowterminal {

/// Moves and flags the window; what stands in it is the window's own matter. Remembers, in `settingsFile`,
/// how it was left. GUI thread; window and desktop must outlive it.
class BarDock : public QObject {
    Q_OBJECT
public:
    BarDock(QWidget& window, DesktopLink& desktop, const QString& settingsFile, QObject* parent = nullptr);

    [[nodiscard]] bool compact() const { return m_compact; }
    [[nodiscard]] bool atBottom() const { return m_atBottom; }
    /// How it was left the last time; the caller then calls setCompact().
    [[nodiscard]] bool remembered() const;
    void setCompact(bool compact);
    /// As setCompact(), and so it begins the next time.
    void choose(bool compact);
    void setAtBottom(bool bottom);
    /// Height of what is to be seen while compact: the bar, and what lies under it. `bar` alone is kept free
    /// of other windows.
    void fit(int height, int bar);

Q_SIGNALS:
    void changed();

private:
    void keep() const;
    void place();

    QWidget& m_window;
    DesktopLink& m_desktop;
    QString m_settingsFile;
    QRect m_normal;
    QSize m_minimum;
    Qt::WindowFlags m_flags;
    int m_height = 0;
    int m_bar = 0;
    bool m_compact = false;
    bool m_atBottom = false;
    bool m_wasMaximized = false;
};

} // namespace atrium::windowterminal
