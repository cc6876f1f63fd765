// SPDX-License-Identifier: GPL-3.0-or-later
// How many are ahead, how long it takes, and where.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

Row {
    id: root

    required property TicketCard ticket

    component Fact: Column {
        id: fact
        property string label: ""
        property string value: ""
        spacing: Theme.px(4)
        AppText {
            width: fact.width
            horizontalAlignment: Text.AlignHCenter
            text: fact.label
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
        }
        AppText {
            width: fact.width
            horizontalAlignment: Text.AlignHCenter
            text: fact.value
            strong: true
            font.pixelSize: Theme.typePx(34)
        }
    }

    Fact {
        width: root.width / 3
        label: qsTr("前面等候")
        value: root.ticket.peopleAhead
    }
    Fact {
        width: root.width / 3
        label: qsTr("预计等候")
        value: root.ticket.expectedWait
    }
    Fact {
        width: root.width / 3
        label: root.ticket.severalWindows ? qsTr("办理窗口", "several") : qsTr("办理窗口")
        value: root.ticket.windows === "" ? "—" : root.ticket.windows
    }
}
