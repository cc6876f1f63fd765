// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a service item and its guide.
#include "apps/admin/records/formtable.h"

#include <QtGlobal>

namespace atrium::admin {

QList<KindForm> itemForms() {
    return {
        {.kind = "serviceItem",
         .word = QT_TRANSLATE_NOOP("Fields", "事项"),
         .icon = "file-text",
         .rowTitle = "{name}",
         .rowHint = "{code} · {departmentId}",
         .sortBy = "code",
         .parent = "",
         .fields = {
             {.path = "code",
              .label = QT_TRANSLATE_NOOP("Fields", "编码"),
              .section = QT_TRANSLATE_NOOP("Fields", "事项")},
             {.path = "name", .label = QT_TRANSLATE_NOOP("Fields", "名称"), .required = true},
             {.path = "nameEn", .label = QT_TRANSLATE_NOOP("Fields", "英文名称")},
             {.path = "pinyin",
              .label = QT_TRANSLATE_NOOP("Fields", "读音"),
              .help = QT_TRANSLATE_NOOP("Fields", "拼音检索读错时填写，音节间空一格；平时留空")},
             {.path = "departmentId", .label = QT_TRANSLATE_NOOP("Fields", "部门"), .required = true},
             {.path = "queueId",
              .label = QT_TRANSLATE_NOOP("Fields", "队列"),
              .help = QT_TRANSLATE_NOOP("Fields", "本事项的号单在这里等候"),
              .required = true},
             {.path = "audience", .label = QT_TRANSLATE_NOOP("Fields", "服务对象")},
             {.path = "kind", .label = QT_TRANSLATE_NOOP("Fields", "事项类型")},
             {.path = "active",
              .label = QT_TRANSLATE_NOOP("Fields", "启用"),
              .help = QT_TRANSLATE_NOOP("Fields", "停用后自助机上不再出现")},
             {.path = "conditions",
              .label = QT_TRANSLATE_NOOP("Fields", "受理条件"),
              .section = QT_TRANSLATE_NOOP("Fields", "办事指南")},
             {.path = "materials", .label = QT_TRANSLATE_NOOP("Fields", "申请材料")},
             {.path = "materials/name", .label = QT_TRANSLATE_NOOP("Fields", "材料"), .required = true},
             {.path = "materials/form", .label = QT_TRANSLATE_NOOP("Fields", "形式")},
             {.path = "materials/copies", .label = QT_TRANSLATE_NOOP("Fields", "份数"), .low = 0, .high = 99},
             {.path = "materials/required", .label = QT_TRANSLATE_NOOP("Fields", "必交")},
             {.path = "materials/note", .label = QT_TRANSLATE_NOOP("Fields", "说明")},
             {.path = "steps", .label = QT_TRANSLATE_NOOP("Fields", "办理步骤")},
             {.path = "legalBasis",
              .label = QT_TRANSLATE_NOOP("Fields", "法律依据"),
              .help = QT_TRANSLATE_NOOP("Fields", "没有核对过的写 依据待核")},
             {.path = "legalBasis/law", .label = QT_TRANSLATE_NOOP("Fields", "法律法规"), .required = true},
             {.path = "legalBasis/article", .label = QT_TRANSLATE_NOOP("Fields", "条款")},
             {.path = "legalDays",
              .label = QT_TRANSLATE_NOOP("Fields", "法定时限"),
              .help = QT_TRANSLATE_NOOP("Fields", "0 为当场办结"),
              .low = 0,
              .high = 1000,
              .unit = QT_TRANSLATE_NOOP("Fields", "工作日"),
              .zero = QT_TRANSLATE_NOOP("Fields", "当场办结")},
             {.path = "promisedDays",
              .label = QT_TRANSLATE_NOOP("Fields", "承诺时限"),
              .help = QT_TRANSLATE_NOOP("Fields", "0 为当场办结"),
              .low = 0,
              .high = 1000,
              .unit = QT_TRANSLATE_NOOP("Fields", "工作日"),
              .zero = QT_TRANSLATE_NOOP("Fields", "当场办结")},
             {.path = "fee",
              .label = QT_TRANSLATE_NOOP("Fields", "收费"),
              .help = QT_TRANSLATE_NOOP("Fields", "不收费，或金额与依据")},
             {.path = "guideComplete", .label = QT_TRANSLATE_NOOP("Fields", "指南已齐全")},
         }}};
}

} // namespace atrium::admin
