// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of every kiosk page: the way back, and the switches for large type, low reach, contrast, reading
// aloud and language.
import QtQuick
import Atrium.Ui

Rectangle {
    id: root

    property bool canGoBack: true
    property bool speaking: false
    property bool canSpeak: true
    signal back()
    signal home()
    signal readAloud()
    // High contrast is asked of the app, which knows the theme to go back to.
    signal contrast()

    readonly property int shown: (canGoBack ? 2 : 0) + (canSpeak ? 5 : 4)
    readonly property real keyWidth: (width - 2 * Theme.px(40) - (shown - 1) * Theme.targetGap) / shown

    readonly property real captionSize: {
        let size = Theme.hintSize;
        for (const key of [backKey, homeKey, typeKey, reachKey, contrastKey, aloudKey, languageKey])
            if (key.visible)
                size = Math.min(size, key.fittingSize);
        return size;
    }
    readonly property int keyHeight: Math.max(Theme.px(120), Theme.px(60) + Theme.hintSize * 1.6)

    implicitWidth: Theme.px(1080)
    implicitHeight: Math.max(Theme.barHeight, keyHeight + 2 * Theme.space2)
    color: Theme.card

    Row {
        id: keys
        anchors.centerIn: parent
        spacing: Theme.targetGap
        IconButton {
            id: backKey
            objectName: "back"
            captionSize: root.captionSize
            visible: root.canGoBack
            width: root.keyWidth
            height: root.keyHeight
            iconName: "arrow-left"
            text: qsTr("返回")
            onClicked: root.back()
        }
        IconButton {
            id: homeKey
            objectName: "home"
            captionSize: root.captionSize
            visible: root.canGoBack
            width: root.keyWidth
            height: root.keyHeight
            iconName: "house"
            text: qsTr("首页")
            onClicked: root.home()
        }
        IconButton {
            id: typeKey
            objectName: "bar-large-type"
            captionSize: root.captionSize
            width: root.keyWidth
            height: root.keyHeight
            iconName: "type"
            text: Theme.largeType ? qsTr("标准字") : qsTr("大字版")
            checked: Theme.largeType
            onClicked: Theme.largeType = !Theme.largeType
        }
        IconButton {
            id: reachKey
            objectName: "bar-low-reach"
            captionSize: root.captionSize
            width: root.keyWidth
            height: root.keyHeight
            iconName: "accessibility"
            text: Theme.largeType ? qsTr("低位") : qsTr("低位操作")
            label: qsTr("低位操作")
            checked: Theme.lowReach
            onClicked: Theme.lowReach = !Theme.lowReach
        }
        IconButton {
            id: contrastKey
            objectName: "bar-contrast"
            captionSize: root.captionSize
            width: root.keyWidth
            height: root.keyHeight
            iconName: "eye"
            text: qsTr("高对比")
            label: qsTr("高对比")
            checked: Theme.theme === Theme.HighContrast
            onClicked: root.contrast()
        }
        IconButton {
            id: aloudKey
            objectName: "bar-read-aloud"
            captionSize: root.captionSize
            visible: root.canSpeak
            width: root.keyWidth
            height: root.keyHeight
            iconName: root.speaking ? "volume-x" : "volume-2"
            text: root.speaking ? qsTr("停止") : qsTr("朗读")
            checked: root.speaking
            onClicked: root.readAloud()
        }
        IconButton {
            id: languageKey
            objectName: "bar-language"
            captionSize: root.captionSize
            width: root.keyWidth
            height: root.keyHeight
            iconName: "languages"
            // Always in the other language, for those who cannot read this one.
            text: Theme.language === "en" ? "中文" : "English"
            onClicked: Theme.language = Theme.language === "en" ? "zh_CN" : "en"
        }
    }
}
