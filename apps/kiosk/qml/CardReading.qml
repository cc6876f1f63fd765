// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader does or why it failed, on whatever page one stands.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

Notice {
    id: root

    required property Kiosk kiosk

    visible: kiosk.devices.reading || kiosk.notice !== ""
    compact: true
    shadow: true
    kind: kiosk.devices.reading ? Notice.Info : Notice.Error
    iconName: kiosk.devices.reading ? "id-card" : "triangle-alert"
    happened: kiosk.devices.reading ? qsTr("正在读卡，请不要移动身份证。") : kiosk.notice
}
