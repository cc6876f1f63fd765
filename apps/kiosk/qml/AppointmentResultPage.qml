// SPDX-License-Identifier: GPL-3.0-or-later
// One's appointments: a number for the one that is due, and when the others are.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property AppointmentFlow flow: kiosk.appointments

    Column {
        id: above
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.gutter; topMargin: Theme.space4 }
        spacing: Theme.space2
        AppText {
            width: parent.width
            text: qsTr("我的预约")
            strong: true
            font.pixelSize: Theme.titleSize
        }
        Pill {
            visible: root.kiosk.visitor.known
            tone: Pill.Good
            iconName: "user-check"
            text: root.kiosk.visitor.holder
        }
    }
    TouchList {
        objectName: "list"
        anchors { left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter }
        y: Math.max(above.y + above.height + Theme.space3, root.lowTop)
        height: parent.height - y
        spacing: Theme.targetGap
        model: root.flow.rows
        delegate: AppointmentRow {
            width: ListView.view.width
            onTaken: root.kiosk.redeem(key)
        }
    }
    Notice {
        objectName: "no-appointment"
        anchors.centerIn: parent
        width: parent.width - 2 * root.gutter
        visible: root.flow.rows.count === 0 && !root.flow.busy
        kind: Notice.Empty
        happened: root.flow.refusal !== "" ? root.flow.refusal : qsTr("没有找到您的预约。")
        whatToDo: qsTr("请核对预约的日期和预约人；也可以返回首页现场取号，或到服务台查询。")
    }
}
