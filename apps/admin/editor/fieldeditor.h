// SPDX-License-Identifier: GPL-3.0-or-later
// One editor per type of field, behind one interface.
#pragma once

#include "apps/admin/records/field.h"
#include "apps/admin/records/formtable.h"

#include <QVariant>
#include <QWidget>

namespace atrium::sync {
class HallClient;
}

namespace atrium::admin {

class RangeSpin;

/// GUI thread. Setting a value gives no edited(). value() is what the person sees, also while a cell of a
/// table is open.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    explicit FieldEditor(QWidget* parent) : QWidget(parent) {}

    virtual void setValue(const QVariant& value) = 0;
    [[nodiscard]] virtual QVariant value() const = 0;
    virtual void setReadOnly(bool readOnly) { setEnabled(!readOnly); }
    /// Records of this kind changed: choices may have come or gone.
    virtual void recordsChanged(const QString& kind) { Q_UNUSED(kind) }

Q_SIGNALS:
    void edited();
    /// What stands there cannot stay so, or a part of what was put in was not taken: why, until the next
    /// edited().
    void limited(const QString& why);
};

/// The fitting editor; its widget that takes the keys is named "field-<path>".
[[nodiscard]] FieldEditor* makeEditor(const Field& field, const KindForm& kind, const FieldForm& form,
                                      sync::HallClient& client, QWidget* parent);

/// A number box that steps within the field's range and takes what is beyond it.
[[nodiscard]] RangeSpin* makeSpin(const FieldForm& form, QWidget* parent);

/// Keeps a wheel that scrolls the form from turning a number or a choice that has no focus.
void ignoreStrayWheel(QWidget& widget);

} // namespace atrium::admin
