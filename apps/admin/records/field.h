// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor knows of one member of a record. Made from the record's description (describe.h), so that a
// member added to the model appears here by itself.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace atrium::admin {

enum class FieldType {
    text,
    integer,
    boolean,
    choice,      ///< one enumerator
    choices,     ///< a set of enumerators
    reference,   ///< the id of a record of kind `refersTo`
    references,  ///< a list of such ids
    minuteOfDay, ///< minutes since midnight
    day,         ///< yyyymmdd
    picture,     ///< SHA-256 of a stored picture
    texts,       ///< a list of texts
    table,       ///< a list of nested records with `columns`
    kept         ///< not for editing: numbers and times that only the server writes
};

struct Field {
    QString path; ///< member name, or outer.inner in a nested record
    FieldType type = FieldType::text;
    bool optional = false;
    QString refersTo;     ///< kind of record, for reference and references
    QStringList choices;  ///< wire names, for choice and choices
    QList<Field> columns; ///< for table
    int longest = 0;      ///< for text and texts: characters of one, 0: none known
};

/// A record with its members by name, as shared/ui/types/describedrows.h makes them: nested records are maps,
/// lists are lists, ids are texts, enumerators are their wire names.
using Record = QVariantMap;

/// The value at a path such as "announcement.repeat"; invalid when there is none.
[[nodiscard]] QVariant valueAt(const Record& record, const QString& path);
/// Puts a value at a path; the outer record must be there.
void setValueAt(Record& record, const QString& path, const QVariant& value);
/// Paths of the fields in which two records differ.
[[nodiscard]] QStringList differingFields(const QList<Field>& fields, const Record& left,
                                          const Record& right);
/// "/announcement/repeat" to "announcement.repeat"; list indexes at the end are left out.
[[nodiscard]] QString pathFromPointer(const QString& jsonPointer);

} // namespace atrium::admin
