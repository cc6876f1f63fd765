// SPDX-License-Identifier: GPL-3.0-or-later
// The newest call, very large; lit while it is fresh.
import QtQuick
import Atrium.Ui
import Atrium.Signage

Rectangle {
    id: root

    required property BoardModel board
    property real numberSize: Theme.px(200)
    // Number and window side by side, for a field that is wide and low.
    property bool wide: false
    readonly property bool some: board.currentNumber !== ""

    radius: Theme.px(28)
    border.width: board.currentLit ? Theme.px(6) : 0
    border.color: Theme.boardNumber
    gradient: Gradient {
        GradientStop { position: 0; color: root.board.currentLit ? Theme.boardLitStart : Theme.boardPanel }
        GradientStop { position: 1; color: root.board.currentLit ? Theme.boardLitEnd : Theme.boardPanel }
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.px(60)
        spacing: Theme.px(28)
        scale: Math.min(1, (parent.height - Theme.px(24)) / implicitHeight)
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.some
            width: state.implicitWidth + Theme.px(150)
            height: Theme.px(88)
            radius: height / 2
            color: Theme.boardPanel
            Icon {
                anchors { left: parent.left; leftMargin: Theme.px(38); verticalCenter: parent.verticalCenter }
                name: "volume-2"
                color: Theme.boardText
                size: Theme.px(52)
            }
            AppText {
                id: state
                anchors { right: parent.right; rightMargin: Theme.px(38); verticalCenter: parent.verticalCenter }
                text: root.board.currentLit ? qsTr("正在呼叫") : qsTr("最近呼叫")
                color: Theme.boardText
                font.pixelSize: Theme.px(44)
                wrapMode: Text.NoWrap
            }
        }
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.px(60)
            rowSpacing: Theme.px(28)
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter
            AppText {
                objectName: "current-number"
                width: (root.width - Theme.px(60)) * (root.wide && root.some ? 0.5 : 1)
                horizontalAlignment: Text.AlignHCenter
                text: root.some ? root.board.currentNumber : qsTr("请等候叫号")
                color: root.some ? Theme.boardNumber : Theme.boardText2
                font.pixelSize: root.some ? root.numberSize : Theme.px(72)
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.px(60)
                wrapMode: Text.NoWrap
                strong: true
            }
            Row {
                visible: root.some
                spacing: Theme.px(24)
                AppText {
                    anchors.baseline: window.baseline
                    text: qsTr("请到")
                    color: Theme.boardText
                    font.pixelSize: root.numberSize * 0.32
                    wrapMode: Text.NoWrap
                }
                AppText {
                    id: window
                    text: root.board.currentWindow
                    color: Theme.boardText
                    font.pixelSize: root.numberSize * 0.9
                    strong: true
                    wrapMode: Text.NoWrap
                }
                AppText {
                    anchors.baseline: window.baseline
                    text: qsTr("号窗口")
                    color: Theme.boardText
                    font.pixelSize: root.numberSize * 0.32
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
