// SPDX-License-Identifier: GPL-3.0-or-later
// The guide of one business: what to bring first, then the rest; a number from here is one touch.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property Guide guide: kiosk.guide

    Column {
        id: words
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.gutter; topMargin: Theme.space4 }
        spacing: Theme.space1
        AppText {
            width: parent.width
            text: root.guide.title
            strong: true
            font.pixelSize: Theme.titleSize
            maximumLineCount: 6
        }
        AppText {
            width: parent.width
            text: root.guide.place
            color: Theme.ink2
        }
    }
    Flickable {
        id: sheet
        objectName: "list"
        y: Math.max(words.y + words.height + Theme.space3, root.lowTop)
        height: take.y - y
        anchors { left: parent.left; right: parent.right; leftMargin: root.gutter; rightMargin: root.gutter }
        contentHeight: sections.height + Theme.space4
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        maximumFlickVelocity: Theme.flickVelocity
        flickDeceleration: Theme.flickBrake
        T.ScrollIndicator.vertical: ScrollMark { }

        Column {
            id: sections
            width: parent.width
            spacing: Theme.targetGap
            Notice {
                width: parent.width
                visible: !root.guide.complete || Theme.language === "en"
                compact: true
                kind: Notice.Info
                happened: root.guide.complete ? qsTr("指南内容是中文。") : qsTr("这份指南还在整理，内容可能不全。")
                stillWorks: qsTr("有不清楚的地方，请问窗口或服务台。")
            }
            Card {
                width: parent.width
                contentHeight: facts.height
                Grid {
                    id: facts
                    readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
                    width: parent.width
                    columns: Theme.largeType || Theme.language === "en" ? 1 : 2
                    columnSpacing: Theme.space4
                    rowSpacing: Theme.space3
                    GuideFact { width: facts.cell; iconName: "users"; label: qsTr("办理对象"); fact: root.guide.audience }
                    GuideFact { width: facts.cell; iconName: "hourglass"; label: qsTr("办理时限"); fact: root.guide.time }
                    GuideFact { width: facts.cell; iconName: "wallet"; label: qsTr("收费"); fact: root.guide.fee }
                    GuideFact { width: facts.cell; iconName: "armchair"; label: qsTr("现在排队"); fact: root.guide.waiting }
                    GuideFact { width: facts.cell; iconName: "clock"; label: qsTr("取号时间"); fact: root.guide.hours }
                }
            }
            Card {
                width: parent.width
                visible: root.guide.materials.count > 0
                contentHeight: materials.height
                Column {
                    id: materials
                    width: parent.width
                    spacing: Theme.space2
                    AppText {
                        width: parent.width
                        text: qsTr("需要带的材料")
                        strong: true
                        font.pixelSize: Theme.rowSize
                    }
                    Repeater {
                        model: root.guide.materials
                        MaterialLine { width: materials.width }
                    }
                }
            }
            GuideSection { width: parent.width; heading: qsTr("受理条件"); lines: root.guide.conditions }
            GuideSection { width: parent.width; heading: qsTr("办理流程"); lines: root.guide.steps; numbered: true }
            GuideSection { width: parent.width; heading: qsTr("依据"); lines: root.guide.basis }
        }
    }
    AppButton {
        id: take
        objectName: "guide-take"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: root.gutter; bottomMargin: Theme.space4 }
        height: Math.max(Theme.px(116), implicitHeight)
        kind: AppButton.Primary
        iconName: "ticket"
        enabled: root.guide.shut === ""
        text: enabled ? qsTr("取这项业务的号") : root.guide.shut
        onClicked: root.kiosk.takeGuided()
    }
}
