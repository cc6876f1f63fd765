// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/records/checks.h"

#include "apps/admin/records/formtable.h"
#include "apps/admin/records/words.h"
#include "shared/model/plaintext.h"
#include "shared/model/textlimits.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostEntries = 500;
constexpr int kMinutesOfDay = 1440;

QString checkText(const Field& field, const FieldForm& form, const QString& text) {
    if (form.required && text.trimmed().isEmpty())
        return QCoreApplication::translate("Checks", "必须填写。");
    const std::string plain = text.toStdString();
    const auto longest = static_cast<std::size_t>(field.longest > 0 ? field.longest : model::kLongestText);
    if (model::characterCount(plain) > longest)
        return QCoreApplication::translate("Checks", "太长：最多 %1 个字，请缩短。").arg(longest);
    if (!model::isPlainText(plain, true))
        return QCoreApplication::translate("Checks", "含有不能显示的控制字符，请删去后重新输入。");
    if (form.input == Input::spoken) {
        for (const auto& place : {u"{number}"_s, u"{window}"_s}) {
            if (!text.contains(place))
                return QCoreApplication::translate("Checks", "缺少 %1，请加上，否则播报里没有它。")
                    .arg(place);
        }
    }
    return {};
}

QString checkRow(const Field& field, const KindForm& kind, const QVariantMap& row) {
    for (const Field& column : field.columns) {
        const FieldForm* form = fieldForm(kind, field.path + u'/' + column.path);
        if (form == nullptr)
            continue;
        const QVariant value = row.value(column.path);
        const QString fault = column.type == FieldType::text      ? checkText(column, *form, value.toString())
                              : column.type == FieldType::integer ? checkNumber(*form, value.toInt())
                                                                  : QString();
        if (!fault.isEmpty())
            return fieldText(form->label) + u": "_s + fault;
    }
    if (row.contains(u"from"_s) && row.contains(u"to"_s)) {
        const int from = row.value(u"from"_s).toInt();
        const int to = row.value(u"to"_s).toInt();
        if (from >= to || to > kMinutesOfDay)
            return QCoreApplication::translate("Checks", "开始要早于结束，请改正时间。");
    }
    return {};
}

QString checkList(const Field& field, const FieldForm& form, const KindForm& kind, const QVariantList& list) {
    if (form.required && list.isEmpty())
        return QCoreApplication::translate("Checks", "至少选一项。");
    if (list.size() > kMostEntries)
        return QCoreApplication::translate("Checks", "最多 %1 条，请删去一些。").arg(kMostEntries);
    for (int index = 0; index < list.size(); ++index) {
        QString fault;
        if (field.type == FieldType::table)
            fault = checkRow(field, kind, list[index].toMap());
        else if (field.type == FieldType::texts && list[index].toString().trimmed().isEmpty())
            fault = QCoreApplication::translate("Checks", "是空的，请填写或删去这一行。");
        else if (field.type == FieldType::texts)
            fault = checkText(field, form, list[index].toString());
        if (!fault.isEmpty())
            return QCoreApplication::translate("Checks", "第 %1 行：%2").arg(index + 1).arg(fault);
    }
    return {};
}

QString checkUnique(const RecordKind& kind, const Field& field, const Record& record,
                    const sync::Replica& replica) {
    const QVariant mine = valueAt(record, field.path);
    if (mine.toString().isEmpty())
        return {};
    for (const Record& other : kind.all(replica)) {
        if (idOf(other) != idOf(record) && valueAt(other, field.path) == mine)
            return QCoreApplication::translate("Checks", "「%1」已用了它，请换一个。")
                .arg(recordWord(kind, other, replica));
    }
    return {};
}

QString checkReference(const Field& field, const FieldForm& form, const QString& id,
                       const sync::Replica& replica) {
    if (id.isEmpty())
        return form.required ? QCoreApplication::translate("Checks", "请选一个。") : QString();
    const RecordKind* kind = recordKind(field.refersTo);
    return kind != nullptr && kind->find(replica, id)
               ? QString()
               : QCoreApplication::translate("Checks", "所选的记录已不存在，请另选一个。");
}

