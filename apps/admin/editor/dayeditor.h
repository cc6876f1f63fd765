// SPDX-License-Identifier: GPL-3.0-or-later
// A day of the calendar, as yyyymmdd in the record.
#pragma once

#include "apps/admin/editor/fieldeditor.h"

QT_BEGIN_NAMESPACE
class QDateEdit;
QT_END_NAMESPACE

namespace atrium::admin {

class DayEditor : public FieldEditor {
    Q_OBJECT
public:
    explicit DayEditor(QWidget* parent);
    /// A record that has no day yet shows today, and has it when something is edited.
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;

private:
    QDateEdit* m_edit;
};

} // namespace atrium::admin
