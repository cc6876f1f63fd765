// SPDX-License-Identifier: GPL-3.0-or-later
// When nobody stands here: the hall's message and the time. Any touch brings the home page at once.
import QtQuick
import Atrium.Ui
import Atrium.Appkit
import Atrium.Kiosk

Rectangle {
    id: root

    required property Kiosk kiosk
    readonly property HallState hall: kiosk.hall

    gradient: Gradient {
        GradientStop { position: 0; color: Theme.headerStart }
        GradientStop { position: 1; color: Theme.headerEnd }
    }

    Column {
        readonly property real room: invitation.y - Theme.space4 * 2

        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width - 2 * Theme.px(96)
        y: Math.max(Theme.space4, (room - implicitHeight) / 2)
        transformOrigin: Item.Top
        scale: Math.min(1, room / Math.max(1, implicitHeight))
        spacing: Theme.space5
        Image {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: status === Image.Ready
            width: Theme.px(200)
            height: width
            source: root.kiosk.home.logo
            fillMode: Image.PreserveAspectFit
        }
        AppText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.hall.name
            color: Theme.onHeader
            strong: true
            font.pixelSize: Theme.typePx(64)
        }
        ClockText {
            id: clock
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.onHeader
            font.pixelSize: Theme.typePx(220)
        }
        AppText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: clock.date
            color: Theme.onHeader2
            font.pixelSize: Theme.tileSize
        }
        AppText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.hall.notice
            color: Theme.onHeader
            font.pixelSize: Theme.rowSize
            lineHeight: 1.3
        }
    }
    Row {
        id: invitation
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.px(160) }
        spacing: Theme.space3
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "hand"
            color: Theme.onHeader
            size: Theme.px(64)
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.kiosk.devices.canReadCards ? qsTr("触摸屏幕开始，或放上身份证") : qsTr("触摸屏幕开始")
            color: Theme.onHeader
            font.pixelSize: Theme.tileSize
            wrapMode: Text.NoWrap
        }
    }
    MouseArea {
        anchors.fill: parent
        objectName: "quiet"
        onPressed: root.kiosk.wake()
    }
}
