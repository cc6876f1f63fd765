// SPDX-License-Identifier: GPL-3.0-or-later
// One key of the on-page keyboards.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

T.AbstractButton {
    id: root

    property string iconName: ""
    property string label: text
    property bool quiet: false

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    focusPolicy: Qt.TabFocus
    autoRepeat: iconName === "delete"
    Accessible.name: label
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radiusKey
        color: !root.enabled ? Theme.keyDisabled : root.down ? Theme.primaryLight : root.quiet ? Theme.well : Theme.key
        border.width: root.enabled ? Math.max(1, Theme.hairline / 2) : 0
        border.color: Theme.theme === Theme.HighContrast ? Theme.outline : Theme.line
        FocusRing { shown: root.visualFocus; inner: Theme.radiusKey }
    }
    contentItem: Item {
        AppText {
            anchors.centerIn: parent
            visible: root.iconName === ""
            text: root.text
            color: root.enabled ? Theme.ink : Theme.ink3
            font.pixelSize: root.text.length > 1 ? Theme.bodySize : Theme.tileSize
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            visible: root.iconName !== ""
            name: root.iconName
            color: root.enabled ? Theme.ink : Theme.ink3
            size: Theme.typePx(44)
        }
    }
}
