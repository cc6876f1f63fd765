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
    // A touch puts it in the basket, or takes it out: which place it has there, 0: none.
    property bool gathering: false
    property int inBasket: 0
    readonly property bool blocked: shut && !guide

    objectName: "item-" + recordId
    title: name
    subtitle: realName ? place + " · " + qsTr("实名") : place
    fact: ahead
    subfact: wait
    tone: soon ? ListRow.Good : served ? ListRow.Plain : ListRow.Warning
    // In large type the row itself is the key: its words need the room.
    enabled: !blocked
    actionText: blocked ? "" : inBasket > 0 ? qsTr("第 %1 项").arg(inBasket) : Theme.largeType ? ""
        : gathering ? qsTr("加入") : guide ? qsTr("看指南") : qsTr("取号")
    actionIcon: Theme.largeType || Theme.language === "en" || guide || gathering ? "" : "ticket"
    chevron: Theme.largeType && !blocked && inBasket === 0
}
