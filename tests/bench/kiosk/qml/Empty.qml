// SPDX-License-Identifier: GPL-3.0-or-later
// A window and nothing in it.
import QtQuick

Window {
    width: 1080
    height: 1920
    color: "#EEF3F9"
}
