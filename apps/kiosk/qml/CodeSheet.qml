// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket where the screen is the only one there is: number and code stand whole and still, and take the room
// that is there; what else is said scrolls beside or below them.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui
import Atrium.Kiosk

Item {
    id: root

    required property TicketCard ticket
    property bool wide: false
    property int kind: Notice.Offline
    property string iconName: "printer"
    property string happened: ""
    property string stillWorks: ""

    Card {
        id: sheet

        // Beside the code stand the words about it; a wide sheet has room for nothing else.
        readonly property real room: (root.wide ? root.height : root.height * 0.7) - number.height - Theme.space2 - 2 * padding
        readonly property real side: Math.min(root.wide ? width - 2 * padding : Theme.px(380), room)

        width: root.wide ? Math.round(parent.width * 0.4) : parent.width
        height: root.wide ? parent.height : number.height + Theme.space2 + side + 2 * padding
        padding: root.wide ? Theme.space3 : Theme.space4
        AppText {
            id: number
            objectName: "ticket-number-shown"
            width: parent.width
            height: font.pixelSize * 1.15
            horizontalAlignment: Text.AlignHCenter
            text: root.ticket.spacedNumber
            color: Theme.primary
            strong: true
            font.pixelSize: Math.min(Theme.numberSize, width / 4.2, root.wide ? Theme.px(150) : Theme.numberSize)
            wrapMode: Text.NoWrap
        }
        QrCode {
            id: code
            objectName: "ticket-code"
            x: root.wide ? (parent.width - width) / 2 : 0
            anchors { top: number.bottom; topMargin: Theme.space2 }
            width: sheet.side
            height: sheet.side
            text: root.ticket.qrText
        }
        AppText {
            visible: !root.wide
            anchors { left: code.right; right: parent.right; leftMargin: Theme.space4; verticalCenter: code.verticalCenter }
            text: root.ticket.item
            strong: true
            font.pixelSize: Theme.typePx(40)
            height: Math.min(implicitHeight, code.height)
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.typePx(26)
        }
        // The number as tests and the tour read it, without the gap.
        Item {
            objectName: "ticket-number"
            property string text: root.ticket.number
            width: parent.width
            height: Theme.target
        }
    }
    Flickable {
        x: root.wide ? sheet.width + Theme.space4 : 0
        y: root.wide ? 0 : sheet.height + Theme.space3
        width: parent.width - x
        height: parent.height - y
        contentHeight: column.height
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        maximumFlickVelocity: Theme.flickVelocity
        flickDeceleration: Theme.flickBrake
        T.ScrollIndicator.vertical: ScrollMark { }
        Column {
            id: column
            width: parent.width - Theme.space3
            spacing: Theme.space3
            Notice {
                objectName: "ticket-said"
                width: parent.width
                compact: true
                kind: root.kind
                iconName: root.iconName
                happened: root.happened
                stillWorks: root.stillWorks
            }
            Card {
                width: parent.width
                padding: Theme.space4
                contentHeight: facts.implicitHeight
                Column {
                    id: facts
                    width: parent.width
                    spacing: Theme.space3
                    AppText {
                        width: parent.width
                        visible: root.wide
                        horizontalAlignment: Text.AlignHCenter
                        text: root.ticket.item
                        strong: true
                        font.pixelSize: Theme.typePx(40)
                    }
                    AppText {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: root.ticket.department + (root.ticket.area === "" ? "" : " · " + root.ticket.area)
                        color: Theme.ink2
                        font.pixelSize: Theme.hintSize
                    }
                    TicketFigures {
                        width: parent.width
                        ticket: root.ticket
                    }
                    AppText {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: (root.ticket.holder === "" ? "" : root.ticket.holder + "\n") + root.ticket.takenAt
                        color: Theme.ink2
                        font.pixelSize: Theme.hintSize
                    }
                }
            }
            TicketExtras {
                width: parent.width
                ticket: root.ticket
            }
        }
    }
}
