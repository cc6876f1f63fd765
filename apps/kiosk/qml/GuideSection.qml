// SPDX-License-Identifier: GPL-3.0-or-later
// One part of a guide: its heading and its lines, each with a mark before it.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Card {
    id: root

    required property string heading
    property var lines: []
    // Steps are counted, conditions are not.
    property bool numbered: false

    visible: lines.length > 0
    contentHeight: body.height

    Column {
        id: body
        width: parent.width
        spacing: Theme.space2
        AppText {
            width: parent.width
            text: root.heading
            strong: true
            font.pixelSize: Theme.rowSize
        }
        Repeater {
            model: root.lines
            Item {
                id: line
                required property int index
                required property string modelData
                width: body.width
                height: words.height
                AppText {
                    id: mark
                    width: Theme.bodySize * (root.numbered ? 1.5 : 1)
                    text: root.numbered ? line.index + 1 : "·"
                    color: Theme.primary
                    strong: true
                    wrapMode: Text.NoWrap
                }
                AppText {
                    id: words
                    anchors { left: mark.right; right: parent.right }
                    text: line.modelData
                    lineHeight: 1.15
                }
            }
        }
    }
}
