// SPDX-License-Identifier: GPL-3.0-or-later
// A square button of an icon, with its caption below when it has one (the bar at the foot of a kiosk page).
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

T.AbstractButton {
    id: root

    required property string iconName
    property string label: text
    property bool captioned: text !== ""
    property color ground: checked ? Theme.primary : Theme.well
    readonly property color front: !enabled ? Theme.ink3 : checked ? Theme.onPrimary : Theme.ink

    // The caption shrinks rather than stand out of a narrow key.
    readonly property real captionRoom: width - Theme.space1
    readonly property real fittingSize: caption.advanceWidth > captionRoom && captionRoom > 0
        ? Math.floor(Theme.hintSize * captionRoom / caption.advanceWidth) : Theme.hintSize
    // Keys that stand together give the smallest of theirs to all.
    property real captionSize: fittingSize

    implicitWidth: Math.max(Theme.target, Math.ceil(caption.advanceWidth) + 2 * Theme.space2)
    implicitHeight: Math.max(Theme.target, column.implicitHeight + 2 * Theme.space1)
    focusPolicy: Qt.StrongFocus
    Accessible.name: label
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    TextMetrics {
        id: caption
        text: root.captioned ? root.text : ""
        font.family: Theme.fontFamily
        font.pixelSize: Theme.hintSize
    }
    background: Rectangle {
        radius: Theme.radiusButton
        color: root.down ? Qt.darker(root.ground, Theme.dark ? 1.25 : 1.08) : root.ground
        border.width: Theme.theme === Theme.HighContrast ? Theme.hairline : 0
        border.color: Theme.outline
        FocusRing { shown: root.visualFocus }
    }
    contentItem: Item {
        Column {
            id: column
            anchors.centerIn: parent
            spacing: Theme.px(4)
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: root.iconName
                color: root.front
                size: Theme.px(root.captioned ? 40 : 48)
            }
            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: root.captioned
                text: root.text
                color: root.front
                font.pixelSize: root.captionSize
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
