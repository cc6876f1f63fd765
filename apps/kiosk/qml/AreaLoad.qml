// SPDX-License-Identifier: GPL-3.0-or-later
// One waiting area: how many wait, against the fullest, and how long.
import QtQuick
import Atrium.Ui

Item {
    id: root

    required property string name
    required property string people
    required property string wait
    required property double share
    required property bool busy

    implicitHeight: Math.max(Theme.px(64), Theme.typePx(28) * (Theme.largeType ? 2.9 : 2.1))
    Accessible.role: Accessible.StaticText
    Accessible.name: name + "，" + people + "，" + wait

    AppText {
        id: title
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width * (Theme.largeType ? 0.42 : 0.36)
        text: root.name
        font.pixelSize: Theme.typePx(28)
        maximumLineCount: 2
        Accessible.ignored: true
    }
    Rectangle {
        id: track
        anchors { left: title.right; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        visible: !Theme.largeType
        width: visible ? parent.width * 0.2 : 0
        height: Theme.px(14)
        radius: height / 2
        color: Theme.line
        Rectangle {
            width: Math.max(parent.height, parent.width * root.share)
            height: parent.height
            radius: height / 2
            color: root.busy ? Theme.warning : Theme.primary
        }
    }
    AppText {
        anchors { right: wait.left; rightMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        text: root.people
        strong: true
        font.pixelSize: Theme.typePx(28)
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppText {
        id: wait
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: Theme.typePx(232)
        horizontalAlignment: Text.AlignRight
        text: root.wait
        color: root.busy ? Theme.warning : Theme.ink2
        font.pixelSize: Theme.hintSize
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
