// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/records/words.h"

#include "apps/admin/records/formtable.h"
#include "shared/sync/qt/replica.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongestValue = 60; // of a value quoted in a sentence

struct EnumWord {
    const char* name;
    const char* text;
};

constexpr EnumWord kEnumWords[] = {
    {"governmentBlue", QT_TRANSLATE_NOOP("Words", "政务蓝")},
    {"emblemRed", QT_TRANSLATE_NOOP("Words", "国徽红")},
    {"highContrast", QT_TRANSLATE_NOOP("Words", "高对比")},
    {"night", QT_TRANSLATE_NOOP("Words", "夜间")},
    {"zh", QT_TRANSLATE_NOOP("Words", "中文")},
    {"en", QT_TRANSLATE_NOOP("Words", "英文")},
    {"classic", QT_TRANSLATE_NOOP("Words", "标准")},
    {"split", QT_TRANSLATE_NOOP("Words", "双栏")},
    {"ledger", QT_TRANSLATE_NOOP("Words", "列表")},
    {"large", QT_TRANSLATE_NOOP("Words", "特大号码")},
    {"placesBack", QT_TRANSLATE_NOOP("Words", "自动退后")},
    {"atEnd", QT_TRANSLATE_NOOP("Words", "自动排到队尾")},
    {"keepsPlace", QT_TRANSLATE_NOOP("Words", "保留原位，报到后先叫")},
    {"never", QT_TRANSLATE_NOOP("Words", "作废")},
    {"manual", QT_TRANSLATE_NOOP("Words", "人工")},
    {"automatic", QT_TRANSLATE_NOOP("Words", "自动")},
    {"mixed", QT_TRANSLATE_NOOP("Words", "混合")},
    {"exclude", QT_TRANSLATE_NOOP("Words", "不办理")},
    {"backup", QT_TRANSLATE_NOOP("Words", "后备")},
    {"normal", QT_TRANSLATE_NOOP("Words", "正常")},
    {"preferred", QT_TRANSLATE_NOOP("Words", "优先")},
    {"individual", QT_TRANSLATE_NOOP("Words", "个人")},
    {"enterprise", QT_TRANSLATE_NOOP("Words", "企业")},
    {"both", QT_TRANSLATE_NOOP("Words", "个人和企业")},
    {"permit", QT_TRANSLATE_NOOP("Words", "行政许可")},
    {"confirmation", QT_TRANSLATE_NOOP("Words", "行政确认")},
    {"registration", QT_TRANSLATE_NOOP("Words", "登记")},
    {"payment", QT_TRANSLATE_NOOP("Words", "行政给付")},
    {"certificate", QT_TRANSLATE_NOOP("Words", "证件证明")},
    {"publicService", QT_TRANSLATE_NOOP("Words", "公共服务")},
    {"other", QT_TRANSLATE_NOOP("Words", "其他")},
    {"administrator", QT_TRANSLATE_NOOP("Words", "管理员")},
    {"supervisor", QT_TRANSLATE_NOOP("Words", "值班长")},
    {"inspector", QT_TRANSLATE_NOOP("Words", "巡查员")},
    {"clerk", QT_TRANSLATE_NOOP("Words", "窗口人员")},
    {"publisher", QT_TRANSLATE_NOOP("Words", "信息发布员")},
    {"kiosk", QT_TRANSLATE_NOOP("Words", "自助机")},
    {"windowTerminal", QT_TRANSLATE_NOOP("Words", "窗口终端")},
    {"dualScreen", QT_TRANSLATE_NOOP("Words", "窗口外屏")},
    {"signagePlayer", QT_TRANSLATE_NOOP("Words", "播放端")},
    {"admin", QT_TRANSLATE_NOOP("Words", "管理端")},
    {"closed", QT_TRANSLATE_NOOP("Words", "未开")},
    {"idle", QT_TRANSLATE_NOOP("Words", "空闲")},
    {"calling", QT_TRANSLATE_NOOP("Words", "叫号")},
    {"serving", QT_TRANSLATE_NOOP("Words", "办理")},
    {"paused", QT_TRANSLATE_NOOP("Words", "暂停")},
    {"deviceSilent", QT_TRANSLATE_NOOP("Words", "设备失联")},
    {"printerPaper", QT_TRANSLATE_NOOP("Words", "打印纸")},
    {"printerFault", QT_TRANSLATE_NOOP("Words", "打印机故障")},
    {"paperLow", QT_TRANSLATE_NOOP("Words", "纸将用完")},
    {"paperOut", QT_TRANSLATE_NOOP("Words", "缺纸")},
    {"coverOpen", QT_TRANSLATE_NOOP("Words", "上盖未关")},
    {"faulty", QT_TRANSLATE_NOOP("Words", "故障")},
    {"offline", QT_TRANSLATE_NOOP("Words", "未连接")},
    {"notConfigured", QT_TRANSLATE_NOOP("Words", "没有配置，短信发不出去")},
    {"nearTurn", QT_TRANSLATE_NOOP("Words", "快到号")},
    {"called", QT_TRANSLATE_NOOP("Words", "叫号提醒")},
    {"nextPerson", QT_TRANSLATE_NOOP("Words", "下一位")},
    {"spoken", QT_TRANSLATE_NOOP("Words", "只播报")},
    {"spokenAndMessage", QT_TRANSLATE_NOOP("Words", "播报，并发短信")},
    {"silent", QT_TRANSLATE_NOOP("Words", "只发短信，不播报")},
    {"windowIdle", QT_TRANSLATE_NOOP("Words", "窗口久未叫号")},
    {"pauseTooLong", QT_TRANSLATE_NOOP("Words", "暂停过久")},
    {"lowRating", QT_TRANSLATE_NOOP("Words", "差评")},
    {"insecureLan", QT_TRANSLATE_NOOP("Words", "网络未加密")},
    {"queueStranded", QT_TRANSLATE_NOOP("Words", "无窗口可办")},
    {"cardReaderFault", QT_TRANSLATE_NOOP("Words", "读卡器故障")},
    {"scannerFault", QT_TRANSLATE_NOOP("Words", "扫码器故障")},
    {"clockWrong", QT_TRANSLATE_NOOP("Words", "服务器时钟不准")},
    {"clockAhead", QT_TRANSLATE_NOOP("Words", "时钟突然快了，未采用，请校准后重启服务")},
    {"clockBehind", QT_TRANSLATE_NOOP("Words", "时钟突然慢了，未采用，请校准后重启服务")},
    {"storeFailed", QT_TRANSLATE_NOOP("Words", "数据保存失败")},
    {"storeFull", QT_TRANSLATE_NOOP("Words", "服务器磁盘已满")},
    {"storeError", QT_TRANSLATE_NOOP("Words", "服务器数据库写入出错")},
};

