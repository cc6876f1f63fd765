// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket as a code: when there is no paper, or the printer is known to have failed.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    CodeSheet {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: keys.top }
        anchors { leftMargin: root.gutter; rightMargin: root.gutter; topMargin: Theme.space3; bottomMargin: Theme.space3 }
        ticket: root.kiosk.ticket
        wide: root.wide
        happened: root.kiosk.offersCode ? qsTr("号单没有打印出来。") : qsTr("这是您的号，没有纸质号单。")
        stillWorks: qsTr("请用手机扫码，或拍下此页；凭号码照常叫号。")
    }
    Row {
        id: keys
        readonly property real keyHeight: Math.max(Theme.px(root.wide ? 96 : 116), discard.implicitHeight, keep.implicitHeight)
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.px(48); bottomMargin: Theme.space3 }
        spacing: Theme.space3
        AppButton {
            id: discard
            objectName: "code-discard"
            visible: root.kiosk.offersCode
            width: (parent.width - Theme.space3) / 2
            height: keys.keyHeight
            text: qsTr("不要了，作废")
            onClicked: root.kiosk.discardCode()
        }
        AppButton {
            id: keep
            objectName: "code-keep"
            width: root.kiosk.offersCode ? (parent.width - Theme.space3) / 2 : parent.width
            height: keys.keyHeight
            kind: AppButton.Primary
            text: root.kiosk.offersCode ? qsTr("已保存，要这个号") : qsTr("已保存")
            onClicked: root.kiosk.keepCode()
        }
    }
}
