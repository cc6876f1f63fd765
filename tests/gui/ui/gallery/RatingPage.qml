// SPDX-License-Identifier: GPL-3.0-or-later
// The rating page of the outer screen.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Item {
    id: root

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.px(48)
        spacing: Theme.space4
        AppText {
            width: parent.width
            text: "您对这次服务满意吗？"
            strong: true
            font.pixelSize: Theme.titleSize
            horizontalAlignment: Text.AlignHCenter
        }
        Row {
            width: parent.width
            spacing: Theme.px(22)
            Repeater {
                model: [5, 4, 3, 2, 1]
                GradeFace {
                    required property int modelData
                    width: Math.floor((root.width - 2 * Theme.px(48) - 4 * Theme.px(22)) / 5)
                    grade: modelData
                    checked: modelData === 4
                }
            }
        }
    }
}
