// SPDX-License-Identifier: GPL-3.0-or-later
// Digits for numbers, X for identity numbers, and a page of letters for the unified social credit code
// (which uses no I, O, S, V or Z; GB 32100-2015).
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Rectangle {
    id: root

    property bool withX: true
    property bool withLetters: true
    property bool lettersShown: false
    property bool canAccept: true
    property string acceptText: qsTr("确定")
    signal typed(character: string)
    signal backspace()
    signal clear()
    signal accepted()

    readonly property int columns: lettersShown ? 7 : 3
    readonly property var keys: lettersShown ? "ABCDEFGHJKLMNPQRTUWXY".split("") : "123456789".split("")
    readonly property real roomWidth: Math.min(width, Theme.px(1080)) - 2 * Theme.px(40)
    readonly property real sideWidth: Math.max(Theme.px(200), Theme.typePx(150))
    readonly property real keyWidth:
        (roomWidth - sideWidth - columns * Theme.targetGap) / columns

    implicitWidth: Theme.px(1080)
    implicitHeight: 4 * Theme.target + 3 * Theme.targetGap + 2 * Theme.space3
    color: Theme.keyboard
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("数字键盘")

    Row {
        anchors.centerIn: parent
        spacing: Theme.targetGap
        Grid {
            columns: root.columns
            spacing: Theme.targetGap
            Repeater {
                model: root.keys
                KeyboardKey {
                    required property string modelData
                    objectName: "key-" + modelData
                    width: root.keyWidth
                    text: modelData
                    onClicked: root.typed(modelData)
                }
            }
            KeyboardKey {
                objectName: "key-page"
                width: root.keyWidth
                quiet: true
                enabled: root.withLetters
                text: root.lettersShown ? "123" : root.withLetters ? "ABC" : ""
                label: root.lettersShown ? qsTr("换到数字") : qsTr("换到字母")
                onClicked: root.lettersShown = !root.lettersShown
            }
            KeyboardKey {
                objectName: "key-0"
                width: root.keyWidth
                visible: !root.lettersShown
                text: "0"
                onClicked: root.typed("0")
            }
            KeyboardKey {
                objectName: "key-X"
                width: root.keyWidth
                visible: !root.lettersShown
                enabled: root.withX
                text: root.withX ? "X" : ""
                onClicked: root.typed("X")
            }
        }
        Column {
            spacing: Theme.targetGap
            KeyboardKey {
                objectName: "key-backspace"
                width: root.sideWidth
                quiet: true
                iconName: "delete"
                label: qsTr("删除一位")
                onClicked: root.backspace()
            }
            KeyboardKey {
                objectName: "key-clear"
                width: root.sideWidth
                quiet: true
                text: qsTr("清空")
                onClicked: root.clear()
            }
            AppButton {
                objectName: "keyed-confirm"
                width: root.sideWidth
                height: 2 * Theme.target + Theme.targetGap
                leftPadding: Theme.space1
                rightPadding: Theme.space1
                kind: AppButton.Primary
                enabled: root.canAccept
                text: root.acceptText
                onClicked: root.accepted()
            }
        }
    }
}
