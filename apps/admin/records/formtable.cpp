// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/records/formtable.h"

#include <QtGlobal>

namespace atrium::admin {

const KindForm& kindForm(const QString& kind) {
    static const QList<KindForm> all =
        hallForms() + queueForms() + itemForms() + peopleForms() + calendarForms() + messageForms();
    for (const KindForm& form : all) {
        if (kind == QLatin1String(form.kind))
            return form;
    }
    qFatal("no form for records of kind %s", qUtf8Printable(kind));
}

const FieldForm* fieldForm(const KindForm& form, const QString& path) {
    for (const FieldForm& field : form.fields) {
        if (path == QLatin1String(field.path))
            return &field;
    }
    return nullptr;
}

} // namespace atrium::admin
