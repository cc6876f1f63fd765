// SPDX-License-Identifier: GPL-3.0-or-later
// The number that is called here or being served. No name and no identity: the next in line looks on.
import QtQuick
import Atrium.Ui
import Atrium.DualScreen

Item {
    id: root

    required property OuterScreen screenModel
    readonly property bool called: screenModel.page === OuterScreen.Called

    Card {
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.px(96), Theme.px(960))
        height: Math.min(parent.height - Theme.px(96), column.implicitHeight + Theme.px(120))
        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width
            spacing: Theme.space3
            scale: Math.min(1, (parent.height - Theme.space3) / implicitHeight)
            AppText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.called ? qsTr("请到本窗口") : qsTr("正在办理")
                font.pixelSize: Theme.typePx(38)
                color: root.called ? Theme.accent : Theme.ink2
                strong: root.called
            }
            AppText {
                objectName: "served-number"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.screenModel.ticketNumber
                font.pixelSize: Theme.typePx(170)
                color: Theme.primary
                strong: true
            }
            FittedText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.screenModel.itemName
                fullSize: Theme.typePx(36)
                lines: 2
            }
        }
    }
}
