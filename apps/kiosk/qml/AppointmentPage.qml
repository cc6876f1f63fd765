// SPDX-License-Identifier: GPL-3.0-or-later
// "I have an appointment": lay the card, scan the code, or key the eight digits.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property AppointmentFlow flow: kiosk.appointments

    Column {
        id: words
        anchors { left: parent.left; leftMargin: root.gutter }
        width: (root.wide ? keys.x : root.width) - 2 * root.gutter
        // Words that need more room than the keys leave are drawn smaller.
        y: Math.max(Theme.space3, Math.min(root.lowTop, (root.wide ? root.height : keys.y) - height - Theme.space3))
        spacing: Theme.space3
        transformOrigin: Item.TopLeft
        scale: Math.min(1, ((root.wide ? root.height : keys.y) - y - Theme.space2) / Math.max(1, implicitHeight))
        AppText {
            width: parent.width
            text: qsTr("预约取号")
            strong: true
            font.pixelSize: Theme.titleSize
        }
        Card {
            width: parent.width
            visible: root.kiosk.devices.canReadCards
            contentHeight: Math.max(plate.height, lay.implicitHeight)
            Rectangle {
                id: plate
                width: Theme.px(Theme.lowReach || root.wide || Theme.largeType ? 120 : 180)
                height: width
                radius: Theme.radiusCard
                color: Theme.primaryLight
                Icon {
                    anchors.centerIn: parent
                    name: "id-card"
                    color: Theme.primary
                    size: parent.width * 0.6
                }
            }
            Column {
                id: lay
                anchors { left: plate.right; right: parent.right; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
                spacing: Theme.space1
                AppText {
                    width: parent.width
                    text: qsTr("请把预约人的身份证放在读卡区")
                    strong: true
                    font.pixelSize: Theme.rowSize
                }
                AppText {
                    width: parent.width
                    text: qsTr("读出后自动取号，页面变化后再拿走。")
                    color: Theme.ink2
                }
            }
        }
        AppText {
            width: parent.width
            text: root.kiosk.devices.canScan ? qsTr("也可以扫预约的二维码或条码，或输入8位预约码：")
                                             : qsTr("请输入8位预约码：")
            color: Theme.ink2
        }
        Card {
            width: parent.width
            contentHeight: number.implicitHeight
            lineColor: root.flow.refusal === "" ? Theme.primary : Theme.accent
            AppText {
                id: number
                objectName: "keyed-code"
                width: parent.width
                text: root.flow.keyed === "" ? "—" : root.flow.keyed
                font.pixelSize: Theme.px(56)
                font.letterSpacing: Theme.px(6)
            }
        }
        Notice {
            objectName: "appointment-refusal"
            width: parent.width
            visible: root.flow.refusal !== ""
            compact: true
            kind: Notice.Error
            happened: root.flow.refusal
        }
    }
    NumberKeyboard {
        id: keys
        objectName: "keyboard"
        anchors { right: parent.right; bottom: parent.bottom }
        width: root.wide ? Theme.px(900) : parent.width
        withX: false
        withLetters: false
        canAccept: root.flow.complete && !root.flow.busy
        onTyped: character => root.flow.type(character)
        onBackspace: root.flow.backspace()
        onClear: root.flow.clearKeyed()
        onAccepted: root.flow.confirmKeyed()
    }
}
