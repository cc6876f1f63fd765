// SPDX-License-Identifier: GPL-3.0-or-later
// A share of a whole as a bar. `caution` marks a high load; say the figure beside it in words as well.
import QtQuick
import Atrium.Ui

Rectangle {
    id: root

    property real value: 0
    property bool caution: false
    property string label: ""

    implicitWidth: Theme.px(264)
    implicitHeight: Theme.px(14)
    radius: height / 2
    color: Theme.theme === Theme.HighContrast ? Theme.card : Theme.line
    border.width: Theme.theme === Theme.HighContrast ? Theme.hairline : 0
    border.color: Theme.outline
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label
    Accessible.description: qsTr("%1%").arg(Math.round(root.value * 100))

    Rectangle {
        width: Math.max(root.value > 0 ? height : 0, parent.width * Math.min(1, Math.max(0, root.value)))
        height: parent.height
        radius: height / 2
        color: root.caution ? Theme.warning : Theme.primary
    }
}
