// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of the hall, its floors, waiting areas and departments.
#include "apps/admin/records/formtable.h"

#include <QtGlobal>

namespace atrium::admin {

namespace {

KindForm hall() {
    return {
        .kind = "hall",
        .word = QT_TRANSLATE_NOOP("Fields", "大厅"),
        .icon = "landmark",
        .rowTitle = "{name}",
        .rowHint = "{nameEn}",
        .sortBy = "",
        .parent = "",
        .fields = {
            {.path = "name",
             .label = QT_TRANSLATE_NOOP("Fields", "名称"),
             .help = QT_TRANSLATE_NOOP("Fields", "显示在每一块屏幕和号单上"),
             .required = true,
             .section = QT_TRANSLATE_NOOP("Fields", "名称与外观")},
            {.path = "nameEn", .label = QT_TRANSLATE_NOOP("Fields", "英文名称")},
            {.path = "logo",
             .label = QT_TRANSLATE_NOOP("Fields", "徽标"),
             .help = QT_TRANSLATE_NOOP("Fields", "PNG 或 JPEG，不超过 4 MiB")},
            {.path = "theme",
             .label = QT_TRANSLATE_NOOP("Fields", "主题"),
             .help = QT_TRANSLATE_NOOP("Fields", "保存后所有屏幕立即更换，不需重启")},
            {.path = "notice",
             .label = QT_TRANSLATE_NOOP("Fields", "公告"),
             .help = QT_TRANSLATE_NOOP("Fields", "自助机安静时显示的话"),
             .input = Input::paragraph,
             .section = QT_TRANSLATE_NOOP("Fields", "公告"),
             .publisher = true},
            {.path = "noticeEn",
             .label = QT_TRANSLATE_NOOP("Fields", "英文公告"),
             .input = Input::paragraph,
             .publisher = true},
            {.path = "ratingGrades",
             .label = QT_TRANSLATE_NOOP("Fields", "评价等级"),
             .help = QT_TRANSLATE_NOOP("Fields", "外屏显示五级或三级；三级记为 5、4、2 分"),
             .input = Input::grades,
             .section = QT_TRANSLATE_NOOP("Fields", "评价")},
            {.path = "address",
             .label = QT_TRANSLATE_NOOP("Fields", "地址"),
             .section = QT_TRANSLATE_NOOP("Fields", "联系")},
            {.path = "phone", .label = QT_TRANSLATE_NOOP("Fields", "电话")},
            {.path = "publicUrl",
             .label = QT_TRANSLATE_NOOP("Fields", "公开网址"),
             .help = QT_TRANSLATE_NOOP("Fields", "号单二维码的地址以它开头，例如 https://hall.example.cn")},
            {.path = "timeZone",
             .label = QT_TRANSLATE_NOOP("Fields", "时区"),
             .help = QT_TRANSLATE_NOOP("Fields", "IANA 名称，例如 Asia/Shanghai"),
             .required = true},
        }};
}

KindForm floor() {
    return {.kind = "floor",
            .word = QT_TRANSLATE_NOOP("Fields", "楼层"),
            .icon = "layers",
            .rowTitle = "{name}",
            .rowHint = "{nameEn}",
            .sortBy = "ordinal",
            .parent = "",
            .fields = {
                {.path = "name", .label = QT_TRANSLATE_NOOP("Fields", "名称"), .required = true},
                {.path = "nameEn", .label = QT_TRANSLATE_NOOP("Fields", "英文名称")},
                {.path = "ordinal",
                 .label = QT_TRANSLATE_NOOP("Fields", "层号"),
                 .help = QT_TRANSLATE_NOOP("Fields", "地面一层为 1，地下为负数"),
                 .low = -9,
                 .high = 99},
            }};
}

KindForm area() {
    return {.kind = "area",
            .word = QT_TRANSLATE_NOOP("Fields", "等候区"),
            .icon = "armchair",
            .rowTitle = "{name}",
            .rowHint = "{floorId} · {boardStyle}",
            .sortBy = "",
            .parent = "",
            .fields = {
                {.path = "name",
                 .label = QT_TRANSLATE_NOOP("Fields", "名称"),
                 .required = true,
                 .section = QT_TRANSLATE_NOOP("Fields", "等候区")},
                {.path = "nameEn", .label = QT_TRANSLATE_NOOP("Fields", "英文名称")},
                {.path = "floorId", .label = QT_TRANSLATE_NOOP("Fields", "楼层"), .required = true},
                {.path = "boardStyle",
                 .label = QT_TRANSLATE_NOOP("Fields", "叫号屏样式"),
                 .help = QT_TRANSLATE_NOOP("Fields", "本区播放端的样式；单台播放端可另选"),
                 .section = QT_TRANSLATE_NOOP("Fields", "叫号屏")},
                {.path = "caption",
                 .label = QT_TRANSLATE_NOOP("Fields", "字幕"),
                 .help = QT_TRANSLATE_NOOP("Fields", "在叫号屏下方滚动"),
                 .input = Input::paragraph,
                 .publisher = true},
                {.path = "captionEn",
                 .label = QT_TRANSLATE_NOOP("Fields", "英文字幕"),
                 .input = Input::paragraph,
                 .publisher = true},
                {.path = "announcement.languages",
                 .label = QT_TRANSLATE_NOOP("Fields", "播报语言"),
                 .required = true,
                 .section = QT_TRANSLATE_NOOP("Fields", "语音播报")},
                {.path = "announcement.ratePercent",
                 .label = QT_TRANSLATE_NOOP("Fields", "语速"),
                 .help = QT_TRANSLATE_NOOP("Fields", "100 为引擎原来的速度"),
                 .low = 50,
                 .high = 200,
                 .unit = "%"},
                {.path = "announcement.volumePercent",
                 .label = QT_TRANSLATE_NOOP("Fields", "音量"),
                 .low = 0,
                 .high = 100,
                 .unit = "%"},
                {.path = "announcement.repeat",
                 .label = QT_TRANSLATE_NOOP("Fields", "播报遍数"),
                 .low = 1,
                 .high = 3,
                 .unit = QT_TRANSLATE_NOOP("Fields", "遍")},
                {.path = "announcement.templateZh",
                 .label = QT_TRANSLATE_NOOP("Fields", "中文播报词"),
                 .help = QT_TRANSLATE_NOOP("Fields", "{number} 处读号码，{window} 处读窗口号"),
                 .required = true,
                 .input = Input::spoken},
                {.path = "announcement.templateEn",
                 .label = QT_TRANSLATE_NOOP("Fields", "英文播报词"),
                 .help = QT_TRANSLATE_NOOP("Fields", "{number} 处读号码，{window} 处读窗口号"),
                 .required = true,
                 .input = Input::spoken},
            }};
}

KindForm department() {
    return {.kind = "department",
            .word = QT_TRANSLATE_NOOP("Fields", "部门"),
            .icon = "building-2",
            .rowTitle = "{name}",
            .rowHint = "{phone}",
            .sortBy = "sortOrder",
            .parent = "parentId",
            .fields = {
                {.path = "name", .label = QT_TRANSLATE_NOOP("Fields", "名称"), .required = true},
                {.path = "nameEn", .label = QT_TRANSLATE_NOOP("Fields", "英文名称")},
                {.path = "shortName",
                 .label = QT_TRANSLATE_NOOP("Fields", "简称"),
                 .help = QT_TRANSLATE_NOOP("Fields", "窗口条屏上用，例如 住建局")},
                {.path = "parentId",
                 .label = QT_TRANSLATE_NOOP("Fields", "上级部门"),
                 .help = QT_TRANSLATE_NOOP("Fields", "留空即为一级部门")},
                {.path = "phone", .label = QT_TRANSLATE_NOOP("Fields", "电话")},
                {.path = "sortOrder",
                 .label = QT_TRANSLATE_NOOP("Fields", "顺序"),
                 .help = QT_TRANSLATE_NOOP("Fields", "小的排在前面"),
                 .low = 0,
                 .high = 100'000},
            }};
}

} // namespace

QList<KindForm> hallForms() {
    return {hall(), floor(), area(), department()};
}

} // namespace atrium::admin
