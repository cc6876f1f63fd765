// SPDX-License-Identifier: GPL-3.0-or-later
// Makes what the first frame does not show, once that frame is there.
import QtQuick
import Atrium.Kiosk

Loader {
    id: root

    required property Kiosk kiosk
    required property string file
    property bool always: false
    readonly property bool due: always || kiosk.started

    onDueChanged: show()
    Component.onCompleted: show()

    function show() {
        if (due)
            setSource(file, { kiosk: root.kiosk });
    }
}
