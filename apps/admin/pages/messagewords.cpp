// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/pages/messagewords.h"

#include "apps/admin/records/words.h"
#include "shared/model/reflect.h"

#include <QCoreApplication>

namespace atrium::admin {

using namespace Qt::Literals::StringLiterals;

namespace {

QString word(const char* source) {
    return QCoreApplication::translate("Messages", source);
}

QString causeWord(model::MessageCause cause) {
    using enum model::MessageCause;
    switch (cause) {
    case none:
        break;
    case overtaken:
        return word(QT_TRANSLATE_NOOP("Messages", "已不需要"));
    case quietHours:
        return word(QT_TRANSLATE_NOOP("Messages", "在免打扰时间"));
    case tooManyAttempts:
        return word(QT_TRANSLATE_NOOP("Messages", "多次没有发出"));
    case refused:
        return word(QT_TRANSLATE_NOOP("Messages", "网关拒绝"));
    case notDelivered:
        return word(QT_TRANSLATE_NOOP("Messages", "手机没有收到"));
    case noAnswer:
        return word(QT_TRANSLATE_NOOP("Messages", "网关没有回答"));
    case late:
        return word(QT_TRANSLATE_NOOP("Messages", "来不及了"));
    }
    return {};
}

} // namespace

QString messageKindWord(model::MessageKind kind) {
    return enumWord(QString::fromUtf8(model::enumName(kind).data()));
}

QString messageStateWord(model::MessageState state) {
    using enum model::MessageState;
    switch (state) {
    case waiting:
        return word(QT_TRANSLATE_NOOP("Messages", "待发"));
    case sending:
        return word(QT_TRANSLATE_NOOP("Messages", "发送中"));
    case accepted:
        return word(QT_TRANSLATE_NOOP("Messages", "已发出"));
    case unsure:
        return word(QT_TRANSLATE_NOOP("Messages", "不确定"));
    case delivered:
        return word(QT_TRANSLATE_NOOP("Messages", "已送达"));
    case failed:
        return word(QT_TRANSLATE_NOOP("Messages", "失败"));
    case expired:
        return word(QT_TRANSLATE_NOOP("Messages", "过期未发"));
    case dropped:
        return word(QT_TRANSLATE_NOOP("Messages", "取消"));
    }
    return {};
}

QString messageCauseWord(const model::Message& message) {
    const QString cause = causeWord(message.cause);
    const QString code = QString::fromStdString(message.code);
    const bool isFault = message.state == model::MessageState::failed ||
                         message.state == model::MessageState::waiting ||
                         message.state == model::MessageState::unsure;
    if (code.isEmpty() || !isFault)
        return cause;
    return cause.isEmpty() ? code : u"%1 · %2"_s.arg(cause, code);
}

} // namespace atrium::admin
