// SPDX-License-Identifier: GPL-3.0-or-later
// Search by letters with the keyboards, as the page of taking a number uses them.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Item {
    id: root
    property bool letters: Theme.theme !== Theme.HighContrast
    PageHeader {
        id: header
        width: parent.width
        hallName: "XX高新区政务服务中心"
        place: "一楼 综合服务区 · 自助机 K03"
        weather: "多云 12°"
    }
    Column {
        anchors.top: header.bottom
        anchors.topMargin: Theme.px(40)
        x: Theme.px(48)
        width: parent.width - 2 * x
        spacing: Theme.targetGap
        Stepper {
            width: parent.width
            steps: ["选业务", "刷身份证", "取号单"]
            current: 1
        }
        AppText { text: "您要办什么业务？"; strong: true; font.pixelSize: Theme.titleSize }
        SearchField {
            width: parent.width
            spaced: true
            text: "GS"
            hint: "5 项"
            active: true
        }
        Segmented {
            options: ["匹配结果", "按部门", "个人", "企业", "最常办"]
            label: "分类"
        }
        ListRow {
            width: parent.width
            title: "公司设立登记"
            subtitle: "市场监管局 · A 区 3–8 号窗口"
            fact: "前面 9 人"
            subfact: "约 15 分钟"
            actionText: "取号"
            actionIcon: "ticket"
        }
        ListRow {
            width: parent.width
            title: "企业名称自主申报与住所（经营场所）登记信息变更备案"
            subtitle: "市场监管局 · A 区 9–11 号窗口"
            fact: "前面 2 人"
            subfact: "约 5 分钟"
            tone: ListRow.Good
            actionText: "取号"
            actionIcon: "ticket"
        }
        ListRow {
            width: parent.width
            iconName: "map"
            title: "等候区在您左手边 20 米"
            subtitle: "直行到服务台，左转，A 区蓝色座椅"
            actionText: "带我去"
            actionPrimary: false
        }
        ListRow {
            width: parent.width
            title: "人力资源和社会保障局"
            subtitle: "46 个事项"
        }
    }
    Column {
        anchors.bottom: parent.bottom
        width: parent.width
        LetterKeyboard { visible: root.letters; width: parent.width; available: "ABCDGHJLMNQRSTWYZ" }
        NumberKeyboard { visible: !root.letters; width: parent.width }
        KioskBar { width: parent.width }
    }
}