QString listWord(const Field& field, const QVariantList& values, const sync::Replica& replica) {
    if (field.type == FieldType::table || field.type == FieldType::texts)
        return QCoreApplication::translate("Words", "%1 条").arg(values.size());
    QStringList words;
    for (const QVariant& value : values) {
        words.append(field.type == FieldType::choices
                         ? enumWord(value.toString())
                         : referenceWord(field.refersTo, value.toString(), replica));
    }
    return words.join(u"、"_s);
}

} // namespace

QString fieldText(const char* source) {
    return *source == '\0' ? QString() : QCoreApplication::translate("Fields", source);
}

QString enumWord(const QString& wireName) {
    for (const EnumWord& word : kEnumWords) {
        if (wireName == QLatin1String(word.name))
            return QCoreApplication::translate("Words", word.text);
    }
    return wireName;
}

QString weekdayWord(int isoWeekday) {
    constexpr const char* kDays[] = {QT_TRANSLATE_NOOP("Words", "周一"), QT_TRANSLATE_NOOP("Words", "周二"),
                                     QT_TRANSLATE_NOOP("Words", "周三"), QT_TRANSLATE_NOOP("Words", "周四"),
                                     QT_TRANSLATE_NOOP("Words", "周五"), QT_TRANSLATE_NOOP("Words", "周六"),
                                     QT_TRANSLATE_NOOP("Words", "周日")};
    return isoWeekday < 1 || isoWeekday > 7 ? QString::number(isoWeekday)
                                            : QCoreApplication::translate("Words", kDays[isoWeekday - 1]);
}

