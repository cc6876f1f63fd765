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
    readonly property bool asksReasons: screenModel.grade !== 0

    // Long texts make the whole a little smaller rather than hide any of it. Large type is for what is touched:
    // the faces and their words take it, the question and the reasons as far as there is room.
    Column {
        id: body
        readonly property real room: buttons.y - Theme.space1

        y: root.asksReasons || implicitHeight > room ? Theme.space2 : Math.max(Theme.space2, (room - implicitHeight) / 2)
        anchors.horizontalCenter: parent.horizontalCenter
        width: parent.width - Theme.px(96)
        spacing: Theme.px(!root.asksReasons ? 36 : root.tight ? 8 : 20)
        transformOrigin: Item.Top
        scale: Math.min(1, (room - y) / implicitHeight)
        Column {
            id: question
            width: parent.width
            spacing: Theme.space2
            FittedText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                objectName: "rating-question"
                text: qsTr("您对这次服务满意吗？")
                lines: 1
                fullSize: root.asksReasons && root.tight ? Theme.px(36) : Theme.typePx(root.asksReasons ? 42 : 50)
                strong: true
            }
            FittedText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                // Read before the face was touched; in large type its room goes to the reasons.
                visible: !root.asksReasons || !(root.tight || Theme.largeType)
                text: qsTr("评价直接送主管部门，窗口人员看不到内容；办理已经完成，不会影响结果。")
                fullSize: root.tight ? Theme.px(25) : Theme.typePx(25)
                lines: 2
                color: Theme.ink2
            }
        }
        Row {
            id: faces
            readonly property real faceWidth: Math.min(Theme.px(320), (root.width - Theme.px(96) - (root.shownGrades.length - 1) * Theme.px(22))
                                                                      / root.shownGrades.length)
            readonly property real faceHeight: Theme.px(!root.asksReasons ? 264 : !Theme.largeType ? 176 : root.tight ? 188 : 196)
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
                    // Two lines of the larger words are all that the card holds below its face.
                    labelSize: Math.min(Theme.rowSize, faces.faceHeight * (Theme.largeType ? 0.146 : 0.125),
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
            visible: root.asksReasons
            // The largest type in which the reasons take no more lines than there is room for.
            readonly property real typeSize: {
                const least = Theme.px(28)
                const room = body.room - body.y - question.height - faces.height - 2 * body.spacing
                const most = Math.max(linesIn(least), Math.floor((room + spacing) / (Theme.target + spacing)))
                let size = Theme.typePx(28)
                while (size > least && linesIn(size) > most)
                    --size
                return size
            }
            function linesIn(size: real): int {
                let lines = 1
                let used = 0
                for (const text of root.screenModel.reasons) {
                    const wide = Math.ceil(plain.advanceWidth(text) * size / 100) + Theme.px(72)
                    if (used > 0 && used + spacing + wide > width) {
                        ++lines
                        used = 0
                    }
                    used += wide + (used > 0 ? spacing : 0)
                }
                return lines
            }
            FontMetrics {
                id: plain
                font.family: Theme.fontFamily
                font.pixelSize: 100
            }
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
                    typeSize: reasons.typeSize
                    onClicked: root.screenModel.toggleReason(modelData)
                }
            }
        }
    }
    AppText {
        objectName: "rating-footnote"
        anchors { left: parent.left; leftMargin: Theme.px(48); verticalCenter: buttons.verticalCenter }
        width: parent.width - buttons.width - Theme.px(140)
        text: !root.asksReasons ? qsTr("不评价也可以，%1 秒后自动结束").arg(root.screenModel.secondsLeft)
            : qsTr("原因可以不选。%1 秒内没有提交，本次不记录评价。").arg(root.screenModel.secondsLeft)
        // Small print: large type leaves it below the words that are to be touched.
        font.pixelSize: Theme.largeType ? Theme.px(28) : Theme.px(25)
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
            visible: root.asksReasons
            kind: AppButton.Primary
            text: qsTr("提交评价")
            font.pixelSize: Theme.px(28)
            onClicked: root.screenModel.submit()
        }
    }
}
