// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/records/field.h"

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

QVariant valueAt(const Record& record, const QString& path) {
    const auto dot = path.indexOf(u'.');
    if (dot < 0)
        return record.value(path);
    return valueAt(record.value(path.left(dot)).toMap(), path.mid(dot + 1));
}

void setValueAt(Record& record, const QString& path, const QVariant& value) {
    const auto dot = path.indexOf(u'.');
    if (dot < 0) {
        record.insert(path, value);
        return;
    }
    Record inner = record.value(path.left(dot)).toMap();
    setValueAt(inner, path.mid(dot + 1), value);
    record.insert(path.left(dot), inner);
}

QStringList differingFields(const QList<Field>& fields, const Record& left, const Record& right) {
    QStringList out;
    for (const Field& field : fields) {
        if (field.path != u"version" && valueAt(left, field.path) != valueAt(right, field.path))
            out.append(field.path);
    }
    return out;
}

QString pathFromPointer(const QString& jsonPointer) {
    QStringList parts;
    for (const QString& part : jsonPointer.split(u'/', Qt::SkipEmptyParts)) {
        bool isIndex = false;
        part.toInt(&isIndex);
        if (isIndex)
            break;
        parts.append(part);
    }
    return parts.join(u'.');
}

} // namespace atrium::admin
