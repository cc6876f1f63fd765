// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/recordchoices.h"

#include "apps/admin/records/formtable.h"
#include "apps/admin/records/words.h"

#include <algorithm>
#include <utility>

namespace atrium::admin {

QList<Choice> choicesOf(const QString& kindName, const sync::Replica& replica) {
    const RecordKind* kind = recordKind(kindName);
    const KindForm& form = kindForm(kindName);
    QList<std::pair<QVariant, Choice>> sorted;
    for (const Record& record : kind->all(replica)) {
        sorted.append({valueAt(record, QString::fromUtf8(form.sortBy)),
                       {idOf(record), recordWord(*kind, record, replica)}});
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) {
        return QVariant::compare(left.first, right.first) == QPartialOrdering::Less;
    });
    QList<Choice> out;
    for (const auto& [key, choice] : sorted)
        out.append(choice);
    return out;
}

} // namespace atrium::admin
