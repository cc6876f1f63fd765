// SPDX-License-Identifier: GPL-3.0-or-later
// A citizen's number or an organisation's code by keys or scanner; a wrong one is refused with the reason.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    Column {
        anchors { left: parent.left; leftMargin: root.gutter }
        width: (root.wide ? keys.x : root.width) - 2 * root.gutter
        y: Math.max(Theme.space4, Math.min(root.lowTop, (root.wide ? root.height : keys.y) - height - Theme.space3))
        spacing: Theme.space3
        AppText {
            width: parent.width
            text: qsTr("请输入证件号码")
            strong: true
            font.pixelSize: Theme.titleSize
        }
        AppText {
            width: parent.width
            text: qsTr("个人用身份证号码，单位用统一社会信用代码，都是 18 位。")
            color: Theme.ink2
        }
        Card {
            width: parent.width
            contentHeight: number.implicitHeight
            lineColor: root.kiosk.visitor.refusal === "" ? Theme.primary : Theme.accent
            AppText {
                id: number
                objectName: "keyed-number"
                width: parent.width
                text: root.kiosk.visitor.keyed === "" ? "—" : root.kiosk.visitor.keyed
                font.pixelSize: Theme.px(56)
                font.letterSpacing: Theme.px(3)
                wrapMode: Text.WrapAnywhere
            }
        }
        Notice {
            objectName: "refusal"
            width: parent.width
            visible: root.kiosk.visitor.refusal !== ""
            compact: true
            kind: Notice.Error
            happened: root.kiosk.visitor.refusal
        }
    }
    NumberKeyboard {
        id: keys
        objectName: "keyboard"
        anchors { right: parent.right; bottom: parent.bottom }
        width: root.wide ? Theme.px(900) : parent.width
        canAccept: root.kiosk.visitor.complete
        onTyped: character => root.kiosk.visitor.type(character)
        onBackspace: root.kiosk.visitor.backspace()
        onClear: root.kiosk.visitor.clearKeyed()
        onAccepted: root.kiosk.confirmKeyed()
    }
}
