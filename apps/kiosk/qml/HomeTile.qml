// SPDX-License-Identifier: GPL-3.0-or-later
// A tile of the home page; in large type, and in English on a screen that lies, its title needs the room of the
// line below.
import QtQuick
import Atrium.Ui

Tile {
    property string how: ""

    subtitle: Theme.largeType || (Theme.language === "en" && Window.width > Window.height) ? "" : how
}
