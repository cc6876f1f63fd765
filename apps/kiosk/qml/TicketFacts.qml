// SPDX-License-Identifier: GPL-3.0-or-later
// The number, very large, and all that stands on the paper.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

Card {
    id: root

    required property TicketCard ticket
    // The number beside its facts instead of above them.
    property bool wide: false

    contentHeight: body.implicitHeight

    component Rule: Rectangle {
        height: Theme.hairline
        color: Theme.line
    }

    Grid {
        id: body
        readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
        width: parent.width
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.space5
        rowSpacing: Theme.space3
        verticalItemAlignment: root.wide && Theme.largeType ? Grid.AlignTop : Grid.AlignVCenter
        Column {
            width: body.cell
            spacing: Theme.space3
            AppText {
                objectName: "ticket-number-shown"
                width: parent.width
                height: font.pixelSize * 1.15
                horizontalAlignment: Text.AlignHCenter
                text: root.ticket.spacedNumber
                color: Theme.primary
                strong: true
                // The number is the page's largest thing already; in large type it may grow only to the card's edge.
                font.pixelSize: Math.min(Theme.numberSize, width / 4.2, root.wide ? Theme.px(170) : Theme.numberSize)
                wrapMode: Text.NoWrap
            }
            AppText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.ticket.item
                strong: true
                font.pixelSize: Theme.typePx(44)
                maximumLineCount: 4
            }
            AppText {
                objectName: "ticket-more"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
                text: root.ticket.more
                maximumLineCount: 4
            }
            AppText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                // Where there is not room for both.
                visible: !(root.wide && Theme.largeType)
                text: root.ticket.department + (root.ticket.area === "" ? "" : " · " + root.ticket.area)
                color: Theme.ink2
                font.pixelSize: Theme.hintSize
            }
        }
        Column {
            width: body.cell
            spacing: Theme.space3
            Rule { width: parent.width; visible: !root.wide }
            TicketFigures {
                width: parent.width
                ticket: root.ticket
            }
            Rule { width: parent.width }
            Item {
                width: parent.width
                height: Math.max(code.height, words.implicitHeight)
                QrCode {
                    id: code
                    width: Theme.px(236)
                    height: Theme.px(236)
                    text: root.ticket.qrText
                    visible: root.ticket.qrText !== ""
                }
                Column {
                    id: words
                    anchors { left: code.right; right: parent.right; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
                    spacing: Theme.space1
                    AppText {
                        width: parent.width
                        text: qsTr("手机扫一扫")
                        strong: true
                        font.pixelSize: Theme.typePx(40)
                    }
                    AppText {
                        width: parent.width
                        text: qsTr("随时看前面还有几人。")
                        color: Theme.ink2
                    }
                    AppText {
                        width: parent.width
                        text: (root.ticket.holder === "" ? "" : root.ticket.holder + "\n") + root.ticket.takenAt
                        color: Theme.ink2
                        font.pixelSize: Theme.hintSize
                    }
                }
            }
        }
    }
    // The number as tests and the tour read it, without the gap.
    Item {
        objectName: "ticket-number"
        property string text: root.ticket.number
        width: parent.width
        height: Theme.target
    }
}
