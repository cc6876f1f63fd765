// SPDX-License-Identifier: GPL-3.0-or-later
// Editor of a list inside a record: opening hours, materials, steps …
#pragma once

#include "apps/admin/editor/fieldeditor.h"

QT_BEGIN_NAMESPACE
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace atrium::admin {

/// A list of texts is a table of one column. Rows are edited in place.
class TableEditor : public FieldEditor {
    Q_OBJECT
public:
    TableEditor(const Field& field, const KindForm& kind, QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;
    void setReadOnly(bool readOnly) override;

private:
    struct Column {
        Field field;
        FieldForm form;
    };

    void fill(const QVariant& value);
    void addRow(const QVariantMap& values);
    void setCell(int row, int column, const QVariant& value);
    [[nodiscard]] QVariant cell(int row, int column) const;
    [[nodiscard]] QVariantMap rowValues(int row) const;
    void addEmpty();
    void removeCurrent();
    void moveCurrent(int by);
    void fitHeight();
    QPushButton* button(const QString& icon, const QString& text);
    /// Of a column that is no free text: its content and its title are seen whole.
    [[nodiscard]] int narrowWidth(int index) const;

    bool m_texts;
    QList<Column> m_columns;
    QTableWidget* m_table;
    QList<QPushButton*> m_buttons;
    bool m_readOnly = false;
};

} // namespace atrium::admin
