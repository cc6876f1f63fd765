// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, what still works, and what to do.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property bool noPaper: kiosk.page === Kiosk.NoPaper && !kiosk.resolved

    Notice {
        // In the middle of the page, or of what the keys leave of it; smaller only where that is not enough.
        readonly property real room: keys.y - Theme.space3

        anchors { left: parent.left; right: parent.right; margins: Theme.px(48) }
        y: Math.max(0, Math.min((root.height - height) / 2, room - height * scale))
        transformOrigin: Item.Top
        scale: Math.min(1, room / Math.max(1, implicitHeight))
        kind: root.kiosk.resolved ? Notice.Good : root.noPaper ? Notice.Offline : Notice.Error
        iconName: root.kiosk.resolved ? "circle-check" : root.noPaper ? "printer" : "circle-alert"
        happened: root.kiosk.happened
        stillWorks: root.kiosk.stillWorks
    }
    Row {
        id: keys
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
