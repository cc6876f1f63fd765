// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/kiosk/sentences.h"

#include <QCoreApplication>

namespace atrium::kiosk {

namespace {
QString say(const char* text) {
    return QCoreApplication::translate("Sentences", text);
}
} // namespace

QString sentenceOf(model::ErrorCode code) {
    using enum model::ErrorCode;
    switch (code) {
    case quotaReached:
        return say(QT_TRANSLATE_NOOP("Sentences", "今天的号已经取完。"));
    case outsideHours:
        return say(QT_TRANSLATE_NOOP("Sentences", "现在不是这项业务的取号时间。"));
    case queueClosed:
        return say(QT_TRANSLATE_NOOP("Sentences", "这项业务今天暂停取号。"));
    case tooManyOpenTickets:
        return say(QT_TRANSLATE_NOOP("Sentences", "您在这项业务已有等候中的号。"));
    case identityRequired:
        return say(QT_TRANSLATE_NOOP("Sentences", "这项业务需要实名取号。"));
    case notServable:
        return say(QT_TRANSLATE_NOOP("Sentences", "现在没有窗口办理这项业务。"));
    case notFound:
        return say(QT_TRANSLATE_NOOP("Sentences", "没有找到这个号。"));
    case unavailable:
        return say(QT_TRANSLATE_NOOP("Sentences", "与服务器的连接中断，暂时不能取号和查号。"));
    case tooMany:
        return say(QT_TRANSLATE_NOOP("Sentences", "操作太频繁，请稍等一会儿。"));
    case unauthenticated:
    case forbidden:
        return say(QT_TRANSLATE_NOOP("Sentences", "本机没有获得办理许可。"));
    default:
        return say(QT_TRANSLATE_NOOP("Sentences", "没有取到号，您的操作没有生效。"));
    }
}

QString remedyOf(model::ErrorCode code) {
    using enum model::ErrorCode;
    switch (code) {
    case quotaReached:
        return say(QT_TRANSLATE_NOOP("Sentences", "请明天再来，或到服务台咨询。"));
    case outsideHours:
        return say(QT_TRANSLATE_NOOP("Sentences", "取号时间请看大厅公告，或到服务台咨询。"));
    case tooManyOpenTickets:
        return say(QT_TRANSLATE_NOOP("Sentences", "在首页选“查号退号”可以看到它；办完或退号后才能再取。"));
    case identityRequired:
        return say(QT_TRANSLATE_NOOP("Sentences", "请返回，放上身份证或输入证件号码。"));
    case notFound:
        return say(QT_TRANSLATE_NOOP("Sentences", "请核对后再试一次，或到服务台查询。"));
    case unavailable:
        return say(QT_TRANSLATE_NOOP("Sentences", "您仍可查看部门和业务；取号请到服务台，工作人员会帮您。"));
    default:
        return say(QT_TRANSLATE_NOOP("Sentences", "请返回再试一次，或到服务台，工作人员会帮您。"));
    }
}

QString sentenceOf(devices::CardFault fault) {
    using enum devices::CardFault;
    switch (fault) {
    case takenTooEarly:
        return say(QT_TRANSLATE_NOOP("Sentences", "身份证拿开得太早，请再放一次，等页面变化后再拿走。"));
    case unreadable:
        return say(QT_TRANSLATE_NOOP("Sentences", "没有读出身份证，请平放在读卡区再试一次。"));
    case refused:
        return say(QT_TRANSLATE_NOOP("Sentences", "这张卡不能在本机使用，请放身份证或居留证件。"));
    case badText:
    case badNumber:
        return say(QT_TRANSLATE_NOOP("Sentences", "卡内信息不完整，请到服务台办理。"));
    }
    return {};
}

QString sentenceOf(devices::DeviceState printer) {
    switch (printer) {
    case devices::DeviceState::paperOut:
        return say(QT_TRANSLATE_NOOP("Sentences", "打印机缺纸。"));
    case devices::DeviceState::coverOpen:
        return say(QT_TRANSLATE_NOOP("Sentences", "打印机盖未合上。"));
    default:
        return say(QT_TRANSLATE_NOOP("Sentences", "打印机暂时不能用。"));
    }
}

} // namespace atrium::kiosk
