// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/auditwords.h"

#include "apps/admin/records/formtable.h"
#include "apps/admin/records/words.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"
#include "shared/model/ticket.h"
#include "shared/sync/qt/replica.h"

#include <QCoreApplication>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ActionWord {
    const char* action;
    const char* text;
};

constexpr ActionWord kActions[] = {
    {"record.put", QT_TRANSLATE_NOOP("Audit", "修改设置")},
    {"record.delete", QT_TRANSLATE_NOOP("Audit", "删除设置")},
    {"hall.import", QT_TRANSLATE_NOOP("Audit", "导入大厅包")},
    {"media.post", QT_TRANSLATE_NOOP("Audit", "上传图片")},
    {"session.open", QT_TRANSLATE_NOOP("Audit", "登录")},
    {"session.close", QT_TRANSLATE_NOOP("Audit", "退出")},
    {"day.close", QT_TRANSLATE_NOOP("Audit", "日终")},
    {"staff.password", QT_TRANSLATE_NOOP("Audit", "设置密码")},
    {"device.code", QT_TRANSLATE_NOOP("Audit", "取登记码")},
    {"device.enrol", QT_TRANSLATE_NOOP("Audit", "登记设备")},
    {"device.revoke", QT_TRANSLATE_NOOP("Audit", "停用设备")},
    {"alarm.acknowledge", QT_TRANSLATE_NOOP("Audit", "确认告警")},
    {"ticket.issue", QT_TRANSLATE_NOOP("Audit", "取号")},
    {"ticket.print", QT_TRANSLATE_NOOP("Audit", "打印号单")},
    {"window.prompt-rating", QT_TRANSLATE_NOOP("Audit", "再请评价")},
    {"window.show", QT_TRANSLATE_NOOP("Audit", "出示指南")},
    {"window.call", QT_TRANSLATE_NOOP("Audit", "叫号")},
    {"window.recall", QT_TRANSLATE_NOOP("Audit", "重呼")},
    {"window.start", QT_TRANSLATE_NOOP("Audit", "开始办理")},
    {"window.finish", QT_TRANSLATE_NOOP("Audit", "办结")},
    {"window.no-show", QT_TRANSLATE_NOOP("Audit", "过号")},
    {"ticket.requeue", QT_TRANSLATE_NOOP("Audit", "过号再排")},
    {"window.hold", QT_TRANSLATE_NOOP("Audit", "挂起")},
    {"window.return", QT_TRANSLATE_NOOP("Audit", "取回挂起")},
    {"window.transfer", QT_TRANSLATE_NOOP("Audit", "转号")},
    {"ticket.cancel", QT_TRANSLATE_NOOP("Audit", "取消号单")},
    {"window.takeOver", QT_TRANSLATE_NOOP("Audit", "接管窗口")},
    {"window.undo", QT_TRANSLATE_NOOP("Audit", "撤销办结或过号")},
    {"window.pause", QT_TRANSLATE_NOOP("Audit", "暂停")},
    {"window.resume", QT_TRANSLATE_NOOP("Audit", "恢复")},
    {"person.erase", QT_TRANSLATE_NOOP("Audit", "删除个人信息")},
    {"keys.replace", QT_TRANSLATE_NOOP("Audit", "更换密钥")},
    {"rating.create", QT_TRANSLATE_NOOP("Audit", "评价")},
};

const Field* fieldAt(const RecordKind& kind, const QString& path) {
    for (const Field& field : kind.fields())
        if (field.path == path)
            return &field;
    return nullptr;
}

/// A value as the trail keeps it, which is text and may be cut.
QString auditValue(const Field* field, const std::string& stored, const sync::Replica& replica) {
    const QString value = QString::fromStdString(stored);
    if (stored.empty())
        return QCoreApplication::translate("Audit", "（空）");
    if (field == nullptr)
        return value;
    switch (field->type) {
    case FieldType::boolean:
        return valueWord(*field, value == u"true", replica);
    case FieldType::choice:
    case FieldType::reference:
    case FieldType::minuteOfDay:
    case FieldType::picture:
        return valueWord(*field, value, replica);
    default:
        return value;
    }
}

} // namespace

QString auditPerson(const model::AuditEntry& entry, const sync::Replica& replica) {
    QStringList parts;
    if (entry.staffId)
        parts.append(referenceWord(u"staff"_s, QString::fromStdString(entry.staffId->value), replica));
    if (entry.deviceId)
        parts.append(referenceWord(u"device"_s, QString::fromStdString(entry.deviceId->value), replica));
    return parts.isEmpty() ? QCoreApplication::translate("Audit", "服务器") : parts.join(u" · "_s);
}

QString auditAction(const QString& action) {
    for (const ActionWord& word : kActions) {
        if (action == QLatin1String(word.action))
            return QCoreApplication::translate("Audit", word.text);
    }
    return action;
}

QString auditSubject(const model::AuditEntry& entry, const sync::Replica& replica) {
    const QString kind = QString::fromStdString(entry.subjectKind);
    const QString id = QString::fromStdString(entry.subjectId);
    if (kind == u"ticket") {
        const auto* ticket = replica.peek<model::Ticket>(model::TicketId(entry.subjectId));
        return QCoreApplication::translate("Audit", "号单 %1")
            .arg(ticket == nullptr ? id.left(8) : QString::fromStdString(ticket->number));
    }
    if (recordKind(kind) == nullptr)
        return (kind + u' ' + id).trimmed();
    return fieldText(kindForm(kind).word) + u" · "_s + referenceWord(kind, id, replica);
}

QString auditDetail(const model::AuditEntry& entry, const sync::Replica& replica) {
    const QString detail = QString::fromStdString(entry.detail);
    const QString kind = QString::fromStdString(entry.subjectKind);
    const auto changes = detail.startsWith(u'{') && recordKind(kind) != nullptr
                             ? model::fromJson<model::AuditChanges>(entry.detail)
                             : model::Result<model::AuditChanges>(model::Error());
    if (!changes)
        return detail;
    QStringList parts;
    for (const model::AuditChange& change : changes->changes) {
        const QString path = QString::fromStdString(change.member);
        const FieldForm* form = fieldForm(kindForm(kind), path);
        const QString label = form == nullptr ? path : fieldText(form->label);
        if (change.hidden) {
            parts.append(QCoreApplication::translate("Audit", "%1：已修改").arg(label));
            continue;
        }
        const Field* field = fieldAt(*recordKind(kind), path);
        parts.append(QCoreApplication::translate("Audit", "%1：%2 → %3")
                         .arg(label, auditValue(field, change.before, replica),
                              auditValue(field, change.after, replica)));
    }
    if (changes->more > 0)
        parts.append(QCoreApplication::translate("Audit", "另有 %1 项").arg(changes->more));
    return parts.join(QCoreApplication::translate("Audit", "；"));
}

} // namespace atrium::admin
