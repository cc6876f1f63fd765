// SPDX-License-Identifier: GPL-3.0-or-later
// A tile of the kiosk's home page: what one can do, and a line that says how.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

T.AbstractButton {
    id: root

    required property string iconName
    required property string title
    property string subtitle: ""
    property bool primary: false
    readonly property color front: !enabled ? Theme.ink3 : primary ? Theme.onPrimary : Theme.ink

    text: title
    implicitWidth: Theme.px(480)
    implicitHeight: Math.max(Theme.px(214), texts.implicitHeight + 2 * Theme.space3)
    focusPolicy: Qt.StrongFocus
    Accessible.name: title
    Accessible.description: subtitle
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Card {
        padding: 0
        color: root.down ? Theme.primaryLight : Theme.card
        Rectangle {
            anchors.fill: parent
            visible: root.primary
            radius: Theme.radiusCard
            gradient: Gradient {
                orientation: Gradient.Horizontal
                GradientStop { position: 0; color: Theme.primary }
                GradientStop { position: 1; color: root.down ? Theme.primary : Theme.primaryBright }
            }
        }
        FocusRing { shown: root.visualFocus; inner: Theme.radiusCard }
    }
    contentItem: Item {
        Rectangle {
            id: plate
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(36)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(116)
            height: width
            radius: Theme.radiusButton
            color: root.primary ? Qt.rgba(root.front.r, root.front.g, root.front.b, 0.18) : Theme.primaryLight
            Icon {
                anchors.centerIn: parent
                name: root.iconName
                color: !root.enabled ? Theme.ink3 : root.primary ? Theme.onPrimary : Theme.primary
                size: Theme.px(68)
            }
        }
        Column {
            id: texts
            anchors.left: plate.right
            anchors.leftMargin: Theme.px(30)
            anchors.right: parent.right
            anchors.rightMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            transformOrigin: Item.Left
            scale: Math.min(1, (root.height - Theme.space2) / Math.max(1, implicitHeight))
            AppText {
                width: parent.width
                text: root.title
                color: root.front
                strong: true
                font.pixelSize: Theme.tileSize
                maximumLineCount: 3
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: root.subtitle !== ""
                text: root.subtitle
                color: root.primary ? root.front : Theme.ink2
                font.pixelSize: Theme.hintSize
                maximumLineCount: 3
                Accessible.ignored: true
            }
        }
    }
}
