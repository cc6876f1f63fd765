// SPDX-License-Identifier: GPL-3.0-or-later
// Says what happened, what still works and what to do. `compact` is a line on the page; otherwise it stands in
// the page's middle in place of content (empty, offline, error).
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Card {
    id: root

    enum Kind { Empty, Offline, Error, Info, Good }

    property int kind: Notice.Info
    property string happened: ""
    property string stillWorks: ""
    property string whatToDo: ""
    property string actionText: ""
    property bool compact: false
    property string iconName: kind === Notice.Empty ? "inbox" : kind === Notice.Offline ? "wifi-off"
        : kind === Notice.Error ? "triangle-alert" : kind === Notice.Good ? "circle-check" : "info"
    readonly property color tint: kind === Notice.Error ? Theme.accent : kind === Notice.Offline ? Theme.warning
        : kind === Notice.Good ? Theme.good : Theme.primary
    readonly property color plate: kind === Notice.Error ? Theme.accentLight
        : kind === Notice.Offline ? Theme.warningLight : kind === Notice.Good ? Theme.goodLight : Theme.primaryLight
    signal action()

    padding: compact ? Theme.space3 : Theme.space5
    implicitWidth: Theme.px(984)
    implicitHeight: body.implicitHeight + 2 * padding
    shadow: false
    color: compact ? plate : Theme.card
    Accessible.role: Accessible.AlertMessage
    Accessible.name: (happened + " " + stillWorks + " " + whatToDo).trim()

    Grid {
        id: body
        width: parent.width
        columns: root.compact ? 2 : 1
        spacing: root.compact ? Theme.space3 : Theme.space4
        horizontalItemAlignment: root.compact ? Grid.AlignLeft : Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter
        Rectangle {
            width: Theme.px(root.compact ? 56 : 148)
            height: width
            radius: width / 2
            color: root.compact ? "transparent" : root.plate
            Icon {
                anchors.centerIn: parent
                name: root.iconName
                color: root.tint
                size: Theme.px(root.compact ? 48 : 84)
            }
        }
        Column {
            width: root.compact ? body.width - Theme.px(56) - Theme.space3 : body.width
            spacing: Theme.space1
            Repeater {
                model: [root.happened, root.stillWorks, root.whatToDo]
                AppText {
                    required property string modelData
                    required property int index
                    width: parent.width
                    visible: modelData !== ""
                    text: modelData
                    strong: index === 0
                    color: index === 1 ? Theme.ink2 : Theme.ink
                    font.pixelSize: index === 0 ? (root.compact ? Theme.bodySize : Theme.rowSize)
                                                : (root.compact ? Theme.hintSize : Theme.bodySize)
                    horizontalAlignment: root.compact ? Text.AlignLeft : Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
        AppButton {
            visible: root.actionText !== ""
            text: root.actionText
            kind: AppButton.Secondary
            onClicked: root.action()
        }
    }
}