QString checkField(const RecordKind& kind, const Field& field, const FieldForm& form, const Record& record,
                   const sync::Replica& replica) {
    const QVariant value = valueAt(record, field.path);
    QString fault;
    switch (field.type) {
    case FieldType::text:
        fault = checkText(field, form, value.toString());
        break;
    case FieldType::integer:
        fault = checkNumber(form, value.toInt());
        break;
    case FieldType::reference:
        fault = checkReference(field, form, value.toString(), replica);
        break;
    case FieldType::choices:
    case FieldType::references:
    case FieldType::texts:
    case FieldType::table:
        fault = checkList(field, form, kindForm(kind.name()), value.toList());
        break;
    default:
        break;
    }
    return fault.isEmpty() && form.unique ? checkUnique(kind, field, record, replica) : fault;
}

/// What concerns one kind alone.
void checkSpecial(const RecordKind& kind, const Record& record, const sync::Replica& replica,
                  QList<Fault>& faults) {
    static const QRegularExpression prefix(u"^[A-Z]{1,2}$"_s);
    if (kind.name() == u"queue" && !prefix.match(record.value(u"prefix"_s).toString()).hasMatch())
        faults.append(
            {u"prefix"_s, QCoreApplication::translate("Checks", "要一个或两个大写字母，例如 A 或 AB。")});
    if (kind.name() == u"device" && record.value(u"kind"_s) == u"dualScreen"_s &&
        record.value(u"windowId"_s).toString().isEmpty())
        faults.append(
            {u"windowId"_s, QCoreApplication::translate("Checks", "窗口外屏要属于一个窗口，请选一个。")});
    if (kind.name() != u"department")
        return;
    QString above = record.value(u"parentId"_s).toString();
    constexpr int kDeepest = 16;
    for (int depth = 0; !above.isEmpty() && depth < kDeepest; ++depth) {
        if (above == idOf(record)) {
            faults.append(
                {u"parentId"_s, QCoreApplication::translate("Checks", "部门不能在自己之下，请选别的上级。")});
            return;
        }
        const auto parent = kind.find(replica, above);
        above = parent ? parent->value(u"parentId"_s).toString() : QString();
    }
}

bool refersTo(const RecordKind& kind, const Record& record, const QString& wantedKind, const QString& id) {
    for (const Field& field : kind.fields()) {
        if (field.refersTo != wantedKind || field.path == u"id")
            continue;
        const QVariant value = valueAt(record, field.path);
        if (value.toString() == id || value.toList().contains(QVariant(id)))
            return true;
    }
    return false;
}

} // namespace

QString checkNumber(const FieldForm& form, int value) {
    if (form.input == Input::grades && value != 3 && value != 5)
        return QCoreApplication::translate("Checks", "只能是 3 或 5。");
    const bool limited = form.low != 0 || form.high != 0;
    if (limited && (value < form.low || value > form.high))
        return QCoreApplication::translate("Checks", "应在 %1 到 %2 之间。").arg(form.low).arg(form.high);
    if (!limited && value < 0)
        return QCoreApplication::translate("Checks", "不能小于 0。");
    return {};
}

QString notTaken(int longest) {
    return QCoreApplication::translate("Checks", "最多 %1 个字，多出的没有填入。").arg(longest);
}

QList<Fault> checkRecord(const RecordKind& kind, const Record& record, const sync::Replica& replica) {
    QList<Fault> faults;
    const KindForm& form = kindForm(kind.name());
    for (const FieldForm& entry : form.fields) {
        for (const Field& field : kind.fields()) {
            if (field.path != QLatin1String(entry.path) || entry.input == Input::readOnly)
                continue;
            const QString fault = checkField(kind, field, entry, record, replica);
            if (!fault.isEmpty())
                faults.append({field.path, fault});
        }
    }
    if (faults.isEmpty())
        checkSpecial(kind, record, replica, faults);
    return faults;
}

QStringList referringRecords(const RecordKind& kind, const QString& id, const sync::Replica& replica,
                             int limit) {
    QStringList out;
    for (const RecordKind* other : recordKinds()) {
        for (const Record& record : other->all(replica)) {
            if (other == &kind && idOf(record) == id)
                continue;
            if (!refersTo(*other, record, kind.name(), id))
                continue;
            out.append(fieldText(kindForm(other->name()).word) + u"「"_s +
                       recordWord(*other, record, replica) + u'」');
            if (out.size() >= limit)
                return out;
        }
    }
    return out;
}

} // namespace atrium::admin
