// SPDX-License-Identifier: GPL-3.0-or-later
// A short message at the page's foot that goes by itself, with one thing that may be undone.
import QtQuick
import Atrium.Ui

Rectangle {
    id: root

    property string text: ""
    property string actionText: ""
    property int duration: 6000
    signal action()
    signal gone()

    function show(message: string) {
        text = message;
        visible = true;
        timer.restart();
    }

    implicitWidth: Math.min(Theme.px(984), line.implicitWidth + 2 * Theme.space4)
    implicitHeight: Math.max(Theme.target, line.implicitHeight + 2 * Theme.space2)
    visible: false
    radius: Theme.radiusButton
    color: Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Timer {
        id: timer
        interval: root.duration
        onTriggered: {
            root.visible = false;
            root.gone();
        }
    }
    Row {
        id: line
        anchors.centerIn: parent
        spacing: Theme.space3
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Theme.px(984) - 2 * Theme.space4
                            - (root.actionText === "" ? 0 : button.width + Theme.space3))
            text: root.text
            color: Theme.card
            Accessible.ignored: true
        }
        AppButton {
            id: button
            visible: root.actionText !== ""
            kind: AppButton.Tinted
            text: root.actionText
            onClicked: {
                timer.stop();
                root.visible = false;
                root.action();
            }
        }
    }
}
