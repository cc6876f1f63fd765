// SPDX-License-Identifier: GPL-3.0-or-later
// Which floor: every waiting area with its windows and departments, floor by floor.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    AppText {
        id: heading
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.gutter; topMargin: Theme.space4 }
        text: qsTr("楼层和窗口")
        strong: true
        font.pixelSize: Theme.titleSize
    }
    TouchList {
        objectName: "list"
        y: Math.max(heading.y + heading.height + Theme.space3, root.lowTop)
        height: root.height - y
        anchors { left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter }
        spacing: Theme.targetGap
        bottomMargin: Theme.space3
        model: root.kiosk.floors.areas
        delegate: FloorArea { width: ListView.view.width }
    }
    Notice {
        anchors.centerIn: parent
        width: parent.width - 2 * root.gutter
        visible: root.kiosk.floors.areas.count === 0
        kind: Notice.Empty
        happened: qsTr("大厅的楼层还没有录入。")
        whatToDo: qsTr("请到服务台问路，工作人员会帮您。")
    }
}
