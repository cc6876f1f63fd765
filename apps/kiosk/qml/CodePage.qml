// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket as a code: when there is no paper, or the printer is known to have failed.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    Flickable {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: keys.top; bottomMargin: Theme.space3 }
        contentHeight: column.height + Theme.space4
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        maximumFlickVelocity: Theme.flickVelocity
        flickDeceleration: Theme.flickBrake
        Column {
            id: column
            y: Theme.space4
            anchors { left: parent.left; right: parent.right; margins: root.gutter }
            spacing: Theme.space3
            Notice {
                width: parent.width
                compact: true
                kind: Notice.Offline
                iconName: "printer"
                happened: root.kiosk.offersCode ? qsTr("号单没有打印出来。") : qsTr("这是您的号，没有纸质号单。")
                stillWorks: qsTr("请用手机扫码，或拍下此页；凭号码照常叫号。")
            }
            TicketFacts {
                width: parent.width
                ticket: root.kiosk.ticket
                wide: root.wide
                qrSize: Theme.px(root.wide ? 210 : 380)
            }
        }
    }
    Row {
        id: keys
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.px(48); bottomMargin: Theme.space4 }
        spacing: Theme.space3
        AppButton {
            objectName: "code-discard"
            visible: root.kiosk.offersCode
            width: (parent.width - Theme.space3) / 2
            height: Math.max(Theme.px(116), implicitHeight)
            text: qsTr("不要了，作废")
            onClicked: root.kiosk.discardCode()
        }
        AppButton {
            objectName: "code-keep"
            width: root.kiosk.offersCode ? (parent.width - Theme.space3) / 2 : parent.width
            height: Math.max(Theme.px(116), implicitHeight)
            kind: AppButton.Primary
            text: root.kiosk.offersCode ? qsTr("已保存，要这个号") : qsTr("已保存")
            onClicked: root.kiosk.keepCode()
        }
    }
}
