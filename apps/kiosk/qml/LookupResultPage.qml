// SPDX-License-Identifier: GPL-3.0-or-later
// One's tickets of today, and giving one back after one more question.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    AppText {
        id: heading
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.gutter; topMargin: Theme.space4 }
        text: qsTr("今天的号")
        strong: true
        font.pixelSize: Theme.titleSize
    }
    Column {
        id: above
        anchors { left: parent.left; right: parent.right; top: heading.bottom; margins: root.gutter; topMargin: Theme.space2 }
        spacing: Theme.space2
        Pill {
            visible: root.kiosk.visitor.known
            tone: Pill.Good
            iconName: "user-check"
            text: root.kiosk.visitor.holder
        }
        AppText {
            width: parent.width
            visible: root.kiosk.lookup.byCode
            text: qsTr("要退号，请在“查号退号”里放上取号时的身份证。")
            color: Theme.ink2
        }
        Notice {
            objectName: "lookup-message"
            width: parent.width
            visible: root.kiosk.lookup.message !== ""
            compact: true
            kind: Notice.Info
            happened: root.kiosk.lookup.message
        }
    }
    TouchList {
        objectName: "list"
        anchors { left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter }
        y: Math.max(above.y + above.height + Theme.space3, root.lowTop)
        height: parent.height - y
        spacing: Theme.targetGap
        model: root.kiosk.lookup.tickets
        delegate: LookupRow {
            width: ListView.view.width
            asked: root.kiosk.lookup.toCancel === number
            onAskCancel: root.kiosk.lookup.askCancel(number)
            onReported: root.kiosk.lookup.report(number)
            onConfirmed: root.kiosk.lookup.confirmCancel()
            onKept: root.kiosk.lookup.keep()
        }
    }
    Notice {
        anchors.centerIn: parent
        width: parent.width - 2 * root.gutter
        visible: root.kiosk.lookup.tickets.count === 0 && !root.kiosk.lookup.busy
        kind: Notice.Empty
        happened: qsTr("今天没有用这个证件取的号。")
        whatToDo: qsTr("不带证件取的号，请扫号单上的二维码。")
    }
}
