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
    readonly property real tileHeight: Math.max(Theme.px(214), Theme.tileSize * 2.8 + Theme.space3)

    SearchField {
        id: field
        y: Theme.space4
        anchors { left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter }
        editable: false
        active: false
        placeholder: "要办什么事？输入拼音首字母，例如 gssl 公司设立"
    }
    Grid {
        id: tiles
        anchors { top: field.bottom; topMargin: Theme.space4; horizontalCenter: parent.horizontalCenter }
        columns: 2
        spacing: Theme.space3
        Repeater {
            model: [
                { icon: "ticket", title: "现场取号", subtitle: "刷身份证或点选业务" },
                { icon: "list-ordered", title: "查号退号", subtitle: "还要等几人，不办了可退" },
                { icon: "search", title: "按名称查找", subtitle: "输入首字母找业务" },
                { icon: "id-card", title: "手输证件取号", subtitle: "没带身份证，或为单位办事" },
                { icon: "book-open", title: "办事指南", subtitle: "要带什么，多久办好" },
                { icon: "map", title: "楼层窗口", subtitle: "哪个部门在几楼几号" }
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
    Card {
        padding: Theme.space4
        anchors {
            left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter
            top: tiles.bottom; bottom: parent.bottom; topMargin: Theme.space4; bottomMargin: Theme.space4
        }
        AppText {
            id: heading
            text: "此刻大厅"
            strong: true
            font.pixelSize: Theme.rowSize
        }
        AppText {
            anchors { left: heading.right; leftMargin: Theme.space3; baseline: heading.baseline }
            text: "等候人数与预计等候"
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
        }
        TouchList {
            anchors { left: parent.left; right: parent.right; top: heading.bottom; bottom: parent.bottom; topMargin: Theme.space2 }
            interactive: contentHeight > height
            model: ["A区 · 企业登记等候区", "B区 · 社会保障等候区", "C区 · 不动产登记等候区", "D区 · 公安服务等候区",
                "E区 · 办税等候区", "F区 · 民生服务等候区", "G区 · 工程建设审批等候区", "H区 · 行业许可等候区"]
            delegate: ConstantLoad { width: ListView.view.width }
        }
    }
}
