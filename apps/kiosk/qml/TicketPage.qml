// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket: take the paper, wait there, bring this.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    // Then the screen is, or may be, the only ticket.
    readonly property bool onScreen: kiosk.ticket.onScreen || kiosk.ticket.unconfirmed

    Flickable {
        visible: !root.onScreen
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
                tone: Pill.Good
                iconName: "printer"
                text: qsTr("号单已打印，请取走")
            }
            TicketFacts {
                width: parent.width
                ticket: root.kiosk.ticket
                wide: root.wide
            }
            TicketExtras {
                width: parent.width
                ticket: root.kiosk.ticket
            }
        }
    }
    CodeSheet {
        visible: root.onScreen
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: done.top }
        anchors { leftMargin: root.gutter; rightMargin: root.gutter; topMargin: Theme.space3; bottomMargin: Theme.space3 }
        ticket: root.kiosk.ticket
        wide: root.wide
        kind: root.kiosk.ticket.unconfirmed ? Notice.Offline : Notice.Good
        iconName: root.kiosk.ticket.unconfirmed ? "printer" : "qr-code"
        happened: root.kiosk.ticket.unconfirmed ? qsTr("打印机没有应答，号码有效。") : qsTr("请扫码或拍下此页")
        stillWorks: root.kiosk.ticket.unconfirmed ? qsTr("如果号单没有出来，请扫码或拍下此页。") : ""
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
