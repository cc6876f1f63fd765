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

    implicitHeight: Math.max(Theme.px(60), title.implicitHeight + Theme.space2)
    Accessible.role: Accessible.StaticText
    Accessible.name: name + "，" + people + "，" + wait

    AppText {
        id: title
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width * 0.46
        text: root.name
        font.pixelSize: Theme.hintSize
        maximumLineCount: 2
        Accessible.ignored: true
    }
    Rectangle {
        id: track
        anchors { left: title.right; leftMargin: Theme.space2; verticalCenter: parent.verticalCenter }
        visible: !Theme.largeType && parent.width > Theme.px(800)
        width: visible ? parent.width * 0.16 : 0
        height: Theme.px(14)
        radius: height / 2
        color: Theme.well
        border.width: Math.max(1, Theme.hairline / 2)
        border.color: Theme.line
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
        font.pixelSize: Theme.hintSize
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppText {
        id: wait
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: Theme.hintSize * 8.6
        horizontalAlignment: Text.AlignRight
        text: root.wait
        color: root.busy ? Theme.warning : Theme.ink2
        font.pixelSize: Theme.hintSize
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
