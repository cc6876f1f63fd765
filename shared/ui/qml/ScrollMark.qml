// SPDX-License-Identifier: GPL-3.0-or-later
// How far one is in a long list, always to be seen while there is more than fits.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

T.ScrollIndicator {
    id: root

    readonly property bool needed: size < 1

    implicitWidth: Theme.px(10)
    orientation: Qt.Vertical
    minimumSize: 0.08
    visible: needed
    contentItem: Rectangle {
        implicitWidth: Theme.px(10)
        radius: width / 2
        color: Theme.outline
    }
}
