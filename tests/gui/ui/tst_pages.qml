// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Atrium.Ui

Item {
    id: root

    width: 1080
    height: 1920

    IdleTimer { id: idle; timeout: 20; warning: 60000 }
    KioskBar { id: bar; width: 1080; y: 1700 }
    PageHeader { id: header; width: 1080; hallName: "XX高新区政务服务中心"; place: "一楼" }
    Toast { id: toast; y: 600; actionText: "撤销"; duration: 60000 }
    Icon { id: icon; y: 300; name: "ticket"; color: "#ff0000"; size: 96 }
    QrCode { id: code; y: 400; width: 200; height: 200; text: "https://hall.example/t/1" }
    TimeoutDialog { id: dialog; timer: idle }

    SignalSpy { id: undone; target: toast; signalName: "action" }
    SignalSpy { id: left; target: dialog; signalName: "leave" }

    TestCase {
        name: "Pages"
        when: windowShown

        function cleanup() {
            idle.running = false;
            Theme.largeType = false;
            Theme.lowReach = false;
            Theme.language = "zh_CN";
        }
        function test_theBarSwitchesForAllPages() {
            mouseClick(findChild(bar, "bar-large-type"));
            verify(Theme.largeType);
            mouseClick(findChild(bar, "bar-low-reach"));
            verify(Theme.lowReach);
            mouseClick(findChild(bar, "bar-language"));
            compare(Theme.language, "en");
        }
        function test_theBarsKeysFitInLargeType() {
            Theme.largeType = true;
            waitForRendering(bar);
            for (const name of ["back", "home", "bar-large-type", "bar-low-reach", "bar-contrast", "bar-read-aloud",
                    "bar-language"]) {
                const key = findChild(bar, name);
                const caption = key.implicitWidth - 2 * Theme.space2;
                verify(caption <= key.captionRoom, name + " " + caption + " in " + key.captionRoom);
            }
        }
        function test_theWarningIsExtendedByATouch() {
            idle.running = true;
            tryVerify(() => dialog.visible);
            compare(findChild(dialog, "timeoutSeconds").text, "60");
            idle.timeout = 60000;
            idle.timeout = 20;
            tryVerify(() => dialog.visible);
            mouseClick(findChild(dialog, "timeout-extend"));
            verify(!dialog.visible);
        }
        function test_oneCanLeaveAtOnce() {
            idle.running = true;
            tryVerify(() => dialog.visible);
            left.clear();
            mouseClick(findChild(dialog, "timeout-leave"));
            compare(left.count, 1);
            verify(dialog.visible, "the app decides where to");
            keyClick(Qt.Key_A);
            verify(!dialog.visible, "any other key stays");
        }
        function test_aToastUndoes() {
            toast.show("A0126 已标为过号");
            verify(toast.visible);
            waitForRendering(toast);
            mouseClick(toast, toast.width - 60, toast.height / 2);
            compare(undone.count, 1);
            verify(!toast.visible);
        }
        function test_anIconIsDrawnInItsColour() {
            tryCompare(icon, "status", Image.Ready);
            const picture = grabImage(icon);
            let red = 0;
            for (let x = 0; x < 96; ++x)
                for (let y = 0; y < 96; ++y)
                    if (picture.red(x, y) > 200 && picture.green(x, y) < 60 && picture.blue(x, y) < 60)
                        ++red;
            verify(red > 100, red + " red pixels");
        }
        function test_aQrCodeIsValidOrSaysSo() {
            verify(code.valid);
            code.text = "";
            verify(!code.valid);
        }
    }
}
