// SPDX-License-Identifier: GPL-3.0-or-later
// The newest call large, the calls before it, and who waits.
import QtQuick
import Atrium.Ui
import Atrium.Signage

Item {
    id: root

    required property BoardModel board

    CurrentCall {
        id: current
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: root.width * 0.41
        board: root.board
    }
    CallList {
        id: list
        anchors { left: current.right; leftMargin: Theme.px(28); top: parent.top; bottom: parent.bottom }
        width: root.width * 0.30
        board: root.board
    }
    WaitingPanel {
        anchors { left: list.right; leftMargin: Theme.px(28); right: parent.right; top: parent.top; bottom: parent.bottom }
        board: root.board
    }
}
