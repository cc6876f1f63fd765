// SPDX-License-Identifier: GPL-3.0-or-later
// Shows where the keyboard is. Put it into a control and bind `shown` to its visualFocus.
import QtQuick
import Atrium.Ui

Rectangle {
    property bool shown: false
    property real inner: Theme.radiusButton

    anchors.fill: parent
    anchors.margins: -Theme.focusWidth - Theme.hairline
    visible: shown
    radius: inner + Theme.focusWidth + Theme.hairline
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.focus
}
