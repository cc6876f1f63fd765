// SPDX-License-Identifier: GPL-3.0-or-later
// Shows and edits one column of a TableEditor.
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

private:
    FieldType m_type;
    int m_longest;
    FieldForm m_form;
};

} // namespace atrium::admin
