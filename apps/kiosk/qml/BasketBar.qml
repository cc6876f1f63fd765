// SPDX-License-Identifier: GPL-3.0-or-later
// What one number is to be for, in order, and the key that takes it.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

Rectangle {
    id: root

    required property Kiosk kiosk
    readonly property Basket basket: kiosk.basket

    implicitHeight: Math.max(words.implicitHeight, keys.implicitHeight) + 2 * Theme.space3
    color: Theme.card

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    Column {
        id: words
        anchors { left: parent.left; right: keys.left; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Theme.px(48); rightMargin: Theme.space4 }
        spacing: Theme.space1
        AppText {
            width: parent.width
            text: root.basket.ids.length === 0 ? qsTr("请依次点选要办的业务，最多五项") : qsTr("一个号，依次办理：")
            strong: true
        }
        AppText {
            objectName: "basket-words"
            width: parent.width
            visible: text !== ""
            text: root.basket.words
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
            maximumLineCount: 4
        }
    }
    Row {
        id: keys
        anchors { right: parent.right; rightMargin: Theme.px(48); verticalCenter: parent.verticalCenter }
        spacing: Theme.targetGap
        AppButton {
            objectName: "basket-cancel"
            text: qsTr("不用了")
            onClicked: root.kiosk.toggleBasket()
        }
        AppButton {
            objectName: "basket-take"
            kind: AppButton.Primary
            iconName: "ticket"
            enabled: root.basket.ids.length > 0
            text: qsTr("取号")
            onClicked: root.kiosk.takeBasket()
        }
    }
}
