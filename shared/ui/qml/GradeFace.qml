// SPDX-License-Identifier: GPL-3.0-or-later
// One grade of the rating (5 非常满意 … 1 非常不满意): a face, and the grade in words.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

T.AbstractButton {
    id: root

    required property int grade
    // The same for all faces of a row, whatever their words; they break between words only.
    property real labelSize: Math.min(Theme.rowSize, height * 0.125)
    readonly property color tint: grade === 5 ? Theme.good : grade === 4 ? Theme.primary
        : grade === 3 ? Theme.ink2 : grade === 2 ? Theme.warning : Theme.accent

    text: grade === 5 ? qsTr("非常满意") : grade === 4 ? qsTr("满意") : grade === 3 ? qsTr("基本满意")
        : grade === 2 ? qsTr("不满意") : qsTr("非常不满意")
    checkable: true
    implicitWidth: Theme.px(290)
    implicitHeight: column.implicitHeight + 2 * Theme.px(56)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checked: checked
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Card {
        padding: 0
        color: root.down || root.checked ? Theme.primaryLight : Theme.card
        lineColor: root.checked ? root.tint : Theme.theme === Theme.HighContrast ? Theme.outline : Theme.line
        Rectangle {
            anchors.fill: parent
            visible: root.checked
            radius: Theme.radiusCard
            color: "transparent"
            border.width: Theme.px(5)
            border.color: root.tint
        }
        FocusRing { shown: root.visualFocus; inner: Theme.radiusCard }
    }
    contentItem: Item {
        Column {
            id: column
            anchors.centerIn: parent
            spacing: Math.min(Theme.space4, root.height * 0.07)
            FaceShape {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(Theme.px(150), root.height * 0.4)
                height: width
                grade: root.grade
                color: root.tint
            }
            AppText {
                objectName: "grade-words"
                anchors.horizontalCenter: parent.horizontalCenter
                // One line of Chinese, two of English; smaller type rather than a word cut off.
                width: root.width - 2 * Theme.space2
                height: Math.min(root.labelSize * 1.52 * (Theme.language === "en" ? 2 : 1), root.height * 0.45)
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.px(16)
                wrapMode: Text.WordWrap
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: root.text
                color: root.checked ? Theme.ink : root.tint
                strong: true
                font.pixelSize: Math.max(1, root.labelSize)
                Accessible.ignored: true
            }
        }
    }
}
