// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the service desk that issues a ticket: which item, for whom, in which language, with which
// priority.
#pragma once

#include "shared/ui/widgets/cardframe.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace atrium::sync {
class Replica;
}

namespace atrium::windowterminal {

class ElidedLabel;
class ItemPicker;
class ItemSearch;
class ServiceDesk;

/// GUI thread.
class DeskIssuePanel : public ui::CardFrame {
    Q_OBJECT
public:
    DeskIssuePanel(ServiceDesk& desk, ItemSearch& search, sync::Replica& replica, QWidget* parent = nullptr);

    /// For the next person: nothing chosen, focus on the search.
    void begin();

private:
    QWidget* makeVisitor();
    QWidget* makeChoices();
    void follow();
    void keyed();
    void issue();

    ServiceDesk& m_desk;
    ItemPicker* m_items;
    QLineEdit* m_identity;
    ElidedLabel* m_visitor;
    QPushButton* m_clear;
    QComboBox* m_language;
    QComboBox* m_priority;
    QPushButton* m_issue;
};

} // namespace atrium::windowterminal
