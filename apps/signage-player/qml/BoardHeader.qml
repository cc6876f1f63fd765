// SPDX-License-Identifier: GPL-3.0-or-later
// Which area this is, and the time.
import QtQuick
import Atrium.Ui

Rectangle {
    id: root

    required property string place
    property bool online: true

    implicitHeight: Theme.px(112)
    color: Theme.boardBar

    Icon {
        id: sign
        anchors { left: parent.left; leftMargin: Theme.px(48); verticalCenter: parent.verticalCenter }
        name: "landmark"
        color: Theme.boardText
        size: Theme.px(50)
    }
    FittedText {
        anchors { left: sign.right; leftMargin: Theme.px(24); right: clock.left; rightMargin: Theme.px(24)
            verticalCenter: parent.verticalCenter }
        text: root.place
        color: Theme.boardText
        fullSize: Theme.px(42)
        lines: 1
        strong: true
    }
    Icon {
        anchors { right: clock.left; rightMargin: Theme.px(28); verticalCenter: parent.verticalCenter }
        visible: !root.online
        name: "wifi-off"
        color: Theme.boardNumber
        size: Theme.px(44)
    }
    ClockText {
        id: clock
        anchors { right: date.left; rightMargin: Theme.px(24); verticalCenter: parent.verticalCenter }
        color: Theme.boardText
        font.pixelSize: Theme.px(56)
    }
    AppText {
        id: date
        anchors { right: parent.right; rightMargin: Theme.px(48); verticalCenter: parent.verticalCenter }
        text: clock.date
        color: Theme.boardText2
        font.pixelSize: Theme.px(28)
        wrapMode: Text.NoWrap
    }
}
