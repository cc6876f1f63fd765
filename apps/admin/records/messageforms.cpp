// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of what messages to visitors say.
#include "apps/admin/records/formtable.h"

#include <QtGlobal>

namespace atrium::admin {

namespace {

KindForm messageTemplate() {
    return {
        .kind = "messageTemplate",
        .word = QT_TRANSLATE_NOOP("Fields", "短信模板"),
        .icon = "message-square",
        .rowTitle = "{kind}",
        .rowHint = "{text}",
        .sortBy = "",
        .parent = "",
        .fields = {
            {.path = "kind",
             .label = QT_TRANSLATE_NOOP("Fields", "种类"),
             .help = QT_TRANSLATE_NOOP("Fields", "每类一个模板；没有模板的种类不发"),
             .unique = true},
            {.path = "active",
             .label = QT_TRANSLATE_NOOP("Fields", "启用"),
             .help = QT_TRANSLATE_NOOP("Fields", "停用的种类不发")},
            {.path = "text",
             .label = QT_TRANSLATE_NOOP("Fields", "内容"),
             .help = QT_TRANSLATE_NOOP(
                 "Fields", "{number} 号码，{item} 事项，{ahead} 前面人数（叫号没有），{minutes} 约等几分钟"
                           "（快到号才有），{window} 窗口号（叫号才有）"),
             .required = true,
             .input = Input::paragraph},
            {.path = "textEn",
             .label = QT_TRANSLATE_NOOP("Fields", "英文内容"),
             .help = QT_TRANSLATE_NOOP("Fields", "给取英文号单的人；留空即发中文"),
             .input = Input::paragraph},
        }};
}

} // namespace

QList<KindForm> messageForms() {
    return {messageTemplate()};
}

} // namespace atrium::admin
