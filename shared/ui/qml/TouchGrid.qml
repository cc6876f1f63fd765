// SPDX-License-Identifier: GPL-3.0-or-later
// The same as TouchList for cells in columns.
import QtQuick
import QtQuick.Templates as T
import Atrium.Ui

GridView {
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    maximumFlickVelocity: Theme.flickVelocity
    flickDeceleration: Theme.flickBrake
    T.ScrollIndicator.vertical: ScrollMark { }
}
