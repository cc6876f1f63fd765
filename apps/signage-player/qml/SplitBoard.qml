// SPDX-License-Identifier: GPL-3.0-or-later
// All calls on the left, who waits on the right.
import QtQuick
import Atrium.Ui
import Atrium.Signage

Item {
    id: root

    required property BoardModel board

    CallList {
        id: list
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: root.width * 0.6
        board: root.board
        skipFirst: false
        rows: 6
        showQueue: true
    }
    WaitingPanel {
        anchors { left: list.right; leftMargin: Theme.px(28); right: parent.right; top: parent.top; bottom: parent.bottom }
        board: root.board
    }
}
