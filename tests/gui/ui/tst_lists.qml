// SPDX-License-Identifier: GPL-3.0-or-later
// Lists for fingers: what one touches is what one gets, also right after a drag.
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Atrium.Ui

Item {
    id: root

    width: 1080
    height: 1000

    property int touched: -1

    TouchList {
        id: list
        anchors.fill: parent
        model: 60
        delegate: ListRow {
            required property int index
            objectName: "row-" + index
            width: ListView.view.width
            height: 150
            title: "第 " + index + " 行"
            onClicked: root.touched = index
        }
    }
    TestCase {
        name: "Lists"
        when: windowShown

        function init() {
            list.positionViewAtBeginning();
            root.touched = -1;
        }
        // A quick hand: the finger leaves while it still moves.
        function fling() {
            mousePress(list, 500, 800);
            for (let part = 1; part <= 8; ++part)
                mouseMove(list, 500, 800 - 75 * part);
            mouseRelease(list, 500, 200);
        }
        // A busy machine may find it at rest already; then it is flung again.
        function flungAndStillMoving(): bool {
            list.positionViewAtBeginning();
            fling();
            const left = list.contentY;
            tryVerify(() => Math.abs(list.verticalVelocity) > 500 || !list.moving);
            return list.flicking;
        }
        function test_aTouchOnAMovingListIsATouch() {
            let tries = 1;
            while (!flungAndStillMoving() && tries < 50)
                ++tries;
            verify(list.flicking);
            const under = list.indexAt(500, list.contentY + 500);
            mousePress(list, 500, 500);
            mouseRelease(list, 500, 500);
            compare(root.touched, under);
            verify(!list.moving);
        }
        function test_aFlungListGoesOnForLessThanHalfAPage() {
            fling();
            const left = list.contentY;
            tryCompare(list, "moving", false);
            verify(list.contentY > left);
            verify(list.contentY - left < 400);
        }
        function test_aSlidingFingerStillTouches() {
            mousePress(list, 500, 500);
            mouseMove(list, 500, 500 + Application.styleHints.startDragDistance - 2);
            mouseRelease(list, 500, 500 + Application.styleHints.startDragDistance - 2);
            compare(root.touched, 3);
            compare(list.contentY, 0);
        }
    }
}
