// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's one window: head, the page of the moment, the bar at the foot.
import QtQuick
import Atrium.Ui
import Atrium.Appkit
import Atrium.Kiosk

Window {
    id: root

    required property Kiosk kiosk
    required property Enrolment enrolment
    readonly property HallState hall: kiosk.hall
    property bool everyPage: false
    // What stands above the rows of a list: they move when it comes or goes.
    readonly property string aboveRows: (offline.visible ? "offline " : "") + (kiosk.visitor.known ? "known " : "")
                                        + kiosk.devices.printerNotice

    onAboveRowsChanged: {
        if (kiosk.started)
            touchPause.begin();
    }

    width: 1080
    height: 1920
    color: Theme.background
    title: qsTr("自助取号机")

    PageHeader {
        id: header
        anchors { left: parent.left; right: parent.right; top: parent.top }
        visible: root.everyPage || root.kiosk.page !== Kiosk.Quiet // which covers all
        // On a screen that lies, the pages need the height.
        height: root.width > root.height ? Theme.px(Theme.largeType ? 176 : 148) : implicitHeight
        hallName: root.hall.name
        place: root.kiosk.home.place
        logo: root.kiosk.home.logo
    }
    Item {
        id: stage
        anchors { left: parent.left; right: parent.right; top: offline.bottom; bottom: basket.top }
        Component.onCompleted: root.kiosk.readAloud.page = stage

        PageLoader { kiosk: root.kiosk; file: "HomePage.qml"; page: Kiosk.Home; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "DepartmentsPage.qml"; page: Kiosk.Departments; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "DepartmentsPage.qml"; page: Kiosk.SubDepartments; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "ItemsPage.qml"; page: Kiosk.Items; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "SearchPage.qml"; page: Kiosk.Search; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "IdentityPage.qml"; page: Kiosk.Identity; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "IdentityPage.qml"; page: Kiosk.Lookup; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "KeyIdentityPage.qml"; page: Kiosk.KeyIdentity; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "PhonePage.qml"; page: Kiosk.Phone; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "PrintingPage.qml"; page: Kiosk.Printing; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "TicketPage.qml"; page: Kiosk.Ticket; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "CodePage.qml"; page: Kiosk.Code; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "LookupResultPage.qml"; page: Kiosk.LookupResult; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "AppointmentPage.qml"; page: Kiosk.Appointment; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "AppointmentResultPage.qml"; page: Kiosk.AppointmentResult; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "GuidePage.qml"; page: Kiosk.GuideText; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "FloorsPage.qml"; page: Kiosk.Floors; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "MessagePage.qml"; page: Kiosk.Error; always: root.everyPage }
        PageLoader { kiosk: root.kiosk; file: "MessagePage.qml"; page: Kiosk.NoPaper; always: root.everyPage }
    }
    Notice {
        id: offline
        anchors { left: parent.left; right: parent.right; top: header.visible ? header.bottom : parent.top }
        height: visible ? implicitHeight : 0
        radius: 0
        visible: root.hall.known && !root.hall.online && !root.hall.connecting
        compact: true
        kind: Notice.Offline
        happened: qsTr("与服务器的连接中断，正在重新连接。")
        stillWorks: qsTr("可以查看部门和业务；取号请到服务台。")
    }
    KioskBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: header.visible
        canGoBack: root.kiosk.canGoBack
        canSpeak: root.kiosk.readAloud.available
        speaking: root.kiosk.readAloud.speaking
        onBack: root.kiosk.back()
        onHome: root.kiosk.goHome()
        onReadAloud: root.kiosk.readAloud.toggle()
        onContrast: root.kiosk.toggleContrast()
    }
    PageLoader {
        anchors.topMargin: header.visible ? 0 : offline.height // covers all but what must be known
        kiosk: root.kiosk
        file: "QuietPage.qml"
        page: Kiosk.Quiet
        always: root.everyPage
    }
    EnrolmentLayer { anchors.fill: parent; enrolment: root.enrolment; always: root.everyPage }
    LateLoader {
        id: reading
        // The page makes room: nothing is touched below a notice, and nothing is hidden by it.
        readonly property bool shown: item !== null && (item as Item).visible
        anchors { left: parent.left; right: parent.right; bottom: bar.top; margins: Theme.space3 }
        anchors.bottomMargin: shown ? Theme.space3 : 0
        height: shown ? (item as Item).implicitHeight : 0
        onShownChanged: touchPause.begin()
        kiosk: root.kiosk
        file: "CardReading.qml"
        always: root.everyPage
    }
    LateLoader {
        id: basket
        readonly property bool onList: root.kiosk.page === Kiosk.Departments || root.kiosk.page === Kiosk.SubDepartments
            || root.kiosk.page === Kiosk.Items || root.kiosk.page === Kiosk.Search
        readonly property bool shown: root.kiosk.basket.open && onList
        anchors { left: parent.left; right: parent.right; bottom: reading.top }
        anchors.bottomMargin: reading.shown ? Theme.space3 : 0
        height: shown && item !== null ? (item as Item).implicitHeight : 0
        visible: shown
        onShownChanged: touchPause.begin()
        kiosk: root.kiosk
        file: "BasketBar.qml"
        always: root.everyPage
    }
    LateLoader {
        anchors.fill: parent
        z: 100
        kiosk: root.kiosk
        file: "LeaveWarning.qml"
        always: root.everyPage
    }
    TouchPause {
        id: touchPause
        objectName: "touch-pause"
        anchors.fill: parent
        enabled: root.kiosk.page !== Kiosk.Quiet // which has no keys and takes any touch at once

        // Whatever puts other keys below the finger.
        readonly property list<QtObject> turns: [
            Connections { target: root.kiosk; function onPageChanged() { touchPause.begin() } },
            Connections { target: root.kiosk.lookup; function onAskedChanged() { touchPause.begin() } },
            Connections { target: root.kiosk.idle; function onWarningActiveChanged() { touchPause.begin() } },
            Connections { target: root.enrolment; function onNeededChanged() { touchPause.begin() } }
        ]
    }
}
