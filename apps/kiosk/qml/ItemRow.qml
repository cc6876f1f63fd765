// SPDX-License-Identifier: GPL-3.0-or-later
// One service item: where it is done, how many wait, and the key that takes a number.
import QtQuick
import Atrium.Ui

ListRow {
    id: root

    required property string recordId
    required property string name
    required property string place
    required property string ahead
    required property string wait
    required property bool soon
    required property bool served
    required property bool realName
    required property bool shut
    // A touch opens the guide instead of taking a number.
    property bool guide: false
    readonly property bool blocked: shut && !guide

    objectName: "item-" + recordId
    title: name
    subtitle: realName ? place + " · " + qsTr("实名") : place
    fact: ahead
    subfact: wait
    tone: soon ? ListRow.Good : served ? ListRow.Plain : ListRow.Warning
    // In large type the row itself is the key: its words need the room.
    enabled: !blocked
    actionText: Theme.largeType || blocked ? "" : guide ? qsTr("看指南") : qsTr("取号")
    actionIcon: Theme.largeType || Theme.language === "en" || guide ? "" : "ticket"
    chevron: Theme.largeType && !blocked
}
