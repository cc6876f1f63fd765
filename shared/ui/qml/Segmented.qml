// SPDX-License-Identifier: GPL-3.0-or-later
// One choice of a few, all in sight.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Row {
    id: root

    required property list<string> options
    property int currentIndex: 0
    property string label: ""
    signal chosen(index: int)

    spacing: Theme.targetGap
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Repeater {
        model: root.options
        Pill {
            required property string modelData
            required property int index
            objectName: "option" + index
            selectable: true
            checkable: false
            checked: index === root.currentIndex
            text: modelData
            onClicked: {
                root.currentIndex = index;
                root.chosen(index);
            }
        }
    }
}
