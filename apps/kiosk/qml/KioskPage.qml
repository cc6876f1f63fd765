// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages have in common: the kiosk, the margins, which way the screen stands, and where low reach begins.
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

Item {
    required property Kiosk kiosk
    readonly property real gutter: Theme.px(48)
    // A screen that lies: keyboards and cards stand beside what they belong to instead of below it.
    readonly property bool wide: width > height
    // With low reach everything that is touched stands below the screen's middle. The page ends at the bar.
    readonly property real lowTop: Theme.lowReach ? Math.max(0, Window.height / 2 - (Window.height - Theme.barHeight - height)) : 0
}
