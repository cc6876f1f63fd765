// SPDX-License-Identifier: GPL-3.0-or-later
// Text in the house's type. Sizes and colours come from Theme; the default is body text.
import QtQuick
import Atrium.Ui

Text {
    property bool strong: false

    color: Theme.ink
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    font.weight: strong ? Font.Bold : Font.Normal
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    elide: maximumLineCount < 10 ? Text.ElideRight : Text.ElideNone
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
