// SPDX-License-Identifier: GPL-3.0-or-later
// What a device shows before it belongs to a hall: keys for the administrator's code. A keyboard works as well.
// Bind the properties to an Enrolment (Atrium.Appkit).
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Ui

Rectangle {
    id: root

    enum Refusal { None, WrongCode, TooMany, NoAnswer, Other, OtherKind }

    required property string code
    required property string keys
    required property string server
    required property string fingerprint
    required property bool complete
    required property bool ready
    required property bool busy
    required property int refusal
    property bool revoked: false
    signal typed(character: string)
    signal backspace()
    signal send()

    readonly property int columns: width > height ? 16 : 8
    readonly property real keyWidth: Math.min(Theme.px(110),
        (width - 2 * Theme.px(48) + Theme.targetGap) / columns - Theme.targetGap)
    readonly property real roomWidth: columns * (keyWidth + Theme.targetGap) - Theme.targetGap

    color: Theme.background
    focus: visible
    Keys.onReturnPressed: root.send()
    Keys.onEnterPressed: root.send()
    Keys.onPressed: event => event.key === Qt.Key_Backspace ? root.backspace() : root.typed(event.text)

    // Nothing below may be touched.
    MouseArea { anchors.fill: parent; Accessible.ignored: true }

    Column {
        anchors.centerIn: parent
        width: root.roomWidth
        // A refusal, a fingerprint and long words together make the whole a little smaller rather than hide any of it.
        scale: Math.min(1, (root.height - 2 * Theme.space2) / implicitHeight)
        spacing: root.columns > 8 ? Theme.space2 : Theme.space3
        AppText {
            width: parent.width
            text: qsTr("登记本机")
            strong: true
            font.pixelSize: Theme.titleSize
        }
        AppText {
            objectName: "enrolment-revoked"
            width: parent.width
            visible: root.revoked && root.refusal === EnrolPage.None
            text: qsTr("此设备的授权已被撤销，请重新登记。")
            color: Theme.accent
            strong: true
        }
        AppText {
            width: parent.width
            visible: root.refusal === EnrolPage.None
            text: qsTr("请管理员在管理端的“设备”页为本机取登记码，在这里输入。登记码 8 位，10 分钟内有效，只能用一次。")
            color: Theme.ink2
        }
        Card {
            width: parent.width
            padding: root.columns > 8 ? Theme.space2 : Theme.px(40)
            contentHeight: typedCode.implicitHeight
            lineColor: root.refusal === EnrolPage.None ? Theme.primary : Theme.accent
            AppText {
                id: typedCode
                objectName: "enrolment-code"
                width: parent.width
                text: root.code
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.titleSize
                font.letterSpacing: Theme.px(8)
                font.family: Theme.fontFamily
            }
        }
        Notice {
            objectName: "enrolment-refusal"
            width: parent.width
            visible: root.refusal !== EnrolPage.None
            compact: true
            kind: Notice.Error
            happened: root.refusal === EnrolPage.WrongCode ? qsTr("登记码不对、已用过或已过期。")
                : root.refusal === EnrolPage.TooMany ? qsTr("输错次数太多。")
                : root.refusal === EnrolPage.OtherKind ? qsTr("这个登记码属于另一种设备。")
                : root.refusal === EnrolPage.NoAnswer ? qsTr("服务器没有应答。") : qsTr("没有登记成功。")
            whatToDo: root.refusal === EnrolPage.WrongCode ? qsTr("请管理员重新取码。")
                : root.refusal === EnrolPage.OtherKind ? qsTr("请管理员在“设备”页选中本机再取码。")
                : root.refusal === EnrolPage.TooMany ? qsTr("请等五分钟再试。") : qsTr("请检查网络和服务器地址，再试一次。")
        }
        Flow {
            width: parent.width
            spacing: Theme.targetGap
            Repeater {
                model: root.keys.split("")
                KeyboardKey {
                    required property string modelData
                    objectName: "enrol-key-" + modelData
                    width: root.keyWidth
                    text: modelData
                    enabled: !root.complete && !root.busy
                    onClicked: root.typed(modelData)
                }
            }
        }
        Row {
            width: parent.width
            spacing: Theme.targetGap
            KeyboardKey {
                objectName: "enrol-backspace"
                width: 2 * root.keyWidth + Theme.targetGap
                quiet: true
                iconName: "delete"
                label: qsTr("删除一位")
                onClicked: root.backspace()
            }
            AppButton {
                objectName: "enrol-send"
                width: parent.width - 2 * root.keyWidth - 2 * Theme.targetGap
                height: Theme.target
                kind: AppButton.Primary
                enabled: root.ready
                text: root.busy ? qsTr("请稍候…") : root.fingerprint !== "" ? qsTr("指纹一致，登记") : qsTr("登记")
                onClicked: root.send()
            }
        }
        AppText {
            objectName: "enrolment-fingerprint"
            width: parent.width
            visible: root.fingerprint !== ""
            text: qsTr("证书指纹：%1。与管理端显示的不同时不要登记。").arg(root.fingerprint)
            font.pixelSize: Theme.hintSize
        }
        AppText {
            width: parent.width
            text: qsTr("服务器：%1").arg(root.server)
            color: Theme.ink2
            font.pixelSize: Theme.hintSize
            wrapMode: Text.WrapAnywhere
        }
    }
}
