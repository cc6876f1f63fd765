// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's home page, as the tiles, the load and the bar look together.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Item {
    id: root

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
        spacing: Theme.px(30)
        SearchField {
            width: parent.width
            editable: false
            placeholder: "要办什么事？输入拼音首字母，例如 gssl 公司设立"
        }
        Grid {
            width: parent.width
            columns: 2
            spacing: Theme.px(26)
            Repeater {
                model: [["ticket", "现场取号", "刷身份证或点选业务"], ["calendar-check", "预约取号", "预约的在这里签到"],
                    ["book-open", "办事指南", "材料、时限与窗口"], ["map", "大厅导航", "3D 地图带您走"],
                    ["search", "进度查询", "刷身份证或受理号"], ["file-text", "填表样例", "312 份样表可放大"]]
                Tile {
                    required property var modelData
                    required property int index
                    width: (root.width - 2 * Theme.px(48) - Theme.px(26)) / 2
                    primary: index === 0
                    enabled: index !== 5
                    iconName: modelData[0]
                    title: modelData[1]
                    subtitle: modelData[2]
                }
            }
        }
        Card {
            width: parent.width
            contentHeight: load.height
            Column {
                id: load
                width: parent.width
                spacing: Theme.space3
                AppText { text: "此刻大厅"; strong: true; font.pixelSize: Theme.typePx(34) }
                Repeater {
                    model: [["A 区 企业登记", 12], ["B 区 社会保障", 31], ["C 区 不动产", 6]]
                    Row {
                        id: line
                        required property var modelData
                        width: load.width
                        AppText { width: parent.width * 0.34; text: line.modelData[0] }
                        AppProgressBar {
                            width: parent.width * 0.32
                            anchors.verticalCenter: parent.verticalCenter
                            value: line.modelData[1] / 35
                            caution: line.modelData[1] > 30
                            label: line.modelData[0]
                        }
                        AppText {
                            width: parent.width * 0.34
                            text: line.modelData[1] + " 人"
                            strong: true
                            horizontalAlignment: Text.AlignRight
                        }
                    }
                }
            }
        }
    }
    KioskBar {
        anchors.bottom: parent.bottom
        width: parent.width
        canGoBack: false
    }
}
