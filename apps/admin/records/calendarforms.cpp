// SPDX-License-Identifier: GPL-3.0-or-later
// The form of days that differ from their weekday.
#include "apps/admin/records/formtable.h"

#include <QtGlobal>

namespace atrium::admin {

QList<KindForm> calendarForms() {
    return {{.kind = "calendarDay",
             .word = QT_TRANSLATE_NOOP("Fields", "特殊日期"),
             .icon = "calendar",
             .rowTitle = "{day} · {name}",
             .rowHint = "{working}",
             .sortBy = "day",
             .parent = "",
             .fields = {
                 {.path = "day",
                  .label = QT_TRANSLATE_NOOP("Fields", "日期"),
                  .help = QT_TRANSLATE_NOOP("Fields", "每个日期只能有一条"),
                  .required = true,
                  .unique = true},
                 {.path = "name",
                  .label = QT_TRANSLATE_NOOP("Fields", "名称"),
                  .help = QT_TRANSLATE_NOOP("Fields", "例如 国庆节，或 国庆节调休上班"),
                  .required = true},
                 {.path = "nameEn", .label = QT_TRANSLATE_NOOP("Fields", "英文名称")},
                 {.path = "working",
                  .label = QT_TRANSLATE_NOOP("Fields", "上班"),
                  .help = QT_TRANSLATE_NOOP("Fields", "是：周末调休上班；否：放假，不发号也不接受预约")},
                 {.path = "hoursOf",
                  .label = QT_TRANSLATE_NOOP("Fields", "按哪天的时间"),
                  .help = QT_TRANSLATE_NOOP("Fields", "上班时按这个星期几的发号时间"),
                  .low = 1,
                  .high = 7,
                  .input = Input::weekday},
             }}};
}

} // namespace atrium::admin
