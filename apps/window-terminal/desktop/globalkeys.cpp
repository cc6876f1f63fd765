// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/window-terminal/desktop/globalkeys.h"

#include <QKeySequence>

#include <array>
#include <optional>

namespace atrium::windowterminal {

namespace {

/// What a global key does: the digit of its F key.
constexpr std::array<std::optional<Action>, 10> kByDigit{
    Action::rating, std::nullopt,   Action::call,     Action::recall, Action::start,
    Action::finish, Action::noShow, Action::transfer, Action::pause,  Action::show};

} // namespace

GlobalKeys::GlobalKeys(DesktopLink& desktop, QObject* parent) : QObject(parent), m_desktop(desktop) {
    connect(&desktop, &DesktopLink::pressed, this, [this](int digit) {
        if (const auto action = kByDigit.at(static_cast<std::size_t>(digit)))
            Q_EMIT pressed(*action);
    });
}

QMap<Action, QString> GlobalKeys::hold(bool wanted) {
    m_desktop.releaseAll();
    QMap<Action, QString> given;
    if (wanted && m_modifiers != Qt::NoModifier)
        for (int digit = 0; digit < static_cast<int>(kByDigit.size()); ++digit) {
            const auto action = kByDigit.at(static_cast<std::size_t>(digit));
            if (action && m_desktop.grab(m_modifiers, digit))
                given.insert(*action, QKeySequence(static_cast<int>(m_modifiers) | (Qt::Key_0 + digit))
                                          .toString(QKeySequence::NativeText));
        }
    m_held = !given.isEmpty();
    return given;
}

} // namespace atrium::windowterminal
