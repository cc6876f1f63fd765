// SPDX-License-Identifier: GPL-3.0-or-later
// The calls before the newest, one line each: number and window.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.Signage

Rectangle {
    id: root

    required property BoardModel board
    property bool skipFirst: true
    property int rows: 5
    property int columns: 1
    property bool showQueue: false
    readonly property real rowHeight: Math.max(4, height / Math.max(1, rows)) // also before there is room

    radius: Theme.px(28)
    color: Theme.boardPanel
    clip: true

    Repeater {
        model: root.board.calls
        Item {
            id: line
            required property int index
            required property string number
            required property int window
            required property string queue
            required property bool lit
            readonly property int place: index - (root.skipFirst ? 1 : 0)

            visible: place >= 0 && place < root.rows * root.columns
            x: Math.floor(place / root.rows) * root.width / root.columns
            y: (place % root.rows) * root.rowHeight
            width: root.width / root.columns
            height: root.rowHeight

            Rectangle {
                objectName: "row-lit-" + line.place
                anchors.fill: parent
                anchors.margins: Theme.px(4)
                visible: line.lit
                radius: root.radius - Theme.px(4)
                color: Theme.boardLitEnd
            }
            Rectangle {
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                visible: line.place % root.rows !== root.rows - 1
                height: Math.max(1, Theme.hairline)
                color: Theme.boardLine
            }
            AppText {
                id: numberText
                objectName: "row-number-" + line.place
                anchors { left: parent.left; leftMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
                text: line.number
                color: line.lit ? Theme.boardNumber : Theme.boardText
                font.pixelSize: Math.min(Theme.px(72), line.height * 0.55)
                strong: true
                wrapMode: Text.NoWrap
            }
            FittedText {
                anchors { left: numberText.right; leftMargin: Theme.px(36); right: windowText.left
                    rightMargin: Theme.px(20); verticalCenter: parent.verticalCenter }
                visible: root.showQueue
                text: line.queue
                color: Theme.boardText2
                fullSize: Math.min(Theme.px(34), line.height * 0.3)
            }
            AppText {
                id: windowText
                anchors { right: unit.left; rightMargin: Theme.px(20); verticalCenter: parent.verticalCenter }
                text: line.window
                color: Theme.boardNumber
                font.pixelSize: Math.min(Theme.px(72), line.height * 0.55)
                strong: true
                wrapMode: Text.NoWrap
            }
            AppText {
                id: unit
                anchors { right: parent.right; rightMargin: Theme.px(36); verticalCenter: parent.verticalCenter }
                text: qsTr("号窗口")
                color: Theme.boardText2
                font.pixelSize: Math.min(Theme.px(34), line.height * 0.3)
                wrapMode: Text.NoWrap
            }
        }
    }
}
