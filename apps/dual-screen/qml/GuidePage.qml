// SPDX-License-Identifier: GPL-3.0-or-later
// The guide that the clerk lays before the citizen: materials on one side, the rest on the other.
import QtQuick
import Atrium.Ui
import Atrium.DualScreen

Item {
    id: root

    required property OuterScreen screenModel

    AppText {
        id: title
        objectName: "guide-title"
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space4; topMargin: Theme.space3 }
        text: root.screenModel.guideTitle
        font.pixelSize: Theme.typePx(38)
        strong: true
        maximumLineCount: 2
    }
    Row {
        anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; margins: Theme.space4
            topMargin: Theme.space2 }
        spacing: Theme.space3
        GuideColumn {
            objectName: "guide-materials"
            width: (parent.width - Theme.space3) * 0.56
            height: parent.height
            lines: root.screenModel.guideMaterials
        }
        GuideColumn {
            objectName: "guide-facts"
            width: (parent.width - Theme.space3) * 0.44
            height: parent.height
            lines: root.screenModel.guideFacts
        }
    }
}
