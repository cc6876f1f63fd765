// SPDX-License-Identifier: GPL-3.0-or-later
// What the form finds before the server has to: where, what is wrong, and how to mend it.
#pragma once

#include "apps/admin/records/recordkind.h"

#include <QList>
#include <QString>

namespace atrium::admin {

struct FieldForm;

struct Fault {
    QString path;  ///< field; empty when it is about the whole record
    QString words; ///< what is wrong and how to mend it, in the tool's language
    bool operator==(const Fault&) const = default;
};

/// All faults, in the order of the form.
[[nodiscard]] QList<Fault> checkRecord(const RecordKind& kind, const Record& record,
                                       const sync::Replica& replica);

/// What is wrong with a number of this field, and that a text box took only so many characters; empty when
/// nothing is.
[[nodiscard]] QString checkNumber(const FieldForm& form, int value);
[[nodiscard]] QString notTaken(int longest);

/// Records that point to this one, in words, at most `limit`; deleting is refused while there is one.
[[nodiscard]] QStringList referringRecords(const RecordKind& kind, const QString& id,
                                           const sync::Replica& replica, int limit);

} // namespace atrium::admin
