// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the service desk that finds tickets and shows one: reprint, requeue, cancel.
#pragma once

#include "shared/ui/types/recordlistmodel.h"
#include "shared/ui/widgets/cardframe.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
QT_END_NAMESPACE

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

class ElidedLabel;
class ReasonPanel;
class ServiceDesk;

/// GUI thread.
class DeskFindPanel : public ui::CardFrame {
    Q_OBJECT
public:
    DeskFindPanel(ServiceDesk& desk, sync::Replica& replica, QWidget* parent = nullptr);

    [[nodiscard]] QString number() const;

private:
    QWidget* makeDetails();
    QTableView* makeTable();
    void follow();
    void showDetails();
    void askCancel();

    ServiceDesk& m_desk;
    sync::Replica& m_replica;
    ui::RecordListModel m_rows;
    QLineEdit* m_find;
    QTableView* m_table;
    QStackedWidget* m_stack;
    QWidget* m_empty;
    QWidget* m_details = nullptr;
    ReasonPanel* m_cancelPanel = nullptr;
    QLabel* m_number;
    ElidedLabel* m_item;
    QLabel* m_facts;
    QLabel* m_print;
    QLabel* m_code;
    QPushButton* m_reprint;
    QPushButton* m_requeue;
    QPushButton* m_cancel;
    QString m_codeText;
};

} // namespace atrium::windowterminal
