// SPDX-License-Identifier: GPL-3.0-or-later
// The head of every kiosk page: whose hall this is, where one stands, and the time.
import QtQuick
import Atrium.Ui

Rectangle {
    id: root

    required property string hallName
    property string place: ""
    property string weather: ""
    property url logo: ""

    implicitWidth: Theme.px(1080)
    implicitHeight: Math.max(Theme.headerHeight, names.implicitHeight + 2 * Theme.space3,
                             times.implicitHeight + 2 * Theme.space2)
    gradient: Gradient {
        orientation: Gradient.Horizontal
        GradientStop { position: 0; color: Theme.headerStart }
        GradientStop { position: 1; color: Theme.headerEnd }
    }

    Rectangle {
        id: plate
        anchors.left: parent.left
        anchors.leftMargin: Theme.px(56)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(92)
        height: width
        radius: Theme.radiusKey
        color: Qt.rgba(Theme.onHeader.r, Theme.onHeader.g, Theme.onHeader.b, 0.16)
        Icon {
            anchors.centerIn: parent
            visible: String(root.logo) === ""
            name: "landmark"
            color: Theme.onHeader
            size: Theme.px(56)
        }
        Image {
            anchors.fill: parent
            anchors.margins: Theme.px(6)
            visible: String(root.logo) !== ""
            source: root.logo
            fillMode: Image.PreserveAspectFit
        }
    }
    Column {
        id: names
        anchors.left: plate.right
        anchors.leftMargin: Theme.space3
        anchors.right: times.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        FittedText {
            width: parent.width
            text: root.hallName
            color: Theme.onHeader
            strong: true
            fullSize: Theme.rowSize
            Accessible.role: Accessible.Heading
        }
        FittedText {
            width: parent.width
            visible: root.place !== ""
            text: root.place
            color: Theme.onHeader2
            fullSize: Theme.hintSize
        }
    }
    Column {
        id: times
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(56)
        anchors.verticalCenter: parent.verticalCenter
        ClockText {
            id: clock
            anchors.right: parent.right
            color: Theme.onHeader
        }
        AppText {
            anchors.right: parent.right
            text: root.weather === "" ? clock.date : clock.date + (Theme.largeType ? "\n" : " · ") + root.weather
            color: Theme.onHeader2
            font.pixelSize: Theme.hintSize
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.NoWrap
        }
    }
}
