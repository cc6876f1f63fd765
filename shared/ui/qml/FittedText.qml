// SPDX-License-Identifier: GPL-3.0-or-later
// Text for a place that cannot grow: it wraps to as many lines as there is room for, then its type shrinks, and
// only a text that even the smallest type does not hold is shortened.
import QtQuick
import Atrium.Ui

AppText {
    id: root

    property int lines: 2
    // The size where there is room.
    property real fullSize: Theme.bodySize
    // As high as a text that does not fit may become; 0: as high as its lines at full size.
    property real most: 0
    readonly property bool fits: probe.lineCount <= lines

    height: fits ? probe.implicitHeight : most > 0 ? most : Math.ceil(probe.implicitHeight / probe.lineCount) * lines
    font.pixelSize: Math.max(1, fullSize) // a place that is not laid out yet may give less
    fontSizeMode: fits ? Text.FixedSize : Text.Fit
    minimumPixelSize: Math.max(1, Math.floor(fullSize * 0.42))
    maximumLineCount: fits ? lines : lines + 2
    elide: fits ? Text.ElideNone : Text.ElideRight

    Text {
        id: probe
        visible: false
        width: root.width
        text: root.text
        font.family: root.font.family
        font.weight: root.font.weight
        font.pixelSize: Math.max(1, root.fullSize)
        wrapMode: root.wrapMode
        textFormat: Text.PlainText
    }
}
