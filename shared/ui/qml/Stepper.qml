// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is among the steps. Done steps are ticked, the present one is in bold.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Flow {
    id: root

    required property list<string> steps
    property int current: 0

    spacing: Theme.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("第 %1 步，共 %2 步：%3").arg(current + 1).arg(steps.length)
        .arg(current >= 0 && current < steps.length ? steps[current] : "")

    Repeater {
        model: root.steps
        Row {
            id: step
            required property string modelData
            required property int index
            readonly property bool done: index < root.current
            readonly property bool present: index === root.current

            spacing: Theme.space2
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: step.index > 0
                name: "chevron-right"
                color: Theme.ink2
                size: Theme.typePx(30)
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.typePx(44)
                height: width
                radius: width / 2
                color: step.present ? Theme.primary : step.done ? Theme.primaryLight : "transparent"
                border.width: step.present || step.done ? 0 : Theme.hairline
                border.color: Theme.outline
                Icon {
                    anchors.centerIn: parent
                    visible: step.done
                    name: "check"
                    color: Theme.primary
                    size: Theme.typePx(30)
                }
                AppText {
                    anchors.centerIn: parent
                    visible: !step.done
                    text: step.index + 1
                    color: step.present ? Theme.onPrimary : Theme.ink2
                    font.pixelSize: Theme.hintSize
                    Accessible.ignored: true
                }
            }
            AppText {
                anchors.verticalCenter: parent.verticalCenter
                text: step.modelData
                strong: step.present
                color: step.present ? Theme.ink : Theme.ink2
                font.pixelSize: Theme.typePx(28)
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
