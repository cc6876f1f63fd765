// SPDX-License-Identifier: GPL-3.0-or-later
// Asks whether somebody is still there before the visit is forgotten.
import Atrium.Ui
import Atrium.Kiosk

TimeoutDialog {
    id: root

    required property Kiosk kiosk

    timer: kiosk.idle
    onLeave: root.kiosk.leave()
}
