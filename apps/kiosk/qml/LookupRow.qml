// SPDX-License-Identifier: GPL-3.0-or-later
// One ticket of the visitor; asked whether to give it back, it shows both answers in place.
import QtQuick
import Atrium.Ui

Card {
    id: root

    required property string number
    required property string spaced
    required property string item
    required property string state
    required property bool waiting
    required property bool called
    required property string ahead
    required property string wait
    required property string windows
    required property string holder
    required property bool canCancel
    required property bool canReport
    property bool asked: false
    signal askCancel()
    signal reported()
    signal confirmed()
    signal kept()

    objectName: "lookup-" + number
    contentHeight: body.implicitHeight

    Column {
        id: body
        width: parent.width
        spacing: Theme.space2
        Item {
            width: parent.width
            height: Math.max(digits.implicitHeight, pill.implicitHeight)
            AppText {
                id: digits
                text: root.spaced
                color: Theme.primary
                strong: true
                font.pixelSize: Theme.typePx(72)
                wrapMode: Text.NoWrap
            }
            Pill {
                id: pill
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                tone: root.called ? Pill.Urgent : root.waiting ? Pill.Good : Pill.Neutral
                text: root.state
            }
        }
        AppText {
            width: parent.width
            text: root.item
            strong: true
            font.pixelSize: Theme.rowSize
            maximumLineCount: 4
        }
        AppText {
            width: parent.width
            visible: root.waiting
            text: root.ahead + " · " + root.wait
        }
        AppText {
            width: parent.width
            text: root.windows + (root.holder === "" ? "" : (root.windows === "" ? "" : " · ") + root.holder)
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
        }
        AppButton {
            objectName: "report-" + root.number
            visible: root.canReport
            width: parent.width
            kind: AppButton.Primary
            text: qsTr("我回来了，报到")
            onClicked: root.reported()
        }
        AppButton {
            objectName: "cancel-" + root.number
            visible: root.canCancel && !root.asked
            width: parent.width
            kind: AppButton.Quiet
            text: qsTr("不办了，退号")
            onClicked: root.askCancel()
        }
        AppText {
            width: parent.width
            visible: root.asked
            text: qsTr("退号后要重新排队。确定退 %1 吗？").arg(root.spaced)
            strong: true
        }
        Row {
            width: parent.width
            visible: root.asked
            spacing: Theme.space3
            AppButton {
                objectName: "confirm-no"
                width: (parent.width - Theme.space3) / 2
                text: qsTr("保留")
                onClicked: root.kept()
            }
            AppButton {
                objectName: "confirm-yes"
                width: (parent.width - Theme.space3) / 2
                kind: AppButton.Danger
                text: qsTr("确定退号")
                onClicked: root.confirmed()
            }
        }
    }
}
