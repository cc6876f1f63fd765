// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for a rating: faces first, then, if one likes, reasons. Nothing is pre-set and no answer is an answer.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.DualScreen

Item {
    id: root

    required property OuterScreen screenModel
    required property int grades
    // The page has given way to a notice.
    property bool tight: false
    readonly property var chosen: screenModel.chosenReasons
    readonly property var shownGrades: grades === 3 ? [5, 4, 2] : [5, 4, 3, 2, 1]

    // Long texts and large type make the whole a little smaller rather than hide any of it.
    Column {
        id: body
        readonly property real room: buttons.y - Theme.space1

        y: root.screenModel.grade !== 0 || implicitHeight > room ? Theme.space2 : Math.max(Theme.space2, (room - implicitHeight) / 2)
        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width - Theme.px(96)
        spacing: Theme.px(root.screenModel.grade === 0 ? 36 : 20)
        transformOrigin: Item.Top
        scale: Math.min(1, (room - y) / implicitHeight)
        Column {
            id: question
            width: parent.width
            spacing: Theme.space2
            AppText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                objectName: "rating-question"
                text: qsTr("您对这次服务满意吗？")
                font.pixelSize: Theme.typePx(root.screenModel.grade === 0 ? 50 : 42)
                strong: true
            }
            AppText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                visible: !root.tight || root.screenModel.grade === 0
                text: qsTr("评价直接送主管部门，窗口人员看不到内容；办理已经完成，不会影响结果。")
                font.pixelSize: Theme.typePx(25)
                color: Theme.ink2
            }
        }
        Row {
            id: faces
            readonly property real faceWidth: Math.min(Theme.px(320), (root.width - Theme.px(96) - (root.shownGrades.length - 1) * Theme.px(22))
                                                                      / root.shownGrades.length)
            readonly property real faceHeight: Theme.px(root.screenModel.grade === 0 ? 264 : 176)
            // Words are as large as the widest of all faces allows.
            readonly property real widest: {
                let most = 1
                for (let i = 0; i < faceList.count; ++i)
                    for (const word of (faceList.itemAt(i) as GradeFace)?.text.split(" ") ?? [])
                        most = Math.max(most, metrics.advanceWidth(word))
                return most
            }

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.px(22)
            FontMetrics {
                id: metrics
                font.family: Theme.fontFamily
                font.weight: Font.Bold
                font.pixelSize: 100
            }
            Repeater {
                id: faceList
                model: root.shownGrades
                GradeFace {
                    required property int modelData
                    objectName: "grade-" + modelData
                    grade: modelData
                    width: faces.faceWidth
                    height: faces.faceHeight
                    labelSize: Math.min(Theme.rowSize, faces.faceHeight * 0.125,
                                        (faces.faceWidth - 2 * Theme.space2) / faces.widest * 93)
                    checked: root.screenModel.grade === modelData
                    onClicked: root.screenModel.chooseGrade(modelData)
                }
            }
        }
        Flow {
            id: reasons
            width: parent.width
            spacing: Theme.targetGap
            visible: root.screenModel.grade !== 0
            Repeater {
                model: root.screenModel.reasons
                Pill {
                    required property string modelData
                    required property int index
                    objectName: "reason-" + index
                    selectable: true
                    checkable: false
                    checked: root.chosen.indexOf(modelData) >= 0
                    text: modelData
                    font.pixelSize: Theme.px(26)
                    onClicked: root.screenModel.toggleReason(modelData)
                }
            }
        }
    }
    AppText {
        anchors { left: parent.left; leftMargin: Theme.px(48); verticalCenter: buttons.verticalCenter }
        width: parent.width - buttons.width - Theme.px(140)
        text: root.screenModel.grade === 0 ? qsTr("不评价也可以，%1 秒后自动结束").arg(root.screenModel.secondsLeft)
            : qsTr("原因可以不选。%1 秒后不提交则不记录。").arg(root.screenModel.secondsLeft)
        font.pixelSize: Theme.typePx(25)
        color: Theme.ink2
    }
    Row {
        id: buttons
        anchors { right: parent.right; bottom: parent.bottom; rightMargin: Theme.px(48); bottomMargin: Theme.px(28) }
        spacing: Theme.targetGap
        AppButton {
            objectName: "rating-close"
            kind: AppButton.Quiet
            text: qsTr("不评价")
            font.pixelSize: Theme.px(28)
            onClicked: root.screenModel.closeRating()
        }
        AppButton {
            objectName: "rating-submit"
            visible: root.screenModel.grade !== 0
            kind: AppButton.Primary
            text: qsTr("提交评价")
            font.pixelSize: Theme.px(28)
            onClicked: root.screenModel.submit()
        }
    }
}
