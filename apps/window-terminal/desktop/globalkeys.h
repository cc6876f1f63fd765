// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/window-terminal/desktop/desktoplink.h"
#include "apps/window-terminal/view/actions.h"

#include <QMap>
#include <QString>

namespace atrium::windowterminal {

/// Modifiers with 2 to 9 and 0 do what F2 to F10 do, whatever program has the focus. GUI
/// thread; the desktop must outlive it.
class GlobalKeys : public QObject {
    Q_OBJECT
public:
    explicit GlobalKeys(DesktopLink& desktop, QObject* parent = nullptr);

    /// None: no such keys.
    void setModifiers(Qt::KeyboardModifiers modifiers) { m_modifiers = modifiers; }
    /// Takes the keys, or gives them back. Which of them this desktop gave, as a person reads them.
    QMap<Action, QString> hold(bool wanted);
    [[nodiscard]] bool held() const { return m_held; }

Q_SIGNALS:
    void pressed(atrium::windowterminal::Action action);

private:
    DesktopLink& m_desktop;
    Qt::KeyboardModifiers m_modifiers;
    bool m_held = false;
};

} // namespace atrium::windowterminal
