// SPDX-License-Identifier: GPL-3.0-or-later
// Which business of the department; one touch takes the number.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui
import Atrium.Kiosk

KioskPage {
    id: root

    readonly property var gathered: kiosk.basket.ids

    AppText {
        id: heading
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.gutter; topMargin: Theme.space4 }
        text: root.kiosk.catalogue.title
        strong: true
        font.pixelSize: Theme.titleSize
        maximumLineCount: 4
    }
    HolderLine {
        id: holder
        anchors { left: parent.left; right: parent.right; top: heading.bottom; margins: root.gutter; topMargin: Theme.space2 }
        kiosk: root.kiosk
    }
    Row {
        id: sorting
        y: Math.max(holder.y + holder.height + Theme.space2, root.lowTop)
        x: root.gutter
        spacing: Theme.targetGap
        Pill {
            objectName: "sort-popular"
            selectable: true
            checkable: false
            checked: !root.kiosk.catalogue.byLetter
            text: qsTr("最常办")
            onClicked: root.kiosk.catalogue.sortByPopularity()
        }
        Pill {
            objectName: "sort-letter"
            selectable: true
            checkable: false
            checked: root.kiosk.catalogue.byLetter
            text: qsTr("按字母")
            onClicked: root.kiosk.catalogue.sortByLetter()
        }
        Pill {
            objectName: "basket-open"
            visible: !root.kiosk.guiding
            selectable: true
            checkable: false
            checked: root.kiosk.basket.open
            iconName: "list-ordered"
            text: qsTr("一个号办几件事")
            onClicked: root.kiosk.toggleBasket()
        }
    }
    TouchList {
        objectName: "list"
        anchors { left: parent.left; right: parent.right; top: sorting.bottom; bottom: parent.bottom }
        anchors { leftMargin: root.gutter; rightMargin: root.gutter; topMargin: Theme.space2 }
        spacing: Theme.targetGap
        bottomMargin: Theme.space3
        model: root.kiosk.catalogue.items
        delegate: ItemRow {
            width: ListView.view.width
            guide: root.kiosk.guiding
            inBasket: root.gathered.indexOf(recordId) + 1
            gathering: root.kiosk.basket.open
            onClicked: root.kiosk.chooseItem(recordId)
        }
    }
    Notice {
        anchors.centerIn: parent
        width: parent.width - 2 * root.gutter
        visible: root.kiosk.catalogue.items.count === 0
        kind: Notice.Empty
        happened: qsTr("这个部门现在没有可以取号的业务。")
        whatToDo: qsTr("请返回另选，或到服务台咨询。")
    }
}
