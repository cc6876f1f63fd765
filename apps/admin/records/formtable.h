// SPDX-License-Identifier: GPL-3.0-or-later
// What the description of a record cannot say: in which order its fields stand in the form, what they are
// called, what they mean, and the limits that the form keeps before the server does. One table per kind.
#pragma once

#include "apps/admin/records/field.h"

#include <QList>
#include <QString>

namespace atrium::admin {

/// Where one type of field has more than one fitting editor.
enum class Input {
    usual,
    paragraph, ///< a text of several lines
    weekday,   ///< 1 Monday … 7 Sunday
    grades,    ///< 3 or 5
    spoken,    ///< a pattern with {number} and {window}
    skills,    ///< rows of queue and skill, every queue shown
    readOnly   ///< shown, written by the server alone
};

/// Texts are sources of the context "Fields"; empty ones are absent.
struct FieldForm {
    const char* path; ///< as Field::path; a column of a table is "materials/name"
    const char* label;
    const char* help = "";
    int low = 0; ///< limits of an integer, both 0: none known
    int high = 0;
    const char* unit = "";
    const char* zero = ""; ///< what 0 means where it is no number of units: 不限
    bool required = false;
    Input input = Input::usual;
    const char* section = ""; ///< begins a part of the form under this heading
    bool publisher = false;   ///< a publisher may change it, too
    bool unique = false;      ///< no two records of the kind have the same value
};

struct KindForm {
    const char* kind;
    const char* word; ///< 窗口
    const char* icon;
    /// Patterns of the two lines of a row; {path} is the field's value in words.
    const char* rowTitle;
    const char* rowHint;
    /// Field by which rows are sorted; the texts of the title when empty.
    const char* sortBy;
    /// Field that names a record of the same kind above this one; empty: a plain list.
    const char* parent;
    QList<FieldForm> fields;
};

/// The form of a set-up kind. The kind must be one.
[[nodiscard]] const KindForm& kindForm(const QString& kind);
/// The form of one field; null for a field that is kept, not edited.
[[nodiscard]] const FieldForm* fieldForm(const KindForm& form, const QString& path);

// The tables themselves, one file for each group.
[[nodiscard]] QList<KindForm> hallForms();
[[nodiscard]] QList<KindForm> queueForms();
[[nodiscard]] QList<KindForm> itemForms();
[[nodiscard]] QList<KindForm> messageForms();
[[nodiscard]] QList<KindForm> peopleForms();
[[nodiscard]] QList<KindForm> calendarForms();

} // namespace atrium::admin
