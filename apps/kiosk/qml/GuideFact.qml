// SPDX-License-Identifier: GPL-3.0-or-later
// One fact of a guide: an icon, what it is about, and the fact.
import QtQuick
import Atrium.Ui

Item {
    id: root

    required property string iconName
    required property string label
    required property string fact

    visible: fact !== ""
    implicitHeight: Math.max(icon.height, texts.height)

    Icon {
        id: icon
        name: root.iconName
        color: Theme.primary
        size: Theme.px(44)
        y: Theme.space1
    }
    Column {
        id: texts
        anchors { left: icon.right; right: parent.right; leftMargin: Theme.space3 }
        AppText {
            width: parent.width
            text: root.label
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
        }
        AppText {
            width: parent.width
            text: root.fact
        }
    }
}
