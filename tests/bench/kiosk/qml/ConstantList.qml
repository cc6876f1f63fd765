// SPDX-License-Identifier: GPL-3.0-or-later
// The departments as the kiosk draws them.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Item {
    id: root

    readonly property real gutter: Theme.px(48)

    AppText {
        id: heading
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.gutter; topMargin: Theme.space4 }
        text: "您到哪个部门办事？"
        strong: true
        font.pixelSize: Theme.titleSize
    }
    Notice {
        id: notice
        anchors { left: parent.left; right: parent.right; top: heading.bottom; margins: root.gutter; topMargin: Theme.space2 }
        compact: true
        kind: Notice.Offline
        iconName: "printer"
        happened: "打印机暂时不能用。"
        stillWorks: "可以继续取号：号码显示在屏幕上，请用手机扫码或拍照。"
    }
    SearchField {
        id: search
        anchors { left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter }
        y: notice.y + notice.height + Theme.space3
        editable: false
        active: false
        placeholder: "不清楚部门？输入业务名称的首字母"
    }
    TouchGrid {
        id: grid
        anchors { left: parent.left; right: parent.right; top: search.bottom; bottom: parent.bottom }
        anchors { leftMargin: root.gutter; rightMargin: root.gutter - Theme.space3; topMargin: Theme.space3 }
        cellWidth: Math.floor(width / 2)
        cellHeight: Math.max(Theme.px(132), Theme.rowSize * 1.5 + Theme.hintSize * 1.6 + Theme.space5) + Theme.space3
        model: 41
        delegate: Item {
            id: cell
            required property int index
            width: grid.cellWidth
            height: grid.cellHeight
            ListRow {
                width: parent.width - Theme.space3
                height: parent.height - Theme.space3
                title: "发展和改革局 " + cell.index
                subtitle: "1219 项业务"
            }
        }
    }
}
