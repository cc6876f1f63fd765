// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/appkit/passedrule.h"

namespace atrium::ui {

using namespace Qt::Literals::StringLiterals;
using model::PassedRule;

namespace {

QString askAtDesk(bool english) {
    return english ? u"If your number is passed, ask at the service desk."_s : u"过号请到服务台。"_s;
}

/// How often it happens by itself, and what then.
QString times(const model::Queue& queue, bool english) {
    if (english)
        return queue.noShowLimit == 1
                   ? u" once; after that ask at the service desk."_s
                   : u", up to %1 times; after that ask at the service desk."_s.arg(queue.noShowLimit);
    return u"，最多 %1 次；之后请到服务台。"_s.arg(queue.noShowLimit);
}

QString reporting(const model::Queue& queue, bool english) {
    if (queue.passedMinutes == 0)
        return english ? u"If your number is passed, report at a kiosk: you are called first."_s
                       : u"过号后请到自助机报到，优先叫号。"_s;
    return (english
                ? u"If your number is passed, report at a kiosk within %1 minutes: you are called first."_s
                : u"过号后 %1 分钟内到自助机报到，优先叫号。"_s)
        .arg(queue.passedMinutes);
}

} // namespace

QString passedRuleText(const model::Queue& queue, bool english) {
    if (queue.passedRule == PassedRule::never)
        return english ? u"A passed number is void: please take a new one."_s : u"过号作废，请重新取号。"_s;
    if (queue.noShowLimit == 0)
        return askAtDesk(english);
    if (queue.passedRule == PassedRule::keepsPlace)
        return reporting(queue, english);
    if (queue.passedRule == PassedRule::atEnd)
        return (english ? u"A passed number goes to the end of the queue"_s : u"过号自动排到队尾"_s) +
               times(queue, english);
    if (queue.requeuePlaces == 0)
        return (english ? u"A passed number keeps its place"_s : u"过号保留原位"_s) + times(queue, english);
    if (english)
        return (queue.requeuePlaces == 1
                    ? u"A passed number goes back 1 place"_s
                    : u"A passed number goes back %1 places"_s.arg(queue.requeuePlaces)) +
               times(queue, english);
    return u"过号自动退后 %1 位"_s.arg(queue.requeuePlaces) + times(queue, english);
}

} // namespace atrium::ui
