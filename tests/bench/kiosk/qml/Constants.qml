// SPDX-License-Identifier: GPL-3.0-or-later
// Home and departments as the kiosk draws them, with constants in place of the replica.
import QtQuick
import Atrium.Ui

Window {
    id: root

    property bool listShown: false

    width: 1080
    height: 1920
    color: Theme.background

    PageHeader {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top }
        hallName: "XX高新区政务服务中心"
        place: "一楼大厅 · 1 号自助机"
    }
    Loader {
        id: stage
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: bar.top }
        source: root.listShown ? "ConstantList.qml" : "ConstantHome.qml"
    }
    Connections {
        target: stage.item
        ignoreUnknownSignals: true
        function onTouched() { root.listShown = true; }
    }
    KioskBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        canGoBack: root.listShown
    }
}
