// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is one sentence: ready, paused, closed, thanks, a rating not taken, not yet set up.
import QtQuick
import Atrium.Ui
import Atrium.Appkit
import Atrium.DualScreen

Item {
    id: root

    required property OuterScreen screenModel
    required property HallState hall
    readonly property int page: screenModel.page
    readonly property bool warns: page === OuterScreen.Paused || page === OuterScreen.Refused

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.px(160)
        spacing: Theme.space4
        scale: Math.min(1, (parent.height - Theme.space3) / implicitHeight)
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.px(160)
            height: width
            radius: width / 2
            color: root.warns ? Theme.warningLight
                : root.page === OuterScreen.Thanks ? Theme.goodLight : Theme.primaryLight
            Icon {
                anchors.centerIn: parent
                name: root.page === OuterScreen.Paused ? "circle-pause" : root.page === OuterScreen.Thanks ? "circle-check"
                    : root.page === OuterScreen.Refused ? "circle-alert"
                    : root.page === OuterScreen.Idle ? "smile" : root.page === OuterScreen.Closed ? "moon" : "settings"
                color: root.warns ? Theme.warning
                    : root.page === OuterScreen.Thanks ? Theme.good : Theme.primary
                size: Theme.px(88)
            }
        }
        AppText {
            objectName: "message"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.page === OuterScreen.Paused ? qsTr("暂停服务")
                : root.page === OuterScreen.Thanks ? qsTr("谢谢您的评价")
                : root.page === OuterScreen.Refused ? qsTr("这次评价没有计入")
                : root.page === OuterScreen.Idle ? qsTr("您好，请等候叫号")
                : root.page === OuterScreen.Closed ? qsTr("本窗口现在不办理业务") : qsTr("正在准备")
            font.pixelSize: Theme.typePx(64)
            strong: true
        }
        AppText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.ink2
            font.pixelSize: Theme.typePx(32)
            text: root.page === OuterScreen.Paused
                    ? (root.screenModel.pauseReason !== "" ? root.screenModel.pauseReason + "\n" : "")
                      + (root.screenModel.otherWindows !== "" ? qsTr("同类业务请到 %1 号窗口").arg(root.screenModel.otherWindows)
                                                              : qsTr("请稍候，或到服务台咨询"))
                : root.page === OuterScreen.Thanks ? qsTr("您的意见直接送到主管部门。祝您顺利！")
                : root.page === OuterScreen.Refused ? root.screenModel.refusal
                : root.page === OuterScreen.Idle ? qsTr("叫到您的号码时，屏幕和广播会同时提示。")
                : root.page === OuterScreen.Closed
                    ? (root.screenModel.otherWindows !== "" ? qsTr("同类业务请到 %1 号窗口").arg(root.screenModel.otherWindows)
                                                            : root.hall.notice)
                : qsTr("等待服务器下发窗口设置。")
        }
    }
}
