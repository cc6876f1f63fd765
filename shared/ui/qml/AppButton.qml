// SPDX-License-Identifier: GPL-3.0-or-later
// The button of every page. One primary button a page; `danger` for what cannot be undone; `quiet` inside lists.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

T.AbstractButton {
    id: root

    enum Kind { Primary, Secondary, Danger, Quiet, Tinted }

    property int kind: AppButton.Secondary
    property string iconName: ""
    property string trailing: ""
    readonly property color front: !enabled ? Theme.ink3
        : kind === AppButton.Primary ? Theme.onPrimary
        : kind === AppButton.Danger ? Theme.onAccent
        : kind === AppButton.Quiet ? Theme.ink : Theme.primary
    readonly property color ground: !enabled ? Theme.well
        : kind === AppButton.Primary ? Theme.primary
        : kind === AppButton.Danger ? Theme.accent
        : kind === AppButton.Quiet ? Theme.card
        : kind === AppButton.Tinted ? Theme.primaryLight : Theme.card
    // Room that the icon and the trailing figure take beside the words.
    readonly property int extras: (iconName === "" ? 0 : Theme.typePx(42) + Theme.space2)
        + (trailing === "" ? 0 : figure.width + Theme.space2)
    readonly property bool outlined: kind === AppButton.Secondary || kind === AppButton.Quiet || Theme.theme === Theme.HighContrast

    implicitWidth: Math.max(Theme.target, Math.ceil(words.implicitWidth) + extras + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, row.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.px(40)
    rightPadding: Theme.px(40)
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.buttonSize
    font.weight: kind === AppButton.Quiet ? Font.Normal : Font.Bold
    Accessible.name: trailing === "" ? text : text + " " + trailing
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radiusButton
        color: root.down ? Qt.darker(root.ground, Theme.dark ? 1.25 : 1.12) : root.ground
        border.width: root.outlined ? Math.max(2, Theme.hairline * 1.5) : 0
        border.color: !root.enabled ? Theme.line : root.kind === AppButton.Secondary ? Theme.primary
            : Theme.theme === Theme.HighContrast ? Theme.outline : Theme.line
        FocusRing { shown: root.visualFocus; inner: Theme.radiusButton }
    }
    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.space2
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.iconName !== ""
                name: root.iconName
                color: root.front
                size: Theme.typePx(42)
            }
            AppText {
                id: words
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.ceil(implicitWidth), root.availableWidth - root.extras)
                text: root.text
                color: root.front
                font: root.font
                maximumLineCount: 2
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
            Rectangle {
                id: figure
                anchors.verticalCenter: parent.verticalCenter
                visible: root.trailing !== ""
                width: Math.max(height, count.implicitWidth + Theme.space2)
                height: Theme.typePx(56)
                radius: height / 2
                color: "transparent"
                border.width: Theme.hairline
                border.color: root.front
                AppText {
                    id: count
                    anchors.centerIn: parent
                    text: root.trailing
                    color: root.front
                    font.pixelSize: Theme.hintSize
                    Accessible.ignored: true
                }
            }
        }
    }
}
