// SPDX-License-Identifier: GPL-3.0-or-later
// One waiting area: its windows, its departments, and how many wait; before the first of a floor stands the floor.
import QtQuick
import Atrium.Ui

Column {
    id: root

    required property string floor
    required property string name
    required property string windows
    required property string departments
    required property string people

    spacing: Theme.space2

    AppText {
        width: parent.width
        visible: root.floor !== ""
        text: root.floor
        color: Theme.primary
        strong: true
        font.pixelSize: Theme.rowSize
        topPadding: Theme.space2
    }
    Card {
        width: parent.width
        padding: Theme.space4
        contentHeight: texts.height
        Accessible.role: Accessible.StaticText
        Accessible.name: root.name + "，" + root.windows + "，" + root.departments

        Column {
            id: texts
            width: parent.width
            spacing: Theme.space1
            AppText {
                width: parent.width
                text: root.name
                strong: true
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
}
