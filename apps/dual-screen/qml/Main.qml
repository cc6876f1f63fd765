// SPDX-License-Identifier: GPL-3.0-or-later
// The one window of the outer screen: who serves on top, below it the page of the moment.
import QtQuick
import Atrium.Ui
import Atrium.Appkit
import Atrium.DualScreen

Window {
    id: root

    required property HallState hall
    required property Enrolment enrolment
    required property OuterScreen screenModel
    property bool everyPage: false

    width: 1280
    height: 800
    color: Theme.background
    title: qsTr("窗口外屏")

    StaffHeader {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top }
        screenModel: root.screenModel
        hallName: root.hall.name
    }
    // Where pages end: they give way to the notice, which stands on nothing.
    Item {
        id: floor
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: offline.visible ? offline.height + Theme.space3 : 0
    }
    // All pages are there from the start: few, light, and a change shows at once.
    RatingPage {
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: floor.top }
        visible: root.everyPage || root.screenModel.page === OuterScreen.Rating
        screenModel: root.screenModel
        grades: root.hall.ratingGrades
        tight: offline.visible
    }
    ServicePage {
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: floor.top }
        visible: root.everyPage || root.screenModel.page === OuterScreen.Called
            || root.screenModel.page === OuterScreen.Serving
        screenModel: root.screenModel
    }
    GuidePage {
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: floor.top }
        visible: root.everyPage || root.screenModel.page === OuterScreen.Guide
        screenModel: root.screenModel
    }
    MessagePage {
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: floor.top }
        visible: root.everyPage || root.screenModel.page === OuterScreen.Idle || root.screenModel.page === OuterScreen.Thanks
            || root.screenModel.page === OuterScreen.Refused || root.screenModel.page === OuterScreen.Paused || root.screenModel.page === OuterScreen.Closed
            || root.screenModel.page === OuterScreen.Unknown
        screenModel: root.screenModel
        hall: root.hall
    }
    Notice {
        id: offline
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space3 }
        visible: !root.hall.online && !root.hall.connecting
        compact: true
        kind: Notice.Offline
        // One line beside the reasons of a rating, so that the question keeps its place.
        readonly property bool brief: root.screenModel.page === OuterScreen.Rating && root.screenModel.grade !== 0
        happened: brief ? qsTr("连接中断，您的评价恢复后自动送出。") : qsTr("与服务器的连接中断，正在重新连接。")
        // Only where there is something to rate.
        stillWorks: brief || root.screenModel.page !== OuterScreen.Rating ? "" : qsTr("您可以继续评价，恢复后自动送出。")
    }
    EnrolmentLayer { anchors.fill: parent; enrolment: root.enrolment; always: root.everyPage }
}
