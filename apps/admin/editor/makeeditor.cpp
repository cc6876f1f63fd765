// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/dayeditor.h"
#include "apps/admin/editor/fieldeditor.h"
#include "apps/admin/editor/pictureeditor.h"
#include "apps/admin/editor/referenceeditors.h"
#include "apps/admin/editor/simpleeditors.h"
#include "apps/admin/editor/skillseditor.h"
#include "apps/admin/editor/tableeditor.h"
#include "apps/admin/editor/timeeditor.h"
#include "apps/admin/records/words.h"

namespace atrium::admin {

namespace {

FieldEditor* makeByType(const Field& field, const KindForm& kind, const FieldForm& form,
                        sync::HallClient& client, QWidget* parent) {
    switch (field.type) {
    case FieldType::text:
        if (form.input == Input::paragraph)
            return new ParagraphEditor(parent);
        return new LineEditor(field, form, parent);
    case FieldType::integer:
        if (form.input == Input::grades || form.input == Input::weekday)
            return new ChoiceEditor(field, form, parent);
        return new NumberEditor(form, parent);
    case FieldType::boolean:
        return new SwitchEditor(parent);
    case FieldType::choice:
        return new ChoiceEditor(field, form, parent);
    case FieldType::choices:
        return new ChoicesEditor(field, parent);
    case FieldType::reference:
        return new ReferenceEditor(field, client, parent);
    case FieldType::references:
        return new ReferencesEditor(field, client, parent);
    case FieldType::day:
        return new DayEditor(parent);
    case FieldType::picture:
        return new PictureEditor(client, parent);
    case FieldType::texts:
    case FieldType::table:
        if (form.input == Input::skills)
            return new SkillsEditor(field, client, parent);
        return new TableEditor(field, kind, parent);
    case FieldType::minuteOfDay:
        return new TimeEditor(parent);
    case FieldType::kept:
        break;
    }
    qFatal("no editor for the field %s", qUtf8Printable(field.path));
}

} // namespace

FieldEditor* makeEditor(const Field& field, const KindForm& kind, const FieldForm& form,
                        sync::HallClient& client, QWidget* parent) {
    FieldEditor* editor = makeByType(field, kind, form, client, parent);
    QWidget* target = editor->focusProxy() == nullptr ? editor : editor->focusProxy();
    target->setObjectName(QStringLiteral("field-") + field.path);
    target->setAccessibleName(fieldText(form.label));
    target->setAccessibleDescription(fieldText(form.help));
    return editor;
}

} // namespace atrium::admin
