// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/dual-screen/reasons.h"

#include <array>

namespace atrium::dualscreen {

std::span<const char* const> Reasons::ofGrade(int grade) {
    static constexpr std::array kGood{QT_TR_NOOP("态度热情"), QT_TR_NOOP("办理快捷"), QT_TR_NOOP("讲解清楚"),
                                      QT_TR_NOOP("环境整洁")};
    static constexpr std::array kFair{QT_TR_NOOP("等候较久"), QT_TR_NOOP("讲解不够清楚"),
                                      QT_TR_NOOP("材料要求偏多"), QT_TR_NOOP("指引不够明显")};
    static constexpr std::array kPoor{QT_TR_NOOP("态度不好"), QT_TR_NOOP("等候太久"),
                                      QT_TR_NOOP("没有一次告知"), QT_TR_NOOP("要求提供多余材料"),
                                      QT_TR_NOOP("办理超过时限")};
    if (grade < 1)
        return {};
    return grade >= 4   ? std::span<const char* const>(kGood)
           : grade == 3 ? std::span<const char* const>(kFair)
                        : std::span<const char* const>(kPoor);
}

QStringList Reasons::shownOfGrade(int grade) {
    QStringList out;
    for (const char* text : ofGrade(grade))
        out.append(tr(text));
    return out;
}

QString Reasons::shownPause(const std::string& source) {
    static constexpr std::array kUsual{QT_TR_NOOP("短暂离开"), QT_TR_NOOP("午餐"),     QT_TR_NOOP("业务会议"),
                                       QT_TR_NOOP("整理材料"), QT_TR_NOOP("系统故障"), QT_TR_NOOP("交接班")};
    for (const char* usual : kUsual)
        if (source == usual)
            return tr(usual);
    return QString::fromStdString(source);
}

} // namespace atrium::dualscreen
