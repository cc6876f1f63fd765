// SPDX-License-Identifier: GPL-3.0-or-later
// A list for fingers that were never trained: it rests almost as soon as the finger leaves, so that no row slips
// away between looking and touching, and a mark shows that there is more below.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

ListView {
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    maximumFlickVelocity: Theme.flickVelocity
    flickDeceleration: Theme.flickBrake
    T.ScrollIndicator.vertical: ScrollMark { }
}
