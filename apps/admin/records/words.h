// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what the model names: enumerators, errors, values and whole records.
#pragma once

#include "apps/admin/records/field.h"
#include "apps/admin/records/recordkind.h"
#include "shared/model/result.h"

#include <QDate>
#include <QString>

namespace atrium::admin {

/// A text of the forms' tables in the present language; empty stays empty.
[[nodiscard]] QString fieldText(const char* source);
/// Word of an enumerator by its wire name; the name itself when it is unknown.
[[nodiscard]] QString enumWord(const QString& wireName);
[[nodiscard]] QString weekdayWord(int isoWeekday);
[[nodiscard]] QString minuteWord(int minuteOfDay);
/// A day of a record (yyyymmdd) and back; an invalid date for what is none.
[[nodiscard]] QDate dateOf(int day);
[[nodiscard]] qlonglong dayValue(const QDate& date);
/// "2026-10-01 周四"
[[nodiscard]] QString dayWord(int day);
/// What happened, and what to do about it, in one sentence each.
[[nodiscard]] QString errorWord(const model::Error& error);
/// A value of a field as one would say it; a reference by the name of its record.
[[nodiscard]] QString valueWord(const Field& field, const QVariant& value, const sync::Replica& replica);
/// The first line of the record's row; its id when nothing better is known.
[[nodiscard]] QString recordWord(const RecordKind& kind, const Record& record, const sync::Replica& replica);
/// The same for an id, in the tool's language; the id itself when there is no such record.
[[nodiscard]] QString referenceWord(const QString& kind, const QString& id, const sync::Replica& replica);
/// Fills a row pattern of the form's table: "{number} · {name}".
[[nodiscard]] QString fillPattern(const char* pattern, const RecordKind& kind, const Record& record,
                                  const sync::Replica& replica);

/// What is known of a device now: online, away, not enrolled, or shut out.
[[nodiscard]] QString deviceWord(const Record& device, const sync::Replica& replica);

} // namespace atrium::admin
