// SPDX-License-Identifier: GPL-3.0-or-later
// A time of the day, in minutes since midnight.
#pragma once

#include "apps/admin/editor/fieldeditor.h"

QT_BEGIN_NAMESPACE
class QTimeEdit;
QT_END_NAMESPACE

namespace atrium::admin {

class TimeEditor : public FieldEditor {
    Q_OBJECT
public:
    explicit TimeEditor(QWidget* parent);
    void setValue(const QVariant& value) override;
    [[nodiscard]] QVariant value() const override;

private:
    QTimeEdit* m_edit;
};

} // namespace atrium::admin
