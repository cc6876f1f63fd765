// SPDX-License-Identifier: GPL-3.0-or-later
// The screen of a waiting area. Never black: before anything is known it shows a quiet page.
import QtQuick
import Atrium.Ui
import Atrium.Appkit
import Atrium.Signage

Window {
    id: root

    required property HallState hall
    required property Enrolment enrolment
    required property BoardModel board
    property bool everyStyle: false
    readonly property bool away: !hall.online && !hall.connecting

    width: 1920
    height: 1080
    color: Theme.boardGround
    title: qsTr("等候区屏")

    BoardHeader {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top }
        place: root.board.areaName
        online: !root.away
    }
    CaptionBar {
        id: caption
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        text: !root.away ? root.board.caption : root.board.known
            ? qsTr("与服务器的连接中断，屏上是中断前的叫号。请留意窗口人员呼叫，或到服务台询问。")
            : qsTr("请留意窗口人员呼叫，或到服务台询问。")
        urgent: root.away
    }
    Item {
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: caption.top
            margins: Theme.px(30) }
        visible: root.board.known || root.everyStyle
        ClassicBoard { objectName: "board-classic"; anchors.fill: parent; visible: root.everyStyle || root.board.style === "classic"; board: root.board }
        SplitBoard { objectName: "board-split"; anchors.fill: parent; visible: root.everyStyle || root.board.style === "split"; board: root.board }
        LedgerBoard { objectName: "board-ledger"; anchors.fill: parent; visible: root.everyStyle || root.board.style === "ledger"; board: root.board }
        LargeBoard { objectName: "board-large"; anchors.fill: parent; visible: root.everyStyle || root.board.style === "large"; board: root.board }
    }
    Column {
        anchors.centerIn: parent
        visible: !root.board.known
        spacing: Theme.space3
        Icon { anchors.horizontalCenter: parent.horizontalCenter; name: "landmark"; color: Theme.boardNumber; size: Theme.px(160) }
        AppText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("政务服务大厅")
            color: Theme.boardText
            font.pixelSize: Theme.px(72)
            strong: true
        }
        AppText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.away ? qsTr("连不上服务器，正在重新连接") : qsTr("正在取得叫号信息")
            color: Theme.boardText2
            font.pixelSize: Theme.px(40)
        }
    }
    EnrolmentLayer { anchors.fill: parent; enrolment: root.enrolment; always: root.everyStyle }
}
