// SPDX-License-Identifier: GPL-3.0-or-later
// Warns before a page that nobody touches is left and forgotten. Lies over the whole page; any touch stays.
// Bind `timer` to the page's IdleTimer.
import QtQuick
import Atrium.Ui

FocusScope {
    id: root

    required property IdleTimer timer
    property string forgets: qsTr("填写的内容会被清除。")
    signal leave()

    anchors.fill: parent
    visible: timer.warningActive
    focus: visible
    z: 100
    Accessible.role: Accessible.Dialog
    Accessible.name: question.text + forgets
    onVisibleChanged: if (visible) stay.forceActiveFocus()
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab)
            root.timer.extend();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        opacity: 0.6
    }
    MouseArea {
        anchors.fill: parent
        Accessible.ignored: true
        onPressed: root.timer.extend()
    }
    Card {
        id: sheet
        width: Math.min(parent.width - 2 * Theme.space4, Theme.px(880))
        contentHeight: column.implicitHeight
        anchors.horizontalCenter: parent.horizontalCenter
        // Within reach of a wheelchair when the page is in the lower half.
        y: Theme.lowReach ? parent.height - height - Theme.space6 : (parent.height - height) / 2
        padding: Theme.space5
        Column {
            id: column
            width: parent.width
            spacing: Theme.space3
            AppText {
                objectName: "timeoutSeconds"
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.timer.secondsLeft
                color: Theme.primary
                strong: true
                font.pixelSize: Theme.typePx(110)
            }
            AppText {
                id: question
                width: parent.width
                text: qsTr("您还在吗？")
                strong: true
                font.pixelSize: Theme.titleSize
                horizontalAlignment: Text.AlignHCenter
            }
            AppText {
                width: parent.width
                text: qsTr("没有操作，%n 秒后回到首页。", "", root.timer.secondsLeft) + root.forgets
                color: Theme.ink2
                horizontalAlignment: Text.AlignHCenter
            }
            AppButton {
                id: stay
                objectName: "timeout-extend"
                width: parent.width
                focus: true
                kind: AppButton.Primary
                text: qsTr("继续办理")
                onClicked: root.timer.extend()
            }
            AppButton {
                objectName: "timeout-leave"
                width: parent.width
                kind: AppButton.Quiet
                text: qsTr("现在离开")
                onClicked: root.leave()
            }
        }
    }
}
