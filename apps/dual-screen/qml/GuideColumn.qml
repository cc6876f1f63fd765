// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet of a guide, to be read and pushed with a finger.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Card {
    id: root

    required property var lines

    padding: Theme.space3
    TouchList {
        anchors.fill: parent
        model: root.lines
        spacing: Theme.space1
        delegate: Column {
            id: line

            required property var modelData

            width: ListView.view.width - Theme.space3
            bottomPadding: line.modelData.section ? Theme.space1 : 0
            AppText {
                width: parent.width
                text: line.modelData.text
                font.pixelSize: Theme.typePx(line.modelData.section ? 28 : 26)
                color: line.modelData.section ? Theme.primary : Theme.ink
                strong: line.modelData.section
            }
            AppText {
                width: parent.width
                visible: text !== ""
                text: line.modelData.hint
                font.pixelSize: Theme.typePx(22)
                color: Theme.ink2
            }
        }
    }
}
