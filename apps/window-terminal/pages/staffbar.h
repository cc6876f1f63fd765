// SPDX-License-Identifier: GPL-3.0-or-later
// The bar of the window: who works here, what goes on, the keys, and how many wait.
#pragma once

#include "apps/window-terminal/view/actions.h"

#include <QFrame>

#include <map>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace atrium::ui {
class BarButton;
}

namespace atrium::windowterminal {

class ElidedLabel;
class WindowDesk;
class WindowSession;

/// Shows the desk's state and says which key was pressed; on a narrow screen the keys take a row of their
/// own. GUI thread.
class StaffBar : public QFrame {
    Q_OBJECT
public:
    StaffBar(WindowDesk& desk, WindowSession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void pressed(atrium::windowterminal::Action action);
    void signOut();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makePerson();
    QWidget* makeState();
    QWidget* makeKeys();
    QWidget* makeWaiting();
    void follow();
    void tick();

    WindowDesk& m_desk;
    WindowSession& m_session;
    ElidedLabel* m_name;
    QLabel* m_place;
    QLabel* m_state;
    QLabel* m_number;
    QLabel* m_timer;
    QLabel* m_waiting;
    QToolButton* m_signOut;
    QBoxLayout* m_rows;
    std::map<Action, ui::BarButton*> m_keys;
};

} // namespace atrium::windowterminal
