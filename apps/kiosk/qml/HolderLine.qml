// SPDX-License-Identifier: GPL-3.0-or-later
// Whose number it will be, masked, and what the printer cannot do, above the lists.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

Column {
    id: root

    required property Kiosk kiosk

    spacing: Theme.space2
    Pill {
        objectName: "holder"
        visible: root.kiosk.visitor.known
        tone: Pill.Good
        iconName: "user-check"
        text: root.kiosk.visitor.holder
    }
    Notice {
        width: root.width
        visible: root.kiosk.devices.printerNotice !== ""
        compact: true
        kind: Notice.Offline
        iconName: "printer"
        happened: root.kiosk.devices.printerNotice
        stillWorks: qsTr("可以继续取号：号码显示在屏幕上，请用手机扫码或拍照。")
    }
}
