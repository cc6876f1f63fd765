// SPDX-License-Identifier: GPL-3.0-or-later
// Editors of what points to other records: one from a list that narrows as one types, or several to tick.
#pragma once

#include "apps/admin/editor/fieldeditor.h"

#include <QStringList>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
QT_END_NAMESPACE

namespace atrium::admin {

class ReferenceEditor : public FieldEditor {
    Q_OBJECT
public:
    ReferenceEditor(const Field& field, sync::HallClient& client, QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;
    void recordsChanged(const QString& kind) override;

private:
    void fill();
    void settle();

    Field m_field;
    sync::HallClient& m_client;
    QComboBox* m_box;
    QString m_id;
};

class ReferencesEditor : public FieldEditor {
    Q_OBJECT
public:
    ReferencesEditor(const Field& field, sync::HallClient& client, QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;
    void setReadOnly(bool readOnly) override;
    void recordsChanged(const QString& kind) override;

private:
    void fill();
    void filter(const QString& text);
    void count();

    Field m_field;
    sync::HallClient& m_client;
    QLineEdit* m_filter;
    QListWidget* m_list;
    QLabel* m_count;
    QStringList m_chosen; ///< in the record's order; newly ticked ones come last
};

} // namespace atrium::admin
