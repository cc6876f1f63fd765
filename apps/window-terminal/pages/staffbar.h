// SPDX-License-Identifier: GPL-3.0-or-later
// The bar of the window: who works here, what goes on, the keys, and how many wait.
#pragma once

#include "apps/window-terminal/view/actions.h"

#include <QFrame>
#include <QMap>

#include <map>

QT_BEGIN_NAMESPACE
class QGridLayout;
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

    /// The keys that do the same while another program has the focus, to be told at the buttons.
    void setAnywhere(const QMap<Action, QString>& keys);
    /// What the buttons for it show.
    void setCompact(bool compact, bool atBottom);
    [[nodiscard]] bool atBottom() const { return m_atBottom; }

Q_SIGNALS:
    void compactWanted(bool compact);
    void edgeWanted(bool bottom);
    void pressed(atrium::windowterminal::Action action);
    void signOut();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    static QToolButton* makeTool(QToolButton* button, const QString& name);
    QWidget* makePerson();
    QWidget* makeState();
    QWidget* makeKeys();
    QWidget* makeWaiting();
    void arrange(int rows);
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
    QToolButton* m_shrink;
    QToolButton* m_edge;
    QMap<Action, QString> m_anywhere;
    bool m_compact = false;
    bool m_atBottom = false;
    QGridLayout* m_rows;
    QWidget* m_person = nullptr;
    QWidget* m_now = nullptr;
    QWidget* m_keyRow = nullptr;
    QWidget* m_count = nullptr;
    int m_rowCount = 0;
    std::map<Action, ui::BarButton*> m_keys;
};

} // namespace atrium::windowterminal
