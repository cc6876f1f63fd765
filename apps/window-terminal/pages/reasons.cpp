// SPDX-License-Identifier: GPL-3.0-or-later
// The reasons that staff choose from.
#include "apps/window-terminal/pages/reasonpanel.h"

#include <QCoreApplication>

namespace atrium::windowterminal {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char* kContext = "atrium::windowterminal::Reasons";

QString said(const char* source) {
    return QCoreApplication::translate(kContext, source);
}

QStringList sources(std::initializer_list<const char*> texts) {
    QStringList list;
    for (const char* text : texts)
        list.append(QString::fromUtf8(text));
    return list;
}

} // namespace

QString Reasons::shown(const QString& source) {
    return QCoreApplication::translate(kContext, source.toUtf8().constData());
}

Question Reasons::pause() {
    return {.name = u"pause"_s,
            .title = said(QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "暂停服务的原因")),
            .explanation = said(QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons",
                                                  "外屏显示“暂停服务”和所选原因；按 F8 恢复。")),
            .reasons = sources({QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "短暂离开"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "午餐"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "业务会议"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "整理材料"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "系统故障"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "交接班")}),
            .ownWords = false,
            .confirm = {}};
}

Question Reasons::hold() {
    return {.name = u"hold"_s,
            .title = said(QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "挂起当前号码的原因")),
            .explanation = said(QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons",
                                                  "号码留在本窗口的挂起列表，可随时继续办理。")),
            .reasons = sources({QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "补充材料"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "复印或拍照"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "填写表格"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "等待他人到场"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "缴费")}),
            .ownWords = true,
            .confirm = said(QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "挂起"))};
}

Question Reasons::callOutOfOrder(const QString& number) {
    return {
        .name = u"order"_s,
        .title =
            said(QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "不按顺序呼叫 %1 的原因")).arg(number),
        .explanation = said(
            QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "原因记入审计记录，其他人的等候会变长。")),
        .reasons = sources({QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "老年人或行动不便"),
                            QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "孕妇或携带婴幼儿"),
                            QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "补齐材料后返回"),
                            QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "同一人连续办理"),
                            QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "紧急事由")}),
        .ownWords = true,
        .confirm = said(QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "呼叫"))};
}

Question Reasons::cancelTicket(const QString& number) {
    return {.name = u"cancel"_s,
            .title = said(QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "取消 %1 的原因")).arg(number),
            .explanation = said(
                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "取消后不再呼叫，需要时重新取号。")),
            .reasons = sources({QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "本人要求"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "取错事项"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "重复取号"),
                                QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "号单丢失，已另取号")}),
            .ownWords = true,
            .confirm = said(QT_TRANSLATE_NOOP("atrium::windowterminal::Reasons", "取消号码"))};
}

} // namespace atrium::windowterminal
