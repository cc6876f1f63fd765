// SPDX-License-Identifier: GPL-3.0-or-later
// The rolling caption. Short texts stand still; long ones roll at a speed one can read.
import QtQuick
import Atrium.Ui

Rectangle {
    id: root

    required property string text
    property bool urgent: false
    readonly property bool rolls: words.implicitWidth > lane.width

    implicitHeight: Theme.px(108)
    visible: text !== ""
    color: Theme.boardBar

    Rectangle {
        id: badge
        anchors { left: parent.left; leftMargin: Theme.px(32); verticalCenter: parent.verticalCenter }
        width: label.implicitWidth + Theme.px(104)
        height: Theme.px(72)
        radius: Theme.px(14)
        color: root.urgent ? Theme.accent : Theme.boardPanel
        Icon {
            anchors { left: parent.left; leftMargin: Theme.px(20); verticalCenter: parent.verticalCenter }
            name: root.urgent ? "triangle-alert" : "bell"
            color: root.urgent ? Theme.onAccent : Theme.boardText
            size: Theme.px(38)
        }
        AppText {
            id: label
            anchors { right: parent.right; rightMargin: Theme.px(22); verticalCenter: parent.verticalCenter }
            text: root.urgent ? qsTr("提示") : qsTr("通知")
            color: root.urgent ? Theme.onAccent : Theme.boardText
            font.pixelSize: Theme.px(34)
            strong: true
            wrapMode: Text.NoWrap
        }
    }
    Item {
        id: lane
        anchors { left: badge.right; leftMargin: Theme.px(32); right: parent.right; rightMargin: Theme.px(32)
            top: parent.top; bottom: parent.bottom }
        clip: true
        AppText {
            id: words
            objectName: "caption-words"
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: Theme.boardText
            font.pixelSize: Theme.px(38)
            wrapMode: Text.NoWrap
            NumberAnimation on x {
                running: root.rolls && root.visible
                onStopped: words.x = 0
                from: lane.width
                to: -words.implicitWidth
                duration: Math.max(1, (lane.width + words.implicitWidth) / Theme.px(120) * 1000)
                loops: Animation.Infinite
            }
        }
    }
}
