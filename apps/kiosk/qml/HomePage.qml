// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what one can do here, and how full the hall is.
import QtQuick
import Atrium.Ui
import Atrium.Appkit
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property HallState hall: kiosk.hall
    // On a screen that lies the tiles stand at the left, the hall's load at the right; with low reach the tiles
    // take the whole width of the lower half. Where room is scarce it says how high a tile is.
    readonly property bool low: wide && Theme.lowReach
    readonly property real tilesRight: wide && !low ? width * (broad ? 0.66 : 0.54) : width
    readonly property int tileColumns: (low ? 3 : 2) + (low && tileCount > 6 || broad ? 1 : 0)
    // A seventh tile takes width from the hall's load, which large type needs itself.
    readonly property bool broad: wide && !low && tileCount > 6 && !Theme.largeType
    readonly property int tileCount: kiosk.home.takesBookings ? 7 : 6
    readonly property int tileRows: Math.ceil(tileCount / tileColumns)
    readonly property real tileWidth: (tilesRight - 2 * gutter - (tileColumns - 1) * Theme.space3) / tileColumns
    readonly property real tileHeight: wide || Theme.lowReach
        ? (height - tiles.y - Theme.space4 - (tileRows - 1) * Theme.space3) / tileRows
        : Math.max(Theme.px(tileRows > 3 ? 180 : 214), Theme.tileSize * (tileRows > 3 ? 2.4 : 2.8) + Theme.space3)
    // The last tile fills its row.
    readonly property real lastWidth: {
        const free = tileRows * tileColumns - tileCount;
        return tileWidth * (free + 1) + Theme.space3 * free;
    }

    SearchField {
        id: searchField
        objectName: "searchField"
        y: (root.low ? 0 : root.lowTop) + Theme.space4
        anchors { left: parent.left; leftMargin: root.gutter }
        width: root.tilesRight - 2 * root.gutter
        // There is a tile for it, within reach.
        visible: !root.low && root.hall.known
        editable: false
        active: false
        placeholder: qsTr("要办什么事？输入拼音首字母，例如 gssl 公司设立")
        onActivated: root.kiosk.openSearch()
    }
    Grid {
        id: tiles
        x: root.gutter
        y: root.low ? root.lowTop + Theme.space3 : searchField.y + searchField.height + Theme.space4
        columns: root.tileColumns
        spacing: Theme.space3
        visible: root.hall.known
        HomeTile {
            width: root.tileWidth
            height: root.tileHeight
            objectName: "tile-take-number"
            iconName: "ticket"
            title: qsTr("现场取号")
            how: root.kiosk.devices.printerNotice !== "" ? qsTr("打印机暂不可用，号码显示在屏幕上")
                : root.kiosk.devices.canReadCards ? qsTr("刷身份证或点选业务") : qsTr("点选部门和业务")
            primary: true
            onClicked: root.kiosk.openDepartments()
        }
        HomeTile {
            width: root.tileWidth
            height: root.tileHeight
            objectName: "tile-appointment"
            visible: root.kiosk.home.takesBookings
            iconName: "calendar-check"
            title: qsTr("预约取号")
            how: qsTr("已约好时间，来取号")
            onClicked: root.kiosk.openAppointments()
        }
        HomeTile {
            width: root.tileWidth
            height: root.tileHeight
            objectName: "tile-lookup"
            iconName: "list-ordered"
            title: qsTr("查号退号")
            how: qsTr("还要等几人，不办了可退")
            onClicked: root.kiosk.openLookup()
        }
        HomeTile {
            width: root.tileWidth
            height: root.tileHeight
            objectName: "tile-search"
            iconName: "search"
            title: qsTr("按名称查找")
            how: qsTr("输入首字母找业务")
            onClicked: root.kiosk.openSearch()
        }
        HomeTile {
            width: root.tileWidth
            height: root.tileHeight
            objectName: "tile-key-identity"
            iconName: "id-card"
            title: qsTr("手输证件取号")
            how: qsTr("没带身份证，或为单位办事")
            onClicked: root.kiosk.openKeyIdentity()
        }
        HomeTile {
            width: root.tileWidth
            height: root.tileHeight
            objectName: "tile-guide"
            iconName: "book-open"
            title: qsTr("办事指南")
            how: qsTr("要带什么，多久办好")
            onClicked: root.kiosk.openGuides()
        }
        // A column is as wide as its widest item, so the last tile reaches out of its own.
        Item {
            width: root.tileWidth
            height: root.tileHeight
            HomeTile {
                width: root.lastWidth
                height: parent.height
                objectName: "tile-floors"
                iconName: "map"
                title: qsTr("楼层窗口")
                how: qsTr("哪个部门在几楼几号")
                onClicked: root.kiosk.openFloors()
            }
        }
    }
    Card {
        id: load
        padding: Theme.space4
        x: root.wide && !root.low ? root.tilesRight - root.gutter + Theme.space3 : root.gutter
        y: root.wide || Theme.lowReach ? Theme.space4 : tiles.y + tiles.height + Theme.space4
        width: root.width - x - root.gutter
        height: (root.low ? tiles.y : !root.wide && Theme.lowReach ? searchField.y : root.height) - y - Theme.space4
        // What would show no single line is better not begun.
        visible: root.hall.known && height > 2 * padding + heading.height + Theme.rowSize * 2
        AppText {
            id: heading
            text: qsTr("此刻大厅")
            strong: true
            font.pixelSize: Theme.rowSize
        }
        AppText {
            anchors { left: heading.right; right: parent.right; leftMargin: Theme.space3; baseline: heading.baseline }
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.floor(Theme.hintSize * 0.6)
            text: qsTr("等候人数与预计等候")
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
        }
        TouchList {
            anchors { left: parent.left; right: parent.right; top: heading.bottom; bottom: parent.bottom; topMargin: Theme.space2 }
            model: root.kiosk.home.load
            interactive: contentHeight > height
            // Beside the mark that there is more.
            delegate: AreaLoad { width: ListView.view.width - (ListView.view.interactive ? Theme.space3 : 0) }
        }
    }
    // Nothing is known of the hall yet: nothing here would work, and none of it is offered.
    Skeleton {
        anchors { top: parent.top; topMargin: Theme.space4; horizontalCenter: parent.horizontalCenter }
        width: root.width - 2 * root.gutter
        loading: !root.hall.known && !nothing.visible
    }
    Notice {
        id: nothing
        objectName: "nothing-known"
        anchors.centerIn: parent
        width: parent.width - 2 * root.gutter
        visible: !root.hall.known && !root.hall.online && !root.hall.connecting
        kind: Notice.Offline
        happened: qsTr("这台机器现在不能取号：还没有连上服务器。")
        stillWorks: qsTr("请到服务台取号，工作人员会帮您。")
        whatToDo: qsTr("工作人员：请检查网线和服务器。连上以后，本页会自己变成首页。")
    }
}
