// SPDX-License-Identifier: GPL-3.0-or-later
// A tile of the home page; in large type its title needs the room of the line below.
import Atrium.Ui

Tile {
    property string how: ""

    subtitle: Theme.largeType ? "" : how
}
