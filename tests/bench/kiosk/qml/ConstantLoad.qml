// SPDX-License-Identifier: GPL-3.0-or-later
// One waiting area as the kiosk draws it.
import QtQuick
import Atrium.Ui

Item {
    id: root

    required property string modelData
    readonly property string name: modelData
    readonly property string people: "0 人"
    readonly property string wait: "窗口暂未开放"
    readonly property double share: 0
    readonly property bool busy: false

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
        visible: !Theme.largeType
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
