// SPDX-License-Identifier: GPL-3.0-or-later
// All records of a kind, two lines each, as a list or (departments) a tree, with a box that narrows them.
#pragma once

#include "apps/admin/records/recordkind.h"

#include <QHash>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItem;
class QStandardItemModel;
class QTreeView;
QT_END_NAMESPACE

namespace atrium::admin {

/// GUI thread.
class RecordList : public QWidget {
    Q_OBJECT
public:
    RecordList(const RecordKind& kind, sync::HallClient& client, QWidget* parent = nullptr);

    /// Reads the replica again; the choice and the place in the list stay.
    void refresh();
    /// Marks a record without choosing it for the person; nothing when it is not there.
    void setCurrent(const QString& id);
    [[nodiscard]] QString current() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }
    void focusFilter();
    void setMayAdd(bool may);

Q_SIGNALS:
    /// A person chose a record.
    void chosen(const QString& id);
    void addWanted();

private:
    void countShown();
    void add(const Record& record, const QHash<QString, Record>& all);

    const RecordKind& m_kind;
    sync::HallClient& m_client;
    QLineEdit* m_filter;
    QTreeView* m_view;
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLabel* m_count;
    QPushButton* m_add;
    QHash<QString, QStandardItem*> m_items;
    bool m_quiet = false;
};

} // namespace atrium::admin
