// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk's page: the bar, the present ticket, the queue, and what the keys F2 to F11 and Ctrl+Z do.
#pragma once

#include "apps/window-terminal/view/actions.h"
#include "shared/model/ids.h"

#include <QMap>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

class DirectPanel;
class ItemSearch;
class QueueLists;
class QueuePanel;
class ReasonPanel;
class ScanPanel;
class StaffBar;
class TicketPanel;
class TransferPanel;
class WindowDesk;
class WindowSession;

/// GUI thread.
class WorkPage : public QWidget {
    Q_OBJECT
public:
    WorkPage(WindowDesk& desk, WindowSession& session, QueueLists& lists, sync::Replica& replica,
             ItemSearch& search, QWidget* parent = nullptr);

    /// Does what the key or button of the action does: at once, or by a panel that asks first.
    void press(Action action);
    void closePanel();
    void setAnywhere(const QMap<Action, QString>& keys);
    /// As a bar: the rest is hidden, but for a panel that asks something.
    void setCompact(bool compact, bool atBottom);
    /// Height that the bar needs, and all that is to be seen of the page while compact.
    [[nodiscard]] int barHeight() const;
    [[nodiscard]] int compactHeight() const;
    /// Name of the open panel for tests: "transfer", "pause" …; empty: none.
    [[nodiscard]] QString panelName() const;

Q_SIGNALS:
    /// A sentence why something was not done.
    /// A key did what it is for, or asks how: what was refused before it is past.
    void allowed();
    void refused(const QString& why);
    void signOut();
    void compactWanted(bool compact);
    void edgeWanted(bool bottom);
    /// A panel opened or closed.
    void panelChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeKeys();
    void makePanels(sync::Replica& replica, ItemSearch& search);
    void askOrder(const model::TicketId& ticket, const QString& number);
    void askDirect();
    void follow();
    void commandDone(Action action);

    WindowDesk& m_desk;
    QueueLists& m_lists;
    StaffBar* m_bar;
    TicketPanel* m_ticket;
    QueuePanel* m_queue;
    QHBoxLayout* m_columns;
    QVBoxLayout* m_rows;
    bool m_compact = false;
    TransferPanel* m_transfer = nullptr;
    ReasonPanel* m_pause = nullptr;
    ReasonPanel* m_hold = nullptr;
    ReasonPanel* m_order = nullptr;
    ScanPanel* m_scan = nullptr;
    DirectPanel* m_direct = nullptr;
    model::TicketId m_orderTicket;
};

} // namespace atrium::windowterminal
