// SPDX-License-Identifier: GPL-3.0-or-later
// An icon of the one set (Lucide), in a colour of the theme. Decoration: whoever shows it names the meaning.
import QtQuick
import Atrium.Ui

Image {
    id: root

    required property string name
    property color color: Theme.ink
    property int size: Theme.px(48)
    property bool filled: false

    width: size
    height: size
    source: name === "" ? "" : Theme.iconBase + name + "/" + String(root.color).slice(-6) + (filled ? "/fill" : "")
    sourceSize.width: size
    sourceSize.height: size
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
