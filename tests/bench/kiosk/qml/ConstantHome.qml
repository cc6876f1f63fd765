// SPDX-License-Identifier: GPL-3.0-or-later
// The home page as the kiosk draws it.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Item {
    id: root

    signal touched()
    readonly property real gutter: Theme.px(48)
    readonly property real tileWidth: (width - 2 * gutter - Theme.space3) / 2
    readonly property real tileHeight: Math.max(Theme.px(232), Theme.tileSize * 2.8 + Theme.space3)

    SearchField {
        id: field
        y: Theme.space4
        anchors { left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter }
        editable: false
        active: false
        placeholder: "要办什么事?输入拼音首字母,例如 gsdj 公司登记"
    }
    Grid {
        anchors { top: field.bottom; topMargin: Theme.space4; horizontalCenter: parent.horizontalCenter }
        columns: 2
        spacing: Theme.space3
        Repeater {
            model: [
                { icon: "ticket", title: "现场取号", subtitle: "刷身份证或点选业务" },
                { icon: "list-ordered", title: "查号退号", subtitle: "还要等几人,不办了可退" },
                { icon: "search", title: "按名称查找", subtitle: "输入首字母找业务" },
                { icon: "id-card", title: "手输证件取号", subtitle: "没带身份证,或为单位办事" }
            ]
            Tile {
                required property var modelData
                required property int index
                width: root.tileWidth
                height: root.tileHeight
                primary: index === 0
                iconName: modelData.icon
                title: modelData.title
                subtitle: modelData.subtitle
                onClicked: root.touched()
            }
        }
    }
}
