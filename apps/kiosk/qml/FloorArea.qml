// SPDX-License-Identifier: GPL-3.0-or-later
// One waiting area of a floor: its windows, its departments, and how many wait.
import QtQuick
import Atrium.Ui

Card {
    id: root

    required property string name
    required property string windows
    required property string departments
    required property string people

    contentHeight: texts.height
    Accessible.role: Accessible.StaticText
    Accessible.name: name + "，" + windows + "，" + departments

    Column {
        id: texts
        width: parent.width
        spacing: Theme.space1
        AppText {
            width: parent.width
            text: root.name
            strong: true
            font.pixelSize: Theme.rowSize
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            visible: root.windows !== ""
            text: root.windows
            color: Theme.primary
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            visible: root.departments !== ""
            text: root.departments
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            text: qsTr("等候 %1").arg(root.people)
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
            Accessible.ignored: true
        }
    }
}
