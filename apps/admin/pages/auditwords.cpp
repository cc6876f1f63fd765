// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/auditwords.h"

#include "apps/admin/records/formtable.h"
#include "apps/admin/records/words.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"
#include "shared/model/reflect.h"
#include "shared/model/ticket.h"
#include "shared/sync/qt/replica.h"

#include <QCoreApplication>
#include <QDate>

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
    {"package.import", QT_TRANSLATE_NOOP("Audit", "导入大厅包")},
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
    {"ticket.report", QT_TRANSLATE_NOOP("Audit", "过号报到")},
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
    {"appointment.book", QT_TRANSLATE_NOOP("Audit", "预约")},
    {"appointment.cancel", QT_TRANSLATE_NOOP("Audit", "取消预约")},
    {"appointment.redeem", QT_TRANSLATE_NOOP("Audit", "预约取号")},
};

const Field* fieldAt(const RecordKind& kind, const QString& path) {
    for (const Field& field : kind.fields())
        if (field.path == path)
            return &field;
    return nullptr;
}

/// The record's name; what is gone has none any more.
QString nameOf(const QString& kind, const std::string& id, const sync::Replica& replica) {
    const QString wanted = QString::fromStdString(id);
    const QString name = referenceWord(kind, wanted, replica);
    return name == wanted
               ? QCoreApplication::translate("Audit", "%1（已删除）").arg(fieldText(kindForm(kind).word))
               : name;
}

QString alarmName(const std::string& id, const sync::Replica& replica) {
    const auto* alarm = replica.peek<model::Alarm>(model::AlarmId(id));
    const QString word = QCoreApplication::translate("Audit", "告警");
    if (alarm == nullptr)
        return word;
    const auto name = model::enumName(alarm->kind);
    return word + u" · "_s + enumWord(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
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
    case FieldType::day:
    case FieldType::picture:
        return valueWord(*field, value, replica);
    default:
        return value;
    }
}

/// Of acts other than changes of a record.
QString plainDetail(const model::AuditEntry& entry, const sync::Replica& replica) {
    const QString detail = QString::fromStdString(entry.detail);
    if (entry.detail.empty())
        return detail;
    if (entry.action == "session.open")
        return nameOf(u"window"_s, entry.detail, replica);
    if (entry.action == "window.takeOver")
        return QCoreApplication::translate("Audit", "原先是 %1")
            .arg(nameOf(u"staff"_s, entry.detail, replica));
    if (entry.action == "person.erase")
        return QCoreApplication::translate("Audit", "大厅里没有这个人");
    if (entry.action == "day.close")
        return QDate::fromString(detail, u"yyyyMMdd"_s).toString(Qt::ISODate);
    return detail;
}

} // namespace

QString auditPerson(const model::AuditEntry& entry, const sync::Replica& replica) {
    QStringList parts;
    if (entry.staffId)
        parts.append(nameOf(u"staff"_s, entry.staffId->value, replica));
    if (entry.deviceId)
        parts.append(nameOf(u"device"_s, entry.deviceId->value, replica));
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
        return ticket == nullptr ? QCoreApplication::translate("Audit", "往日的号单")
                                 : QCoreApplication::translate("Audit", "号单 %1")
                                       .arg(QString::fromStdString(ticket->number));
    }
    if (kind == u"appointment")
        return QCoreApplication::translate("Audit", "一个预约");
    if (kind == u"alarm")
        return alarmName(entry.subjectId, replica);
    if (kind == u"media")
        return QCoreApplication::translate("Audit", "图片");
    if (kind == u"person")
        return QCoreApplication::translate("Audit", "个人信息");
    if (recordKind(kind) == nullptr)
        return (kind + u' ' + id).trimmed();
    const QString word = fieldText(kindForm(kind).word);
    return recordKind(kind)->find(replica, id) ? word + u" · "_s + referenceWord(kind, id, replica)
                                               : nameOf(kind, entry.subjectId, replica);
}

QString auditDetail(const model::AuditEntry& entry, const sync::Replica& replica) {
    const QString detail = QString::fromStdString(entry.detail);
    if (detail == u"commandLine")
        return QCoreApplication::translate("Audit", "在服务器的命令行上");
    const QString kind = QString::fromStdString(entry.subjectKind);
    const auto changes = detail.startsWith(u'{') && recordKind(kind) != nullptr
                             ? model::fromJson<model::AuditChanges>(entry.detail)
                             : model::Result<model::AuditChanges>(model::Error());
    if (!changes)
        return plainDetail(entry, replica);
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
