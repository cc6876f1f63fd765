// SPDX-License-Identifier: GPL-3.0-or-later
// One number as large as the screen allows, for long halls.
import QtQuick
import Atrium.Ui
import Atrium.Signage

Item {
    id: root

    required property BoardModel board

    CurrentCall {
        id: current
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: root.height * 0.76
        numberSize: Theme.px(300)
        wide: true
        board: root.board
    }
    CallList {
        anchors { left: parent.left; right: parent.right; top: current.bottom; topMargin: Theme.px(28); bottom: parent.bottom }
        board: root.board
        rows: 1
        columns: 3
    }
}
