// SPDX-License-Identifier: GPL-3.0-or-later
// One window with a page of controls.
import QtQuick
import Atrium.Ui

Window {
    id: root

    property int page: 0

    visible: true
    color: Theme.background
    title: "Atrium.Ui"

    Loader {
        anchors.fill: parent
        source: ["HomePage.qml", "ListPage.qml", "StatesPage.qml", "RatingPage.qml"][root.page]
    }
}
