// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own queue beside the work: waiting, held and passed tickets, and the field for scans.
#pragma once

#include "shared/model/ids.h"
#include "shared/ui/widgets/cardframe.h"

#include <array>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QStackedWidget;
class QTableView;
class QTabBar;
QT_END_NAMESPACE

namespace atrium::ui {
class RecordListModel;
}

namespace atrium::windowterminal {

class QueueLists;

/// Enter or a double click on a row asks for what that list is for. Ctrl+1, 2, 3 go to a list, Ctrl+F to the
/// field. GUI thread.
class QueuePanel : public ui::CardFrame {
    Q_OBJECT
public:
    explicit QueuePanel(QueueLists& lists, QWidget* parent = nullptr);

    /// Brings the captions of the lists up to date after the lists changed.
    void follow();

Q_SIGNALS:
    void callWanted(const atrium::model::TicketId& ticket, const QString& number);
    void returnWanted(const atrium::model::TicketId& ticket);
    void requeueWanted(const atrium::model::TicketId& ticket);
    void scanWanted(const QString& text);

private:
    enum List { waiting, held, passed, count };
    QTableView* makeTable(ui::RecordListModel& rows, const QString& name);
    void chosen(List list, int row);
    void goTo(List list);

    QueueLists& m_lists;
    QLineEdit* m_scan;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    std::array<QTableView*, count> m_tables{};
    std::array<QStackedWidget*, count> m_pages{};
};

} // namespace atrium::windowterminal
