// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of staff and devices.
#include "apps/admin/records/formtable.h"

#include <QtGlobal>

namespace atrium::admin {

namespace {

KindForm staff() {
    return {.kind = "staff",
            .word = QT_TRANSLATE_NOOP("Fields", "人员"),
            .icon = "user-round",
            .rowTitle = "{name}",
            .rowHint = "{number} · {departmentId} · {role}",
            .sortBy = "number",
            .parent = "",
            .fields = {
                {.path = "photo",
                 .label = QT_TRANSLATE_NOOP("Fields", "照片"),
                 .help = QT_TRANSLATE_NOOP("Fields", "显示在窗口外屏；PNG 或 JPEG，不超过 4 MiB"),
                 .section = QT_TRANSLATE_NOOP("Fields", "公示卡")},
                {.path = "name", .label = QT_TRANSLATE_NOOP("Fields", "姓名"), .required = true},
                {.path = "nameEn", .label = QT_TRANSLATE_NOOP("Fields", "英文姓名")},
                {.path = "number",
                 .label = QT_TRANSLATE_NOOP("Fields", "工号"),
                 .required = true,
                 .unique = true},
                {.path = "departmentId", .label = QT_TRANSLATE_NOOP("Fields", "部门"), .required = true},
                {.path = "stars",
                 .label = QT_TRANSLATE_NOOP("Fields", "星级"),
                 .low = 1,
                 .high = 5,
                 .unit = QT_TRANSLATE_NOOP("Fields", "星")},
                {.path = "role",
                 .label = QT_TRANSLATE_NOOP("Fields", "角色"),
                 .section = QT_TRANSLATE_NOOP("Fields", "账号与权限")},
                {.path = "serviceDesk",
                 .label = QT_TRANSLATE_NOOP("Fields", "服务台"),
                 .help = QT_TRANSLATE_NOOP("Fields", "可在窗口终端取号、查号、补打和取消")},
                {.path = "skills",
                 .label = QT_TRANSLATE_NOOP("Fields", "办理队列"),
                 .help = QT_TRANSLATE_NOOP(
                     "Fields", "优先：同级别中先叫；后备：没有别人等候或已超最长等候时才叫；不办理：从不叫"),
                 .input = Input::skills},
                {.path = "account",
                 .label = QT_TRANSLATE_NOOP("Fields", "账号"),
                 .help = QT_TRANSLATE_NOOP("Fields", "登录时输入；留空则不能登录"),
                 .unique = true},
                {.path = "active",
                 .label = QT_TRANSLATE_NOOP("Fields", "在岗"),
                 .help = QT_TRANSLATE_NOOP("Fields", "停用后不能登录")},
            }};
}

KindForm device() {
    return {
        .kind = "device",
        .word = QT_TRANSLATE_NOOP("Fields", "设备"),
        .icon = "monitor-smartphone",
        .rowTitle = "{name}",
        .rowHint = "{kind} · {location}",
        .sortBy = "name",
        .parent = "",
        .fields = {
            {.path = "name",
             .label = QT_TRANSLATE_NOOP("Fields", "名称"),
             .required = true,
             .section = QT_TRANSLATE_NOOP("Fields", "设备")},
            {.path = "kind", .label = QT_TRANSLATE_NOOP("Fields", "类型")},
            {.path = "location", .label = QT_TRANSLATE_NOOP("Fields", "位置")},
            {.path = "floorId", .label = QT_TRANSLATE_NOOP("Fields", "楼层")},
            {.path = "windowId",
             .label = QT_TRANSLATE_NOOP("Fields", "窗口"),
             .help = QT_TRANSLATE_NOOP("Fields", "窗口终端和外屏所属的窗口"),
             .section = QT_TRANSLATE_NOOP("Fields", "用途")},
            {.path = "areaIds",
             .label = QT_TRANSLATE_NOOP("Fields", "等候区"),
             .help = QT_TRANSLATE_NOOP("Fields", "播放端显示并播报这些等候区的叫号")},
            {.path = "departmentIds",
             .label = QT_TRANSLATE_NOOP("Fields", "部门"),
             .help = QT_TRANSLATE_NOOP("Fields", "自助机只办这些部门；不选即全部")},
            {.path = "boardStyle",
             .label = QT_TRANSLATE_NOOP("Fields", "叫号屏样式"),
             .help = QT_TRANSLATE_NOOP("Fields", "不选则用等候区的样式")},
            {.path = "sound",
             .label = QT_TRANSLATE_NOOP("Fields", "语音播报"),
             .help = QT_TRANSLATE_NOOP("Fields", "播放端出声")},
            {.path = "address",
             .label = QT_TRANSLATE_NOOP("Fields", "网络地址"),
             .help = QT_TRANSLATE_NOOP("Fields", "设备上次连接时的地址"),
             .input = Input::readOnly,
             .section = QT_TRANSLATE_NOOP("Fields", "连接")},
            {.path = "enrolled", .label = QT_TRANSLATE_NOOP("Fields", "已登记"), .input = Input::readOnly},
            {.path = "revoked", .label = QT_TRANSLATE_NOOP("Fields", "已停用"), .input = Input::readOnly},
        }};
}

} // namespace

QList<KindForm> peopleForms() {
    return {staff(), device()};
}

} // namespace atrium::admin
