// SPDX-License-Identifier: GPL-3.0-or-later
// What else the ticket's holder should know: where to wait, what to bring.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

Column {
    id: root

    required property TicketCard ticket

    spacing: Theme.space3
    Card {
        width: parent.width
        visible: root.ticket.message !== ""
        padding: Theme.space4
        contentHeight: Math.max(messageIcon.height, message.implicitHeight)
        Icon {
            id: messageIcon
            anchors.verticalCenter: parent.verticalCenter
            name: "message-square"
            color: Theme.primary
            size: Theme.px(60)
        }
        AppText {
            id: message
            objectName: "ticket-message"
            anchors { left: messageIcon.right; right: parent.right; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
            text: root.ticket.message
        }
    }
    Card {
        width: parent.width
        visible: root.ticket.hint !== ""
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
            text: root.ticket.hint
        }
    }
    Card {
        width: parent.width
        visible: root.ticket.materialCount > 0
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
                text: qsTr("请准备好 %n 样材料", "", root.ticket.materialCount)
                strong: true
                font.pixelSize: Theme.typePx(34)
            }
            AppText {
                width: parent.width
                text: root.ticket.materials
                color: Theme.ink2
                font.pixelSize: Theme.hintSize
                maximumLineCount: 3
            }
        }
    }
}
