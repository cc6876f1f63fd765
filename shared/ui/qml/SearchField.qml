// SPDX-License-Identifier: GPL-3.0-or-later
// The search line of a page. On a kiosk the page's own keyboard types into it through `text`; with `editable`
// it takes a hardware keyboard. Without it a touch only asks for the keyboard (activated).
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

FocusScope {
    id: root

    property alias text: input.text
    property string placeholder: qsTr("要办什么事？输入拼音首字母")
    property string hint: ""
    property bool editable: true
    property bool spaced: false
    property bool active: input.activeFocus
    signal activated()
    signal accepted()

    implicitWidth: Theme.px(984)
    implicitHeight: Math.max(Theme.px(116), input.implicitHeight + 2 * Theme.space2)
    Accessible.role: Accessible.EditableText
    Accessible.name: placeholder
    Accessible.searchEdit: true

    Card {
        anchors.fill: parent
        padding: 0
        radius: root.active ? Theme.radiusCard : height / 2
        lineColor: root.active ? Theme.primary : Theme.line
        Rectangle {
            anchors.fill: parent
            visible: root.active
            radius: Theme.radiusCard
            color: "transparent"
            border.width: Theme.px(3)
            border.color: Theme.primary
        }
    }
    Icon {
        id: lens
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(46)
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        color: root.active ? Theme.primary : Theme.ink2
        size: Theme.px(44)
    }
    AppText {
        anchors.fill: input
        visible: input.text === ""
        text: root.placeholder
        color: Theme.ink2
        maximumLineCount: 2
        fontSizeMode: Text.Fit
        minimumPixelSize: Math.floor(Theme.bodySize * 0.6)
        Accessible.ignored: true
    }
    TextInput {
        id: input
        anchors.left: lens.right
        anchors.leftMargin: Theme.space3
        anchors.right: trailing.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height
        focus: true
        enabled: root.editable
        clip: true
        color: Theme.ink
        selectionColor: Theme.primary
        selectedTextColor: Theme.onPrimary
        font.family: Theme.fontFamily
        font.pixelSize: root.spaced && text !== "" ? Theme.titleSize : Theme.bodySize
        font.weight: root.spaced && text !== "" ? Font.Medium : Font.Normal
        font.letterSpacing: root.spaced ? Theme.px(14) : 0
        verticalAlignment: TextInput.AlignVCenter
        cursorDelegate: Rectangle {
            width: Theme.px(4)
            visible: input.cursorVisible
            color: Theme.primary
        }
        Accessible.ignored: true
        onAccepted: root.accepted()
    }
    AppText {
        id: trailing
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(44)
        anchors.verticalCenter: parent.verticalCenter
        text: root.hint
        color: Theme.ink2
        font.pixelSize: Theme.hintSize
        wrapMode: Text.NoWrap
    }
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: {
            input.forceActiveFocus();
            root.activated();
        }
    }
}
