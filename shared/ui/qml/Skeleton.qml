// SPDX-License-Identifier: GPL-3.0-or-later
// Stands where content will be. Shows itself only when loading takes longer than 300 ms.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Item {
    id: root

    property bool loading: true
    property int rows: 4
    property real rowHeight: Theme.px(148)
    property bool shown: false

    implicitWidth: Theme.px(984)
    implicitHeight: rows * rowHeight + (rows - 1) * Theme.targetGap
    visible: shown && loading
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("正在读取")

    Timer {
        interval: Theme.skeletonDelay
        running: root.loading
        onTriggered: root.shown = true
    }
    onLoadingChanged: if (!loading) shown = false

    Column {
        anchors.fill: parent
        spacing: Theme.targetGap
        Repeater {
            model: root.rows
            Rectangle {
                id: row
                required property int index
                width: root.width
                height: root.rowHeight
                radius: Theme.radiusCard
                color: Theme.card
                Rectangle {
                    x: Theme.px(38)
                    y: parent.height * 0.28
                    width: parent.width * (row.index % 2 === 0 ? 0.42 : 0.34)
                    height: Theme.rowSize * 0.8
                    radius: height / 2
                    color: Theme.line
                }
                Rectangle {
                    x: Theme.px(38)
                    y: parent.height * 0.62
                    width: parent.width * 0.26
                    height: Theme.hintSize * 0.7
                    radius: height / 2
                    color: Theme.well
                }
            }
        }
        SequentialAnimation on opacity {
            running: root.visible && Theme.slow > 0
            loops: Animation.Infinite
            NumberAnimation { from: 1; to: 0.55; duration: 900; easing.type: Easing.InOutSine }
            NumberAnimation { from: 0.55; to: 1; duration: 900; easing.type: Easing.InOutSine }
        }
    }
}
