// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, what still works, and what to do.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property bool noPaper: kiosk.page === Kiosk.NoPaper && !kiosk.resolved

    Notice {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.px(48) }
        kind: root.kiosk.resolved ? Notice.Good : root.noPaper ? Notice.Offline : Notice.Error
        iconName: root.kiosk.resolved ? "circle-check" : root.noPaper ? "printer" : "circle-alert"
        happened: root.kiosk.happened
        stillWorks: root.kiosk.stillWorks
    }
    Row {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.px(48); bottomMargin: Theme.space4 }
        spacing: Theme.space3
        AppButton {
            objectName: "message-back"
            width: root.noPaper ? (parent.width - Theme.space3) / 2 : parent.width
            height: Math.max(Theme.px(116), implicitHeight)
            kind: root.noPaper ? AppButton.Secondary : AppButton.Primary
            text: qsTr("返回")
            onClicked: root.kiosk.back()
        }
        AppButton {
            objectName: "take-on-screen"
            visible: root.noPaper
            width: (parent.width - Theme.space3) / 2
            height: Math.max(Theme.px(116), implicitHeight)
            kind: AppButton.Primary
            text: qsTr("号码显示在屏幕上")
            onClicked: root.kiosk.takeOnScreen()
        }
    }
}
