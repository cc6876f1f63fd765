// SPDX-License-Identifier: GPL-3.0-or-later
// What the form finds before the server has to: where, what is wrong, and how to mend it.
#pragma once

#include "apps/admin/records/recordkind.h"

#include <QList>
#include <QString>

namespace atrium::admin {

struct Fault {
    QString path;  ///< field; empty when it is about the whole record
    QString words; ///< what is wrong and how to mend it, in the tool's language
    bool operator==(const Fault&) const = default;
};

/// All faults, in the order of the form.
[[nodiscard]] QList<Fault> checkRecord(const RecordKind& kind, const Record& record,
                                       const sync::Replica& replica);

/// Records that point to this one, in words, at most `limit`; deleting is refused while there is one.
[[nodiscard]] QStringList referringRecords(const RecordKind& kind, const QString& id,
                                           const sync::Replica& replica, int limit);

} // namespace atrium::admin
