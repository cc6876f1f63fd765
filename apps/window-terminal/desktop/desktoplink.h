// SPDX-License-Identifier: GPL-3.0-or-later
// What the bar needs of the desktop around it: keys that act while another program has the focus, and an edge
// of the screen that maximised windows leave free.
#pragma once

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QWindow;
QT_END_NAMESPACE

namespace atrium::windowterminal {

/// One per program. GUI thread.
class DesktopLink : public QObject {
    Q_OBJECT
public:
    enum class Edge { top, bottom };

    /// For the desktop this program runs on; where there is none that can do it, one that does nothing.
    [[nodiscard]] static std::unique_ptr<DesktopLink> make();

    /// Takes modifiers + digit (0 to 9) for this program wherever the focus is. False: this desktop cannot,
    /// or another program has the key.
    [[nodiscard]] virtual bool grab(Qt::KeyboardModifiers modifiers, int digit) = 0;
    virtual void releaseAll() = 0;
    /// Other windows leave so many pixels of the window's screen free; 0: none.
    virtual void reserve(QWindow& window, Edge edge, int height) = 0;

Q_SIGNALS:
    /// A grabbed key was pressed; repeats of a key that rests are left out.
    void pressed(int digit);
};

} // namespace atrium::windowterminal
