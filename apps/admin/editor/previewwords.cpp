// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/admin/editor/previewwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace atrium::admin {

using rules::queueing::CallPreview;
using rules::queueing::PreviewReason;
using rules::queueing::PreviewRow;

namespace {

constexpr std::size_t kMostWindows = 8;

QString previewText(const char* text, int count = -1) {
    return QCoreApplication::translate("Preview", text, nullptr, count);
}

QString windowsWord(const CallPreview& shown) {
    QStringList numbers;
    for (const int number : shown.windows) {
        if (numbers.size() == static_cast<qsizetype>(kMostWindows)) {
            numbers.append(QStringLiteral("…"));
            break;
        }
        numbers.append(QString::number(number));
    }
    return numbers.join(previewText(QT_TRANSLATE_NOOP("Preview", "、")));
}

} // namespace

QString reasonWord(const PreviewRow& row) {
    switch (row.reason) {
    case PreviewReason::arrival:
        break;
    case PreviewReason::priority:
        return previewText(QT_TRANSLATE_NOOP("Preview", "级别 %1，先于级别靠后的")).arg(row.effectiveClass);
    case PreviewReason::aged:
        return previewText(QT_TRANSLATE_NOOP("Preview", "等候升级：由 %1 级升到 %2 级"))
            .arg(row.priorityClass)
            .arg(row.effectiveClass);
    case PreviewReason::finallyCallBy:
        return previewText(QT_TRANSLATE_NOOP("Preview", "已等 %1 分钟，最长等候 %2 分钟：先于一切级别"))
            .arg(row.waitedMinutes)
            .arg(row.limitMinutes);
    case PreviewReason::appointment:
        return previewText(QT_TRANSLATE_NOOP("Preview", "在预约的时间内，先于一切级别"));
    case PreviewReason::preferred:
        return previewText(QT_TRANSLATE_NOOP("Preview", "%1 号窗口的人员优先办理本队列"))
            .arg(row.windowNumber);
    case PreviewReason::backup:
        return previewText(QT_TRANSLATE_NOOP("Preview", "%1 号窗口的人员是后备：没有别人在等"))
            .arg(row.windowNumber);
    case PreviewReason::bound:
        return previewText(QT_TRANSLATE_NOOP("Preview", "已转到 %1 号窗口，只由该窗口叫"))
            .arg(row.windowNumber);
    case PreviewReason::freed:
        if (row.boundWindow == 0)
            return previewText(QT_TRANSLATE_NOOP("Preview", "原转到的窗口已经没有，由 %1 号窗口叫"))
                .arg(row.windowNumber);
        return previewText(
                   QT_TRANSLATE_NOOP("Preview", "原转到 %1 号窗口，该窗口不在岗或不再办理，由 %2 号窗口叫"))
            .arg(row.boundWindow)
            .arg(row.windowNumber);
    case PreviewReason::returned:
        return row.placesBack > 0
                   ? previewText(QT_TRANSLATE_N_NOOP("Preview", "过号后回来，已让 %n 人先叫"), row.placesBack)
                   : previewText(QT_TRANSLATE_NOOP("Preview", "过号后回来，轮到了"));
    case PreviewReason::nobodyElse:
        return previewText(QT_TRANSLATE_N_NOOP("Preview", "过号后应让 %n 人先叫，但没有别人在等"),
                           row.placesBack);
    }
    return previewText(QT_TRANSLATE_NOOP("Preview", "先到先叫"));
}

QString classWord(const PreviewRow& row) {
    return row.effectiveClass == row.priorityClass
               ? QString::number(row.priorityClass)
               : QStringLiteral("%1 → %2").arg(row.priorityClass).arg(row.effectiveClass);
}

QString previewWord(const CallPreview& shown) {
    const QString waiting = previewText(QT_TRANSLATE_N_NOOP("Preview", "%n 人等候。"), shown.waiting);
    if (shown.isAssumedOpen)
        return waiting +
               previewText(QT_TRANSLATE_NOOP("Preview", "现在没有开放的窗口，按 %1 号窗口开放推演。"))
                   .arg(windowsWord(shown));
    if (shown.windows.size() == 1)
        return waiting +
               previewText(QT_TRANSLATE_NOOP("Preview", "由 %1 号窗口叫号。")).arg(windowsWord(shown));
    return waiting + previewText(QT_TRANSLATE_NOOP("Preview", "%1 号窗口轮流叫号。")).arg(windowsWord(shown));
}

} // namespace atrium::admin
