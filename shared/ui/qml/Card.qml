// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet on the page. The shadow is a picture, so it needs no effects; a hairline holds the edge without it.
import QtQuick
import Atrium.Ui

Item {
    id: root

    default property alias content: inside.data
    // Height of what lies inside, for a card as high as its content: bind it to the content's height.
    property real contentHeight: 0
    property int padding: Theme.px(40)
    property real radius: Theme.radiusCard
    property color color: Theme.card
    property color lineColor: Theme.theme === Theme.HighContrast ? Theme.outline : Theme.line
    property bool shadow: Theme.theme === Theme.GovernmentBlue || Theme.theme === Theme.EmblemRed

    implicitHeight: contentHeight + 2 * padding

    BorderImage {
        readonly property int reach: 24
        // Opposite corners may not overlap; under the blur a tighter corner is not seen.
        readonly property int corner: Math.max(0, Math.min(root.radius, root.width / 2 - reach, root.height / 2 - reach))

        anchors.fill: parent
        anchors.margins: -reach
        anchors.topMargin: -reach + Theme.px(6)
        anchors.bottomMargin: -reach - Theme.px(6)
        visible: root.shadow
        source: root.shadow ? Theme.iconBase + "shadow/" + corner + "/0F325F" : ""
        border { left: corner + 48; right: corner + 48; top: corner + 48; bottom: corner + 48 }
        Accessible.ignored: true
    }
    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.color
        border.width: Math.max(1, Theme.hairline / 2)
        border.color: root.lineColor
    }
    Item {
        id: inside
        anchors.fill: parent
        anchors.margins: root.padding
    }
}
