// SPDX-License-Identifier: GPL-3.0-or-later
// Shows and edits one column of a TableEditor. What is typed is in the table with each key, so that whoever
// saves with the editor still open saves it; Esc takes it back.
#pragma once

#include "apps/admin/records/field.h"
#include "apps/admin/records/formtable.h"

#include <QStyledItemDelegate>

namespace atrium::admin {

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    CellDelegate(const Field& field, const FieldForm& form, QObject* parent);

    QString displayText(const QVariant& value, const QLocale& locale) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

Q_SIGNALS:
    /// A text was longer than its cell takes.
    void limited(const QString& why);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static void fill(QWidget* editor, const QVariant& value);

    FieldType m_type;
    int m_longest;
    FieldForm m_form;
};

} // namespace atrium::admin
