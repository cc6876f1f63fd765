// SPDX-License-Identifier: GPL-3.0-or-later
// How many wait in which queue, and who was passed.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.Signage

Rectangle {
    id: root

    required property BoardModel board
    // More queues than can be read from afar are shown in turns.
    readonly property int linesAtOnce: Math.max(1, Math.floor(lines.height / Theme.px(72)))
    readonly property int turns: Math.ceil(board.waiting.count / linesAtOnce)
    // Before the panel is laid out its place may be of no height, or less.
    readonly property real lineHeight: Math.max(4, Math.min(Theme.px(108), lines.height / Math.max(1, Math.min(linesAtOnce, board.waiting.count))))
    property int turn: 0

    radius: Theme.px(28)
    color: Theme.boardPanel

    onTurnsChanged: turn = 0

    Timer {
        interval: 8000
        repeat: true
        running: root.turns > 1 && root.visible
        onTriggered: root.turn = (root.turn + 1) % root.turns
    }
    AppText {
        anchors { right: parent.right; rightMargin: Theme.px(34); baseline: title.baseline }
        visible: root.turns > 1
        text: (root.turn + 1) + " / " + root.turns
        color: Theme.boardText2
        font.pixelSize: Theme.px(28)
        wrapMode: Text.NoWrap
    }
    AppText {
        id: title
        anchors { left: parent.left; top: parent.top; margins: Theme.px(34) }
        text: qsTr("等候情况")
        color: Theme.boardText
        font.pixelSize: Theme.px(36)
        strong: true
    }
    Column {
        id: lines
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: passed.visible ? passed.top : parent.bottom
            margins: Theme.px(30) }
        clip: true
        Repeater {
            model: root.board.waiting
            Item {
                id: line
                required property string prefix
                required property string name
                required property int waiting
                required property int index

                visible: Math.floor(index / root.linesAtOnce) === root.turn
                width: lines.width
                height: root.lineHeight
                Rectangle {
                    id: plate
                    anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                    width: Math.min(Theme.px(74), line.height * 0.75)
                    height: width
                    radius: width * 0.22
                    color: Theme.boardLitStart
                    AppText {
                        anchors.centerIn: parent
                        text: line.prefix
                        color: Theme.boardText
                        font.pixelSize: parent.width * 0.5
                        strong: true
                    }
                }
                FittedText {
                    anchors { left: plate.right; leftMargin: Theme.px(24); right: figure.left; rightMargin: Theme.px(12)
                        verticalCenter: parent.verticalCenter }
                    most: line.height * 0.85
                    text: line.name
                    color: Theme.boardText
                    fullSize: Math.min(Theme.px(34), line.height * 0.34)
                    lines: 2
                    strong: true
                }
                AppText {
                    id: figure
                    anchors { right: unit.left; rightMargin: Theme.px(8); verticalCenter: parent.verticalCenter }
                    text: line.waiting
                    color: Theme.boardText
                    font.pixelSize: Math.min(Theme.px(60), line.height * 0.6)
                    strong: true
                    wrapMode: Text.NoWrap
                }
                AppText {
                    id: unit
                    anchors { right: parent.right; baseline: figure.baseline }
                    text: qsTr("人")
                    color: Theme.boardText2
                    font.pixelSize: Math.min(Theme.px(28), line.height * 0.3)
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
    Rectangle {
        id: passed
        objectName: "passed"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.px(30) }
        visible: root.board.passed !== ""
        height: passedText.implicitHeight + Theme.px(40)
        radius: Theme.px(20)
        color: Theme.boardBar
        Column {
            id: passedText
            anchors { left: parent.left; right: parent.right; leftMargin: Theme.px(24); rightMargin: Theme.px(24)
                verticalCenter: parent.verticalCenter }
            spacing: Theme.px(4)
            AppText { width: parent.width; text: qsTr("过号请注意"); color: Theme.boardNumber; font.pixelSize: Theme.px(30); strong: true }
            AppText { width: parent.width; text: root.board.passed; color: Theme.boardText; font.pixelSize: Theme.px(28); maximumLineCount: 3 }
        }
    }
}
