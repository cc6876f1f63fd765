// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Atrium.Ui

Item {
    id: root

    width: 1080
    height: 1920

    property string typed: ""

    Column {
        width: parent.width
        AppButton { id: button; objectName: "take"; text: "取号"; iconName: "ticket"; kind: AppButton.Primary }
        IconButton { id: icon; iconName: "settings"; label: "设置" }
        AppSwitch { id: toggle; text: "朗读每一页"; width: 600 }
        Tile { id: tile; iconName: "ticket"; title: "现场取号"; subtitle: "刷身份证或点选业务" }
        ListRow { id: row; width: 984; title: "公司设立登记"; fact: "前面 9 人"; actionText: "取号" }
        Segmented { id: segmented; options: ["匹配结果", "按部门", "个人"]; label: "分类" }
        GradeFace { id: face; grade: 5; checkable: true }
        StarRow { id: stars; interactive: true; onRated: count => stars.value = count }
        Skeleton { id: skeleton; width: 900; rows: 1; loading: false }
    }
    LetterKeyboard {
        id: letters
        y: 1400
        width: 1080
        available: "ABGS"
        onTyped: letter => root.typed += letter
        onBackspace: root.typed = root.typed.slice(0, -1)
        onClear: root.typed = ""
    }
    NumberKeyboard {
        id: numbers
        width: 1080
        visible: false
        onTyped: character => root.typed += character
    }
    SignalSpy { id: spy }
    TestCase {
        name: "Controls"
        when: windowShown

        function init() { root.typed = ""; }
        function cleanup() { Theme.largeType = false; Theme.scale = 1; }

        function spyOn(target: Item, signalName: string) {
            spy.target = null;
            spy.signalName = signalName;
            spy.target = target;
            spy.clear();
        }
        function key(keyboard: Item, name: string): Item { return findChild(keyboard, name); }

        function test_aTouchAndTheReturnKeyPressAButton_data() {
            return [{ tag: "button", item: button }, { tag: "icon", item: icon }, { tag: "tile", item: tile },
                { tag: "row", item: row }, { tag: "face", item: face }];
        }
        function test_aTouchAndTheReturnKeyPressAButton(data) {
            spyOn(data.item, "clicked");
            mouseClick(data.item);
            compare(spy.count, 1);
            root.forceActiveFocus();
            data.item.forceActiveFocus(Qt.TabFocusReason);
            verify(data.item.visualFocus);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Space);
            compare(spy.count, 3);
            verify(data.item.Accessible.name !== "");
        }
        function test_targetsAreLargeEnough_data() {
            return [{ tag: "button", item: button }, { tag: "icon", item: icon }, { tag: "switch", item: toggle },
                { tag: "tile", item: tile }, { tag: "row", item: row }, { tag: "face", item: face },
                { tag: "choice", item: findChild(segmented, "option0") }, { tag: "letter", item: key(letters, "key-A") },
                { tag: "digit", item: key(numbers, "key-7") }];
        }
        function test_targetsAreLargeEnough(data) {
            verify(data.item.width >= 96, "width " + data.item.width);
            verify(data.item.height >= 96, "height " + data.item.height);
        }
        function test_aButtonIsAsWideAsItsWords() {
            const narrow = button.implicitWidth;
            Theme.largeType = true;
            verify(button.implicitWidth > narrow);
        }
        function test_theButtonInARowActsForTheRow() {
            spyOn(row, "clicked");
            mouseClick(row, row.width - 80, row.height / 2);
            compare(spy.count, 1);
        }
        function test_aSwitchIsFlippedByTouchAndKeys() {
            verify(!toggle.checked);
            mouseClick(toggle);
            verify(toggle.checked);
            toggle.forceActiveFocus();
            keyClick(Qt.Key_Return);
            verify(!toggle.checked);
            keyClick(Qt.Key_Space);
            verify(toggle.checked);
        }
        function test_lettersThatFindNothingAreOff() {
            mouseClick(key(letters, "key-G"));
            mouseClick(key(letters, "key-E"));
            mouseClick(key(letters, "key-S"));
            compare(root.typed, "GS");
            mouseClick(key(letters, "key-backspace"));
            compare(root.typed, "G");
            mouseClick(key(letters, "key-clear"));
            compare(root.typed, "");
            verify(!key(letters, "key-E").enabled);
        }
        function test_lettersFitTheScreen() {
            for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
                const item = key(letters, "key-" + letter);
                const place = item.mapToItem(letters, 0, 0);
                verify(place.x >= 0 && place.x + item.width <= letters.width, letter);
                verify(place.y >= 0 && place.y + item.height <= letters.height, letter);
            }
        }
        function test_numbersAndCreditCodeLetters() {
            numbers.visible = true;
            mouseClick(key(numbers, "key-3"));
            mouseClick(key(numbers, "key-X"));
            mouseClick(key(numbers, "key-page"));
            tryVerify(() => key(numbers, "key-M") !== null);
            waitForRendering(numbers);
            mouseClick(key(numbers, "key-M"));
            compare(root.typed, "3XM");
            for (const letter of "IOSVZ")
                compare(key(numbers, "key-" + letter), null);
            numbers.lettersShown = false;
            numbers.visible = false;
        }
        function test_oneOfASegmentedIsChosen() {
            spyOn(segmented, "chosen");
            mouseClick(findChild(segmented, "option2"));
            compare(spy.count, 1);
            compare(segmented.currentIndex, 2);
            verify(findChild(segmented, "option2").checked);
            verify(!findChild(segmented, "option0").checked);
        }
        function test_starsAreGiven() {
            mouseClick(stars, 96 * 3 + 3 * 16 + 48, 48);
            compare(stars.value, 4);
        }
        function test_aSkeletonWaitsBeforeItShows() {
            skeleton.loading = true;
            verify(!skeleton.visible);
            tryVerify(() => skeleton.visible);
            skeleton.loading = false;
            verify(!skeleton.visible);
        }
    }
}
