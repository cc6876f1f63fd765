// SPDX-License-Identifier: GPL-3.0-or-later
// Stars of a rating, to show or (interactive) to give.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Row {
    id: root

    property int value: 0
    property int count: 5
    property bool interactive: false
    property int size: Theme.px(interactive ? 96 : 40)
    signal rated(stars: int)

    spacing: interactive ? Theme.targetGap : Theme.px(8)
    Accessible.role: interactive ? Accessible.Grouping : Accessible.StaticText
    Accessible.name: qsTr("%1 颗星，共 %2 颗").arg(value).arg(count)

    Repeater {
        model: root.count
        Item {
            id: star
            required property int index

            width: root.size
            height: root.size
            activeFocusOnTab: root.interactive
            Accessible.role: root.interactive ? Accessible.RadioButton : Accessible.Graphic
            Accessible.name: qsTr("%1 星").arg(index + 1)
            Accessible.ignored: !root.interactive
            Accessible.onPressAction: root.rated(index + 1)
            Keys.onSpacePressed: root.rated(index + 1)
            Keys.onReturnPressed: root.rated(index + 1)
            Icon {
                anchors.fill: parent
                name: "star"
                color: Theme.star
                filled: star.index < root.value
                size: root.size
            }
            FocusRing { shown: star.activeFocus && root.interactive; inner: Theme.radiusKey }
            TapHandler {
                enabled: root.interactive
                onTapped: root.rated(star.index + 1)
            }
        }
    }
}
