// SPDX-License-Identifier: GPL-3.0-or-later
// The time of day. Digits have one width in the house's type, so nothing moves when they change.
import QtQuick
import Atrium.Ui

AppText {
    id: root

    property alias seconds: ticker.seconds
    readonly property alias date: ticker.date

    text: ticker.time
    font.pixelSize: Theme.clockSize
    wrapMode: Text.NoWrap

    ClockTicker { id: ticker }
}
