// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that all inline panels understand alike.
#pragma once

#include <QAbstractButton>
#include <QKeyEvent>
#include <QWidget>

namespace atrium::windowterminal {

/// Enter presses the button that has the focus (Qt does so in dialogs only). True when it did.
inline bool pressFocused(const QKeyEvent& event, const QWidget& panel) {
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    auto* button = qobject_cast<QAbstractButton*>(panel.focusWidget());
    if (button == nullptr || !button->isEnabled() || event.isAutoRepeat())
        return false;
    button->click();
    return true;
}

} // namespace atrium::windowterminal
