// SPDX-License-Identifier: GPL-3.0-or-later
// Letters A–Z in their own order for pinyin initials, on the page itself. Letters that would find nothing are
// switched off by `available`; an empty string switches none off.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Rectangle {
    id: root

    property string available: ""
    property bool closable: true
    property int columns: width > Theme.px(1500) ? 16 : 8
    signal typed(letter: string)
    signal backspace()
    signal clear()
    signal closed()

    // 26 letters and three keys of double width fill four rows of eight or two of sixteen.
    readonly property int keyWidth: Math.floor((width - 2 * Theme.px(40) + Theme.targetGap) / columns) - Theme.targetGap
    readonly property int doubleWidth: 2 * keyWidth + Theme.targetGap

    implicitWidth: Theme.px(1080)
    implicitHeight: grid.height + 2 * Theme.space3
    color: Theme.keyboard
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("字母键盘")

    Rectangle {
        width: parent.width
        height: Math.max(1, Theme.hairline / 2)
        color: Theme.line
    }
    Flow {
        id: grid
        anchors.centerIn: parent
        width: root.columns * (root.keyWidth + Theme.targetGap) - Theme.targetGap
        spacing: Theme.targetGap
        Repeater {
            model: "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("")
            KeyboardKey {
                required property string modelData
                objectName: "key-" + modelData
                width: root.keyWidth
                text: modelData
                enabled: root.available === "" || root.available.toUpperCase().indexOf(modelData) >= 0
                onClicked: root.typed(modelData)
            }
        }
        KeyboardKey {
            objectName: "key-backspace"
            width: root.doubleWidth
            quiet: true
            iconName: "delete"
            label: qsTr("删除一个字母")
            onClicked: root.backspace()
        }
        KeyboardKey {
            objectName: "key-clear"
            width: root.closable ? root.doubleWidth : 2 * root.doubleWidth + Theme.targetGap
            quiet: true
            text: qsTr("清空")
            onClicked: root.clear()
        }
        KeyboardKey {
            objectName: "key-close"
            width: root.doubleWidth
            visible: root.closable
            quiet: true
            iconName: "chevron-down"
            label: qsTr("收起键盘")
            onClicked: root.closed()
        }
    }
}
