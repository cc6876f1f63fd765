// SPDX-License-Identifier: GPL-3.0-or-later
// One appointment: when, for what, and what can be done with it now.
import QtQuick
import Atrium.Ui

Card {
    id: root

    required property string key
    required property string when
    required property string item
    required property string said
    required property bool due
    required property string holder
    signal taken()

    objectName: "appointment-" + key
    contentHeight: body.implicitHeight

    Column {
        id: body
        width: parent.width
        spacing: Theme.space2
        AppText {
            width: parent.width
            text: root.when
            color: Theme.primary
            strong: true
            font.pixelSize: Theme.titleSize
        }
        AppText {
            width: parent.width
            text: root.item
            strong: true
            font.pixelSize: Theme.rowSize
            maximumLineCount: 4
        }
        AppText {
            width: parent.width
            text: root.said
        }
        AppText {
            width: parent.width
            visible: root.holder !== ""
            text: root.holder
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
        }
        AppButton {
            objectName: "redeem-" + root.key
            visible: root.due
            width: parent.width
            kind: AppButton.Primary
            text: qsTr("取号")
            onClicked: root.taken()
        }
    }
}
