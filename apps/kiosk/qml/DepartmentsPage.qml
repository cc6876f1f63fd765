// SPDX-License-Identifier: GPL-3.0-or-later
// Which department: two columns of large keys; the same page lists the sub-departments of one.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property bool sub: kiosk.page === Kiosk.SubDepartments
    readonly property int columns: (Theme.largeType || Theme.language === "en" || sub ? 1 : 2) + (wide ? 1 : 0)

    readonly property int titleLines: (Theme.language === "en" ? 1 : 0) + (Theme.largeType && (columns === 1 || Theme.language === "en") ? 2 : 1)
    // On a screen that lies, large type and low reach need the room for the list; home has a tile for searching.
    readonly property bool hasSearch: !sub && !(wide && (Theme.largeType || Theme.lowReach))

    AppText {
        id: heading
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.gutter; topMargin: Theme.space4 }
        text: root.sub ? root.kiosk.catalogue.parentTitle : root.kiosk.guiding ? qsTr("看哪个部门的办事指南？") : qsTr("您到哪个部门办事？")
        strong: true
        font.pixelSize: Theme.titleSize
        maximumLineCount: 4
    }
    HolderLine {
        id: holder
        anchors { left: parent.left; right: parent.right; top: heading.bottom; margins: root.gutter; topMargin: Theme.space2 }
        kiosk: root.kiosk
    }
    SearchField {
        id: search
        objectName: "searchField"
        anchors { left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter }
        y: Math.max(holder.y + holder.height + Theme.space3, root.lowTop)
        height: visible ? implicitHeight : 0
        visible: root.hasSearch
        editable: false
        active: false
        placeholder: qsTr("不清楚部门？输入业务名称的首字母")
        onActivated: root.kiosk.openSearch()
    }
    TouchGrid {
        id: grid
        objectName: "list"
        anchors { left: parent.left; right: parent.right; top: search.bottom; bottom: parent.bottom }
        anchors { leftMargin: root.gutter; rightMargin: root.gutter - Theme.space3; topMargin: root.hasSearch ? Theme.space3 : 0 }
        cellWidth: Math.floor(width / root.columns)
        cellHeight: Math.max(Theme.px(132), Theme.rowSize * 1.5 * root.titleLines + Theme.hintSize * 1.6 + Theme.space5) + Theme.space3
        model: root.sub ? root.kiosk.catalogue.subDepartments : root.kiosk.catalogue.departments
        delegate: Item {
            id: cell
            required property string recordId
            required property string name
            required property string note
            width: grid.cellWidth
            height: grid.cellHeight
            ListRow {
                objectName: "department-" + cell.recordId
                width: parent.width - Theme.space3
                height: parent.height - Theme.space3
                title: cell.name
                subtitle: cell.note
                onClicked: root.kiosk.openDepartment(cell.recordId)
            }
        }
    }
    Notice {
        anchors.centerIn: parent
        width: parent.width - 2 * root.gutter
        visible: root.kiosk.catalogue.departments.count === 0
        kind: Notice.Empty
        happened: qsTr("还没有可以取号的业务。")
        whatToDo: qsTr("请到服务台，工作人员会帮您。")
    }
}
