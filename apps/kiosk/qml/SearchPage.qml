// SPDX-License-Identifier: GPL-3.0-or-later
// Letters narrow the list; keys that would find nothing are grey.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property var gathered: kiosk.basket.ids

    property bool keysAway: false
    // With low reach the rows stand on the keys, the best one lowest, and the line is written from there alone.
    readonly property bool upwards: Theme.lowReach && !wide

    AppText {
        id: heading
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.gutter; topMargin: Theme.space4 }
        text: qsTr("您要办什么业务？")
        strong: true
        font.pixelSize: Theme.titleSize
    }
    HolderLine {
        id: holder
        anchors { left: parent.left; right: beside.left; top: heading.bottom; margins: root.gutter; topMargin: Theme.space2 }
        kiosk: root.kiosk
    }
    SearchField {
        id: field
        objectName: "searchField"
        anchors { left: parent.left; right: beside.left; leftMargin: root.gutter; rightMargin: root.gutter }
        y: Math.max(holder.y + holder.height + Theme.space2, root.upwards ? 0 : root.lowTop - height - Theme.space2)
        editable: false
        active: true
        spaced: true
        placeholder: qsTr("按拼音首字母，例如 GSSL 公司设立")
        text: root.kiosk.search.text
        hint: root.kiosk.search.text === "" || !root.kiosk.search.ready ? "" : qsTr("%n 项", "", root.kiosk.search.found)
        onActivated: root.keysAway = false
    }
    TouchList {
        objectName: "list"
        anchors { left: parent.left; right: beside.left; top: field.bottom }
        anchors { bottom: keyboard.visible && !root.wide ? keyboard.top : parent.bottom }
        anchors { leftMargin: root.gutter; rightMargin: root.gutter; topMargin: Theme.space2 }
        spacing: Theme.targetGap
        verticalLayoutDirection: root.upwards ? ListView.BottomToTop : ListView.TopToBottom
        bottomMargin: Theme.space2
        model: root.kiosk.search.results
        delegate: ItemRow {
            width: ListView.view.width
            guide: root.kiosk.guiding
            inBasket: root.gathered.indexOf(recordId) + 1
            gathering: root.kiosk.basket.open
            onClicked: root.kiosk.chooseItem(recordId)
        }
    }
    Column {
        anchors { left: parent.left; right: beside.left; top: field.bottom; margins: root.gutter; topMargin: Theme.space4 }
        visible: root.kiosk.search.results.count === 0
        spacing: Theme.space2
        AppText {
            width: parent.width
            // Until all names are read nothing is said to be missing.
            text: root.kiosk.search.text !== "" && !root.kiosk.search.ready ? qsTr("正在读取业务名称，马上就好。")
                : root.kiosk.search.text === "" ? qsTr("逐个点首字母：想办“公司设立登记”，点 G S S L D J；点几个就够。")
                                                : qsTr("没有找到。请删去几个字母，或返回按部门查找。")
            color: Theme.ink2
            font.pixelSize: Theme.bodySize
        }
    }
    // The left edge of what stands at the right.
    Item {
        id: beside
        x: root.wide && keyboard.visible ? keyboard.x : root.width
    }
    LetterKeyboard {
        id: keyboard
        objectName: "keyboard"
        anchors { right: parent.right; bottom: parent.bottom }
        width: root.wide ? Theme.px(872) : parent.width
        visible: !root.keysAway || Theme.lowReach
        closable: !Theme.lowReach
        available: root.kiosk.search.available
        onTyped: letter => root.kiosk.search.type(letter)
        onBackspace: root.kiosk.search.backspace()
        onClear: root.kiosk.search.clear()
        onClosed: root.keysAway = true
    }
}
