// SPDX-License-Identifier: GPL-3.0-or-later
// A short statement of a state, or (checkable) a choice among several. Says its meaning in words, not in colour.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

T.AbstractButton {
    id: root

    enum Tone { Neutral, Info, Good, Warning, Urgent }

    property int tone: Pill.Neutral
    property string iconName: ""
    property bool selectable: false
    property bool small: false
    property real typeSize: small ? Theme.hintSize : selectable ? Theme.typePx(28) : Theme.bodySize
    readonly property color front: selectable ? (checked ? Theme.onPrimary : Theme.ink2)
        : tone === Pill.Info ? Theme.primary : tone === Pill.Good ? Theme.good
        : tone === Pill.Warning ? Theme.warning : tone === Pill.Urgent ? Theme.accent : Theme.ink2
    readonly property color ground: selectable ? (checked ? Theme.primary : Theme.card)
        : tone === Pill.Info ? Theme.primaryLight : tone === Pill.Good ? Theme.goodLight
        : tone === Pill.Warning ? Theme.warningLight : tone === Pill.Urgent ? Theme.accentLight : Theme.well

    enabled: selectable
    checkable: selectable
    implicitHeight: selectable ? Math.max(Theme.target, line.implicitHeight + Theme.space2)
                               : line.implicitHeight + (small ? Theme.space1 : Theme.space3)
    implicitWidth: line.implicitWidth + (small ? Theme.space3 : Theme.px(68))
    focusPolicy: selectable ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: selectable ? Accessible.RadioButton : Accessible.StaticText
    Accessible.name: text
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: parent.width
            height: root.selectable ? Math.max(Theme.px(76), line.implicitHeight + Theme.space2) : parent.height
            radius: root.small ? Theme.px(12) : height / 2
            color: root.ground
            border.width: root.selectable || Theme.theme === Theme.HighContrast ? Math.max(1, Theme.hairline / 2) : 0
            border.color: root.checked ? Theme.primary : Theme.theme === Theme.HighContrast ? Theme.outline : Theme.line
            FocusRing { shown: root.visualFocus; inner: parent.radius }
        }
    }
    contentItem: Item {
        Row {
            id: line
            anchors.centerIn: parent
            spacing: Theme.space2
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.iconName !== ""
                name: root.iconName
                color: root.front
                size: root.small ? Theme.typePx(26) : Theme.typePx(40)
            }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                color: root.front
                strong: !root.selectable && !root.small
                font.pixelSize: root.typeSize
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
