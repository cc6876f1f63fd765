// SPDX-License-Identifier: GPL-3.0-or-later
// Between the touch and the paper.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.px(160)
        spacing: Theme.space4
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.px(200)
            height: width
            radius: width / 2
            color: Theme.primaryLight
            Icon {
                anchors.centerIn: parent
                name: "printer"
                color: Theme.primary
                size: Theme.px(110)
            }
        }
        AppText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.kiosk.slow ? qsTr("比平时久，还在取号") : qsTr("正在取号，请稍候")
            strong: true
            font.pixelSize: Theme.titleSize
        }
        AppText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.kiosk.slow ? qsTr("您可以再等一会儿，也可以返回，或到服务台取号。") : root.kiosk.devices.canPrint ? qsTr("号单从屏幕下方的出纸口出来，请等它切断后再取。") : qsTr("号码马上显示在屏幕上。")
            color: Theme.ink2
        }
    }
}
