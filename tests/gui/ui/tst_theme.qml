// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Atrium.Ui

Item {
    width: 400
    height: 400

    Item {
        id: bound
        width: Theme.px(100)
        height: Theme.typePx(100)
    }
    TestCase {
        name: "Theme"

        function cleanup() {
            Theme.theme = Theme.GovernmentBlue;
            Theme.largeType = false;
            Theme.scale = 1;
        }
        function test_sizesFollowTheScreensShorterSide() {
            Theme.fitTo(1080, 1920);
            compare(Theme.titleSize, 52);
            Theme.fitTo(1280, 720);
            compare(Theme.titleSize, Math.round(52 * 720 / 1080));
            compare(Theme.deskTitleSize, 28);
        }
        function test_largeTypeGrowsTypeAndStopsMotion() {
            compare(Theme.normal, 200);
            Theme.largeType = true;
            compare(Theme.titleSize, Math.round(52 * 1.35));
            compare(Theme.target, 96);
            compare(Theme.normal, 0);
        }
        function test_bindingsFollowTheScreenAndTheLargeType() {
            compare(bound.width, 100);
            compare(bound.height, 100);
            Theme.scale = 1.5;
            compare(bound.width, 150);
            Theme.largeType = true;
            compare(bound.width, 150);
            compare(bound.height, Math.round(150 * 1.35));
        }
        function test_themeSwitchesWhileRunning() {
            const before = String(Theme.primary);
            Theme.theme = Theme.EmblemRed;
            verify(String(Theme.primary) !== before);
        }
    }
}
