// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a page when it is shown and takes it away afterwards; what must last lives in the view models.
import QtQuick
import Atrium.Kiosk

Loader {
    id: root

    required property Kiosk kiosk
    required property string file
    required property int page
    property bool always: false
    readonly property bool shown: always || kiosk.page === page

    anchors.fill: parent
    active: shown
    onShownChanged: show()
    Component.onCompleted: show()

    function show() {
        if (shown)
            setSource(file, { kiosk: root.kiosk });
        else
            source = "";
    }
}
