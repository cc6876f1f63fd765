// SPDX-License-Identifier: GPL-3.0-or-later
// One paper to bring: its name, and in what form or whether only some need it.
import QtQuick
import Atrium.Ui

Item {
    id: root

    required property string number
    required property string name
    required property string detail

    implicitHeight: texts.height

    AppText {
        id: mark
        width: Theme.bodySize * 1.5
        text: root.number
        color: Theme.primary
        strong: true
        wrapMode: Text.NoWrap
    }
    Column {
        id: texts
        anchors { left: mark.right; right: parent.right }
        AppText {
            width: parent.width
            text: root.name
        }
        AppText {
            width: parent.width
            text: root.detail
            visible: root.detail !== ""
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
        }
    }
}
