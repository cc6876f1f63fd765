// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a list: what it is, a line below, two lines at the right (people waiting, expected wait), and either
// a button of its own or a touch anywhere.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

T.AbstractButton {
    id: root

    enum Tone { Plain, Good, Warning }

    required property string title
    property string subtitle: ""
    property string fact: ""
    property string subfact: ""
    property int tone: ListRow.Plain
    property string iconName: ""
    property string actionText: ""
    property string actionIcon: ""
    property bool actionPrimary: true
    property bool chevron: actionText === ""
    readonly property color subfactColor:
        tone === ListRow.Good ? Theme.good : tone === ListRow.Warning ? Theme.warning : Theme.ink2

    text: title
    implicitWidth: Theme.px(984)
    implicitHeight: Math.max(Theme.px(148), Math.max(texts.implicitHeight, facts.implicitHeight) + 2 * Theme.space3)
    focusPolicy: Qt.StrongFocus
    Accessible.name: title + (subtitle === "" ? "" : "，" + subtitle) + (fact === "" ? "" : "，" + fact)
        + (subfact === "" ? "" : "，" + subfact) + (actionText === "" ? "" : "，" + actionText)
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Card {
        padding: 0
        color: root.down ? Theme.primaryLight : Theme.card
        FocusRing { shown: root.visualFocus; inner: Theme.radiusCard }
    }
    contentItem: Item {
        Icon {
            id: lead
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(38)
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName !== ""
            name: root.iconName
            color: Theme.primary
            size: Theme.px(68)
        }
        Column {
            id: texts
            anchors.left: root.iconName === "" ? parent.left : lead.right
            anchors.leftMargin: root.iconName === "" ? Theme.px(38) : Theme.px(30)
            anchors.right: facts.left
            anchors.rightMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            // A row of given height holds all of its words, if need be a little smaller.
            transformOrigin: Item.Left
            scale: Math.min(1, (root.height - Theme.space2) / Math.max(1, implicitHeight))
            AppText {
                width: parent.width
                text: root.title
                color: root.enabled ? Theme.ink : Theme.ink3
                strong: true
                font.pixelSize: Theme.rowSize
                maximumLineCount: 6
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                visible: root.subtitle !== ""
                text: root.subtitle
                color: Theme.ink2
                font.pixelSize: Theme.hintSize
                maximumLineCount: 6
                Accessible.ignored: true
            }
        }
        Column {
            id: facts
            anchors.right: action.visible ? action.left : mark.visible ? mark.left : parent.right
            anchors.rightMargin: Theme.px(26)
            anchors.verticalCenter: parent.verticalCenter
            AppText {
                anchors.right: parent.right
                visible: root.fact !== ""
                text: root.fact
                font.pixelSize: Theme.typePx(28)
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            AppText {
                anchors.right: parent.right
                visible: root.subfact !== ""
                text: root.subfact
                color: root.subfactColor
                font.pixelSize: Theme.hintSize
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        AppButton {
            id: action
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(28)
            anchors.verticalCenter: parent.verticalCenter
            visible: root.actionText !== ""
            enabled: root.enabled
            focusPolicy: Qt.NoFocus
            kind: root.actionPrimary ? AppButton.Primary : AppButton.Tinted
            iconName: root.actionIcon
            text: root.actionText
            font.pixelSize: Theme.typePx(32)
            Accessible.ignored: true
            onClicked: root.clicked()
        }
        Icon {
            id: mark
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(28)
            anchors.verticalCenter: parent.verticalCenter
            visible: root.chevron && root.actionText === ""
            name: "chevron-right"
            color: Theme.ink2
        }
    }
}
