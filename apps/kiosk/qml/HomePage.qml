// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what one can do here, and how full the hall is.
import QtQuick
import Atrium.Ui
import Atrium.Appkit
import Atrium.Kiosk

Item {
    id: root

    required property Kiosk kiosk
    readonly property HallState hall: kiosk.hall
    readonly property real lowTop: Theme.lowReach ? Math.max(0, Window.height / 2 - Theme.headerHeight) : 0
    readonly property real gutter: Theme.px(48)
    readonly property real tileWidth: (width - 2 * gutter - Theme.space3) / 2
    readonly property real tileHeight: Math.max(Theme.px(232), Theme.tileSize * 2.8 + Theme.space3)

    SearchField {
        id: searchField
        objectName: "searchField"
        y: root.lowTop + Theme.space4
        anchors { left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter }
        editable: false
        active: false
        placeholder: qsTr("要办什么事?输入拼音首字母,例如 gsdj 公司登记")
        onActivated: root.kiosk.openSearch()
    }
    Grid {
        id: tiles
        anchors { top: searchField.bottom; topMargin: Theme.space4; horizontalCenter: parent.horizontalCenter }
        columns: 2
        spacing: Theme.space3
        Tile {
            objectName: "tile-take-number"
            width: root.tileWidth
            height: root.tileHeight
            primary: true
            iconName: "ticket"
            title: qsTr("现场取号")
            subtitle: Theme.largeType ? "" : qsTr("刷身份证或点选业务")
            onClicked: root.kiosk.openDepartments()
        }
        Tile {
            objectName: "tile-lookup"
            width: root.tileWidth
            height: root.tileHeight
            iconName: "list-ordered"
            title: qsTr("查号退号")
            subtitle: Theme.largeType ? "" : qsTr("还要等几人,不办了可退")
            onClicked: root.kiosk.openLookup()
        }
        Tile {
            objectName: "tile-search"
            width: root.tileWidth
            height: root.tileHeight
            iconName: "search"
            title: qsTr("按名称查找")
            subtitle: Theme.largeType ? "" : qsTr("输入首字母找业务")
            onClicked: root.kiosk.openSearch()
        }
        Tile {
            objectName: "tile-key-identity"
            width: root.tileWidth
            height: root.tileHeight
            iconName: "id-card"
            title: qsTr("手输证件取号")
            subtitle: Theme.largeType ? "" : qsTr("没带身份证,或为单位办事")
            onClicked: root.kiosk.openKeyIdentity()
        }
    }
    Card {
        id: load
        anchors {
            left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter
            top: Theme.lowReach ? parent.top : tiles.bottom
            bottom: Theme.lowReach ? searchField.top : parent.bottom
            topMargin: Theme.space4; bottomMargin: Theme.space4
        }
        AppText {
            id: heading
            text: qsTr("此刻大厅")
            strong: true
            font.pixelSize: Theme.rowSize
        }
        AppText {
            anchors { left: heading.right; leftMargin: Theme.space3; baseline: heading.baseline }
            text: qsTr("等候人数与预计等候")
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
        }
        TouchList {
            anchors { left: parent.left; right: parent.right; top: heading.bottom; bottom: parent.bottom; topMargin: Theme.space2 }
            model: root.kiosk.home.load
            interactive: contentHeight > height
            delegate: AreaLoad { width: ListView.view.width }
        }
    }
    Skeleton {
        anchors { top: searchField.bottom; topMargin: Theme.space4; horizontalCenter: parent.horizontalCenter }
        width: root.width - 2 * root.gutter
        loading: !root.hall.known
    }
}
