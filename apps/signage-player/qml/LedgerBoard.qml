// SPDX-License-Identifier: GPL-3.0-or-later
// Two columns of calls, for areas with many windows.
import QtQuick
import Atrium.Signage

Item {
    id: root

    required property BoardModel board

    CallList {
        anchors.fill: parent
        board: root.board
        skipFirst: false
        rows: 7
        columns: 2
    }
}
