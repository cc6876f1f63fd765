// SPDX-License-Identifier: GPL-3.0-or-later
// A phone may be left for messages, or not: one touch goes on without.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    Column {
        readonly property real lowest: (root.wide ? root.height : keys.y) - Theme.space3

        anchors { left: parent.left; leftMargin: root.gutter }
        width: (root.wide ? keys.x : root.width) - 2 * root.gutter
        y: Math.max(Theme.space4, Math.min(root.lowTop, lowest - height * scale))
        transformOrigin: Item.TopLeft
        // Smaller only where there is not room otherwise: large type, a lying screen, something refused.
        scale: Math.min(1, (lowest - Theme.space4) / Math.max(1, implicitHeight))
        spacing: Theme.space3
        AppText {
            width: parent.width
            text: qsTr("留下手机号，快到号时短信提醒您")
            strong: true
            font.pixelSize: Theme.titleSize
        }
        AppText {
            width: parent.width
            // Where there is not room for both.
            visible: !(root.wide && root.kiosk.phone.refusal !== "")
            text: qsTr("可以不留。手机号只用于今天的提醒，当天删除。")
            color: Theme.ink2
        }
        Card {
            width: parent.width
            contentHeight: number.implicitHeight
            lineColor: root.kiosk.phone.refusal === "" ? Theme.primary : Theme.accent
            AppText {
                id: number
                objectName: "keyed-phone"
                width: parent.width
                text: root.kiosk.phone.keyed === "" ? "—" : root.kiosk.phone.keyed
                font.pixelSize: Theme.px(56)
                font.letterSpacing: Theme.px(3)
                wrapMode: Text.WrapAnywhere
            }
        }
        Notice {
            objectName: "phone-refusal"
            width: parent.width
            visible: root.kiosk.phone.refusal !== ""
            compact: true
            kind: Notice.Error
            happened: root.kiosk.phone.refusal
        }
        AppButton {
            objectName: "phone-skip"
            width: parent.width
            height: Math.max(Theme.px(116), implicitHeight)
            text: qsTr("不留手机号，直接取号")
            onClicked: root.kiosk.skipPhone()
        }
    }
    NumberKeyboard {
        id: keys
        objectName: "keyboard"
        anchors { right: parent.right; bottom: parent.bottom }
        width: root.wide ? Theme.px(900) : parent.width
        withX: false
        withLetters: false
        canAccept: root.kiosk.phone.complete
        onTyped: character => root.kiosk.phone.type(character)
        onBackspace: root.kiosk.phone.backspace()
        onClear: root.kiosk.phone.clear()
        onAccepted: root.kiosk.confirmPhone()
    }
}
