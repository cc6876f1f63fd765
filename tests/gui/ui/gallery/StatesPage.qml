// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons, states and notices.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Item {
    id: root

    IdleTimer { id: idle; timeout: 1; running: Theme.lowReach }
    Column {
        x: Theme.px(48)
        y: Theme.px(40)
        width: parent.width - 2 * x
        spacing: Theme.space3
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            AppButton { text: "取号"; iconName: "ticket"; kind: AppButton.Primary; focus: true; Component.onCompleted: forceActiveFocus(Qt.TabFocusReason) }
            AppButton { text: "再取一个号" }
            AppButton { text: "完成"; trailing: "18"; kind: AppButton.Primary }
            AppButton { text: "作废"; kind: AppButton.Danger }
            AppButton { text: "不评价"; kind: AppButton.Quiet }
            AppButton { text: "看样表"; kind: AppButton.Tinted }
            AppButton { text: "不能用"; enabled: false }
            IconButton { iconName: "settings"; label: "设置" }
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            Pill { text: "号单已打印，请取走"; iconName: "printer"; tone: Pill.Good }
            Pill { text: "老年人优先"; tone: Pill.Warning; small: true }
            Pill { text: "预约 10:30"; tone: Pill.Info; small: true }
            Pill { text: "失联"; tone: Pill.Urgent; small: true }
            Pill { text: "空闲"; small: true }
        }
        AppSwitch { width: parent.width; text: "朗读每一页"; checked: true }
        AppSwitch { width: parent.width; text: "显示姓氏" }
        Notice {
            width: parent.width
            compact: true
            kind: Notice.Offline
            happened: "网络暂时不通"
            stillWorks: "取号照常，号码是本机预留的。"
        }
        Notice {
            width: parent.width
            compact: true
            kind: Notice.Error
            happened: "打印机缺纸"
            whatToDo: "请对着屏幕上的二维码拍照。"
        }
        Notice {
            width: parent.width
            kind: Notice.Empty
            happened: "没有找到这样的事项"
            stillWorks: "可以按部门查找。"
            whatToDo: "也可以到一楼服务台询问。"
            actionText: "按部门查找"
        }
        Row {
            spacing: Theme.space4
            QrCode { width: Theme.px(240); height: width; text: "https://hall.example/t/0123456789abcdef.1.0123456789ab" }
            Column {
                spacing: Theme.space2
                AppText { text: "A 0127"; color: Theme.primary; strong: true; font.pixelSize: Theme.numberSize * 0.6 }
                StarRow { value: 4 }
                ClockText { seconds: true }
            }
        }
        StarRow { value: 3; interactive: true }
        Skeleton { width: parent.width; rows: 2; shown: true }
        Toast {
            id: toast
            text: "A0126 已标为过号"
            actionText: "撤销"
            Component.onCompleted: show(text)
        }
    }
    TimeoutDialog { timer: idle }
}
