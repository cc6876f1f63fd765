// SPDX-License-Identifier: GPL-3.0-or-later
// Who serves here: photograph, name, department, staff number, window and stars.
import QtQuick
import Atrium.Ui
import Atrium.DualScreen

Rectangle {
    id: root

    required property OuterScreen screenModel
    required property string hallName
    readonly property bool staffed: screenModel.staffName !== ""

    implicitHeight: Theme.px(128)
    color: Theme.card

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(1, Theme.hairline / 2)
        color: Theme.line
    }
    Rectangle {
        id: portrait
        anchors { left: parent.left; leftMargin: Theme.px(40); verticalCenter: parent.verticalCenter }
        width: Theme.px(92)
        height: width
        radius: Theme.radiusKey
        color: Theme.primaryLight
        clip: true
        Icon {
            anchors.centerIn: parent
            visible: picture.status !== Image.Ready
            name: root.staffed ? "user-round" : "landmark"
            color: Theme.primary
            size: Theme.px(52)
        }
        Image {
            id: picture
            objectName: "staff-photo"
            anchors.fill: parent
            source: root.screenModel.photo
            sourceSize.width: Theme.px(184)
            sourceSize.height: Theme.px(184)
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("工作人员照片")
        }
    }
    Column {
        anchors { left: portrait.right; leftMargin: Theme.space3; right: stars.left; rightMargin: Theme.space3
            verticalCenter: parent.verticalCenter }
        AppText {
            objectName: "staff-name"
            width: parent.width
            text: root.staffed ? root.screenModel.staffName : root.hallName
            font.pixelSize: Theme.px(36)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(20)
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            strong: true
            maximumLineCount: 1
        }
        FittedText {
            objectName: "staff-line"
            width: parent.width
            lines: 2
            fullSize: Theme.px(21)
            text: root.staffed ? qsTr("%1 号窗口 · 工号 %2 · %3").arg(root.screenModel.windowNumber)
                    .arg(root.screenModel.staffNumber).arg(root.screenModel.departmentName)
                : root.screenModel.windowNumber > 0
                    ? qsTr("%1 号窗口 · %2").arg(root.screenModel.windowNumber).arg(root.screenModel.departmentName) : ""
            color: Theme.ink2
        }
    }
    StarRow {
        id: stars
        objectName: "staff-stars"
        anchors { right: largeType.left; rightMargin: Theme.space4; verticalCenter: parent.verticalCenter }
        visible: root.staffed
        value: root.screenModel.stars
        size: Theme.px(32)
    }
    AppButton {
        id: largeType
        objectName: "large-type"
        anchors { right: language.left; rightMargin: Theme.targetGap; verticalCenter: parent.verticalCenter }
        kind: AppButton.Quiet
        text: Theme.largeType ? qsTr("标准字") : qsTr("大字")
        font.pixelSize: Theme.px(26)
        onClicked: Theme.largeType = !Theme.largeType
    }
    AppButton {
        id: language
        objectName: "language"
        anchors { right: parent.right; rightMargin: Theme.px(40); verticalCenter: parent.verticalCenter }
        kind: AppButton.Quiet
        text: Theme.language === "en" ? "中文" : "English"
        font.pixelSize: Theme.px(26)
        onClicked: Theme.language = Theme.language === "en" ? "zh_CN" : "en"
    }
}
