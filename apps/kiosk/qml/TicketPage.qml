// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket: take the paper, wait there, bring this.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    Flickable {
        id: scroll
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: done.top; bottomMargin: Theme.space3 }
        contentHeight: column.height + Theme.space4 * 2
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        maximumFlickVelocity: Theme.flickVelocity
        flickDeceleration: Theme.flickBrake
        T.ScrollIndicator.vertical: ScrollMark { }
        Column {
            id: column
            y: Theme.space4
            anchors { left: parent.left; right: parent.right; margins: Theme.px(48) }
            spacing: Theme.space3
            Pill {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: !root.kiosk.ticket.unconfirmed
                tone: Pill.Good
                iconName: root.kiosk.ticket.onScreen ? "qr-code" : "printer"
                text: root.kiosk.ticket.onScreen ? qsTr("请扫码或拍下此页") : qsTr("号单已打印，请取走")
            }
            Notice {
                width: parent.width
                visible: root.kiosk.ticket.unconfirmed
                compact: true
                kind: Notice.Offline
                iconName: "printer"
                happened: qsTr("打印机没有应答，号码有效。")
                stillWorks: qsTr("如果号单没有出来，请扫码或拍下此页。")
            }
            TicketFacts {
                width: parent.width
                ticket: root.kiosk.ticket
                wide: root.wide
            }
            Card {
                width: parent.width
                visible: root.kiosk.ticket.hint !== ""
                padding: Theme.space4
                contentHeight: hint.implicitHeight
                Icon {
                    id: hintIcon
                    anchors.verticalCenter: parent.verticalCenter
                    name: "armchair"
                    color: Theme.primary
                    size: Theme.px(60)
                }
                AppText {
                    id: hint
                    anchors { left: hintIcon.right; right: parent.right; leftMargin: Theme.space4 }
                    text: root.kiosk.ticket.hint
                }
            }
            Card {
                width: parent.width
                visible: root.kiosk.ticket.materialCount > 0
                padding: Theme.space4
                contentHeight: materials.implicitHeight
                Icon {
                    id: materialsIcon
                    anchors.verticalCenter: parent.verticalCenter
                    name: "file-text"
                    color: Theme.primary
                    size: Theme.px(60)
                }
                Column {
                    id: materials
                    anchors { left: materialsIcon.right; right: parent.right; leftMargin: Theme.space4 }
                    AppText {
                        width: parent.width
                        text: qsTr("请准备好 %n 样材料", "", root.kiosk.ticket.materialCount)
                        strong: true
                        font.pixelSize: Theme.typePx(34)
                    }
                    AppText {
                        width: parent.width
                        text: root.kiosk.ticket.materials
                        color: Theme.ink2
                        font.pixelSize: Theme.hintSize
                        maximumLineCount: 3
                    }
                }
            }
        }
    }
    Row {
        id: done
        readonly property real keyHeight: Math.max(Theme.px(116), again.implicitHeight, end.implicitHeight)
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.px(48); bottomMargin: Theme.space4 }
        spacing: Theme.space3
        AppButton {
            id: again
            objectName: "ticket-again"
            width: (parent.width - Theme.space3) / 2
            height: done.keyHeight
            text: qsTr("再取一个号")
            onClicked: root.kiosk.takeAnother()
        }
        AppButton {
            id: end
            objectName: "ticket-done"
            width: (parent.width - Theme.space3) / 2
            height: done.keyHeight
            kind: AppButton.Primary
            text: qsTr("完成")
            // Read aloud, the page stays: then there is nothing to count.
            trailing: root.kiosk.idle.held ? "" : root.kiosk.idle.secondsLeft
            onClicked: root.kiosk.leave()
        }
    }
}
