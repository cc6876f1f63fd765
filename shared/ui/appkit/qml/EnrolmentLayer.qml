// SPDX-License-Identifier: GPL-3.0-or-later
// Lies over an app's pages until the device is enrolled; costs nothing afterwards.
import QtQuick
import Atrium.Appkit

Loader {
    id: root

    required property Enrolment enrolment
    property bool always: false
    readonly property bool shown: always || enrolment.needed

    focus: shown
    onShownChanged: show()
    Component.onCompleted: show()

    function show() {
        if (shown)
            setSource("EnrolmentPage.qml", { enrolment: root.enrolment });
        else
            source = "";
    }
}