QString minuteWord(int minuteOfDay) {
    return u"%1:%2"_s.arg(minuteOfDay / 60, 2, 10, QLatin1Char('0'))
        .arg(minuteOfDay % 60, 2, 10, QLatin1Char('0'));
}

QDate dateOf(int day) {
    return {day / 10000, day / 100 % 100, day % 100};
}

qlonglong dayValue(const QDate& date) {
    return date.year() * 10000LL + date.month() * 100LL + date.day();
}

QString dayWord(int day) {
    const QDate date = dateOf(day);
    return date.isValid() ? date.toString(Qt::ISODate) + u' ' + weekdayWord(date.dayOfWeek()) : QString();
}

QString valueWord(const Field& field, const QVariant& value, const sync::Replica& replica) {
    switch (field.type) {
    case FieldType::boolean:
        return value.toBool() ? QCoreApplication::translate("Words", "是")
                              : QCoreApplication::translate("Words", "否");
    case FieldType::choice:
        return enumWord(value.toString());
    case FieldType::reference:
        return referenceWord(field.refersTo, value.toString(), replica);
    case FieldType::minuteOfDay:
        return minuteWord(value.toInt());
    case FieldType::day:
        return dayWord(value.toInt());
    case FieldType::picture:
        return value.toString().isEmpty() ? QCoreApplication::translate("Words", "无")
                                          : QCoreApplication::translate("Words", "图片");
    case FieldType::choices:
    case FieldType::references:
    case FieldType::texts:
    case FieldType::table:
        return listWord(field, value.toList(), replica);
    case FieldType::text:
    case FieldType::integer:
    case FieldType::kept:
        break;
    }
    const QString text = value.toString();
    return text.size() <= kLongestValue ? text : text.left(kLongestValue) + u'…';
}

QString fillPattern(const char* pattern, const RecordKind& kind, const Record& record,
                    const sync::Replica& replica) {
    QString out = QString::fromUtf8(pattern);
    const bool english = QCoreApplication::translate("Words", "中文") != u"中文";
    for (const Field& field : kind.fields()) {
        const QString place = u'{' + field.path + u'}';
        if (!out.contains(place))
            continue;
        QVariant value = valueAt(record, field.path);
        if (const QVariant other = valueAt(record, field.path + u"En"_s);
            english && !other.toString().isEmpty())
            value = other;
        out.replace(place, valueWord(field, value, replica));
    }
    return out;
}

QString recordWord(const RecordKind& kind, const Record& record, const sync::Replica& replica) {
    const QString word = fillPattern(kindForm(kind.name()).rowTitle, kind, record, replica).trimmed();
    return word.isEmpty() ? idOf(record) : word;
}

QString deviceWord(const Record& device, const sync::Replica& replica) {
    if (device.value(u"revoked"_s).toBool())
        return QCoreApplication::translate("Words", "已停用");
    if (!device.value(u"enrolled"_s).toBool())
        return QCoreApplication::translate("Words", "未登记");
    const auto* status = replica.peek<model::DeviceStatus>(model::RecordId(idOf(device).toStdString()));
    return status != nullptr && status->online ? QCoreApplication::translate("Words", "在线")
                                               : QCoreApplication::translate("Words", "不在线");
}

QString referenceWord(const QString& kind, const QString& id, const sync::Replica& replica) {
    const RecordKind* known = recordKind(kind);
    if (id.isEmpty() || known == nullptr)
        return id;
    const auto record = known->find(replica, id);
    return record ? recordWord(*known, *record, replica) : id;
}

} // namespace atrium::admin
