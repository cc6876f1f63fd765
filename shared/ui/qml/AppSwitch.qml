// SPDX-License-Identifier: GPL-3.0-or-later
// On or off, with its name at the left and the state in words.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

T.AbstractButton {
    id: root

    checkable: true

    function flip() {
        root.toggle();
        root.toggled();
        root.clicked();
    }

    implicitWidth: name.implicitWidth + state.implicitWidth + track.width + 3 * Theme.space3
    implicitHeight: Math.max(Theme.target, name.implicitHeight)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checked: checked
    Keys.onReturnPressed: root.flip()
    Keys.onEnterPressed: root.flip()

    background: Item {
        FocusRing { shown: root.visualFocus }
    }
    contentItem: Item {
        AppText {
            id: name
            anchors.left: parent.left
            anchors.leftMargin: Theme.space1
            anchors.right: state.left
            anchors.rightMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.enabled ? Theme.ink : Theme.ink3
            Accessible.ignored: true
        }
        AppText {
            id: state
            anchors.right: track.left
            anchors.rightMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            text: root.checked ? qsTr("开") : qsTr("关")
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
            Accessible.ignored: true
        }
        Rectangle {
            id: track
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(100)
            height: Theme.px(56)
            radius: height / 2
            color: root.checked ? Theme.primary : Theme.card
            border.width: Theme.hairline
            border.color: root.checked ? Theme.primary : Theme.outline
            Rectangle {
                x: root.checked ? parent.width - width - Theme.px(6) : Theme.px(6)
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(44)
                height: width
                radius: width / 2
                color: root.checked ? Theme.onPrimary : Theme.outline
                Behavior on x { NumberAnimation { duration: Theme.quick; easing.type: Easing.OutCubic } }
            }
        }
    }
}
