// SPDX-License-Identifier: GPL-3.0-or-later
// Lay the card, key the number in, or scan: for a real-name business, and for looking up one's tickets.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property bool lookingUp: kiosk.lookingUp

    Column {
        id: words
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.px(48); topMargin: Theme.space4 }
        spacing: Theme.space2
        AppText {
            width: parent.width
            text: root.lookingUp ? qsTr("查询或退号") : qsTr("这项业务需要实名取号")
            strong: true
            font.pixelSize: Theme.titleSize
        }
        AppText {
            width: parent.width
            text: root.lookingUp ? qsTr("任选一种方式，查看还要等几人。") : qsTr("任选一种方式，随后自动取号。")
            color: Theme.ink2
        }
    }
    // On a screen that lies the ways stand beside each other.
    Grid {
        id: ways
        readonly property real cell: (width - (columns - 1) * spacing) / columns

        x: Theme.px(48)
        y: Math.max(words.y + words.height + Theme.space4, root.lowTop)
        width: root.width - 2 * x
        columns: root.wide ? 2 : 1
        spacing: Theme.space3
        transformOrigin: Item.TopLeft
        scale: Math.min(1, (root.height - y - Theme.space2) / Math.max(1, implicitHeight))
        Card {
            id: first
            width: ways.cell
            height: Math.max(implicitHeight, root.wide ? keyIn.implicitHeight : 0)
            contentHeight: Math.max(plate.height, lay.implicitHeight)
            Rectangle {
                id: plate
                width: Theme.px(Theme.lowReach || (root.wide && Theme.largeType) ? 120 : 200)
                height: width
                radius: Theme.radiusCard
                color: Theme.primaryLight
                Icon {
                    anchors.centerIn: parent
                    name: "id-card"
                    color: Theme.primary
                    size: parent.width * 0.6
                }
            }
            Column {
                id: lay
                anchors { left: plate.right; right: parent.right; leftMargin: Theme.space4; verticalCenter: parent.verticalCenter }
                spacing: Theme.space1
                AppText {
                    width: parent.width
                    text: root.kiosk.devices.canReadCards ? qsTr("请把身份证放在读卡区") : qsTr("读卡器暂时不能用")
                    strong: true
                    font.pixelSize: Theme.rowSize
                }
                AppText {
                    width: parent.width
                    text: root.kiosk.devices.canReadCards ? qsTr("读卡区有身份证标志；放好后不要移动，页面变化后再拿走。")
                                                          : qsTr("请用下面的方式，或到服务台办理。")
                    color: Theme.ink2
                }
            }
        }
        ListRow {
            id: keyIn
            objectName: "identity-key-in"
            width: ways.cell
            height: root.wide ? Math.max(implicitHeight, first.implicitHeight) : implicitHeight
            iconName: "keyboard"
            title: qsTr("输入证件号码")
            subtitle: qsTr("身份证号码，或单位的统一社会信用代码")
            onClicked: root.kiosk.openKeyIdentity()
        }
        Card {
            width: ways.cell
            visible: root.kiosk.devices.canScan
            contentHeight: Math.max(Theme.px(68), scan.implicitHeight)
            Icon {
                id: scanIcon
                anchors.verticalCenter: parent.verticalCenter
                name: "scan-line"
                color: Theme.primary
                size: Theme.px(68)
            }
            Column {
                id: scan
                anchors { left: scanIcon.right; right: parent.right; leftMargin: Theme.px(30); verticalCenter: parent.verticalCenter }
                AppText {
                    width: parent.width
                    text: root.lookingUp ? qsTr("扫号单上的二维码") : qsTr("扫电子营业执照上的代码")
                    strong: true
                    font.pixelSize: Theme.rowSize
                }
                AppText {
                    width: parent.width
                    text: qsTr("对准屏幕下方的扫码窗口。")
                    color: Theme.ink2
                    font.pixelSize: Theme.hintSize
                }
            }
        }
    }
}
