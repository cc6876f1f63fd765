// SPDX-License-Identifier: GPL-3.0-or-later
// "I have an appointment": found by card, code or scanner, the one that is due becomes a ticket, and the
// others say what is to be done.
#include "shared/model/appointmentapi.h"
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/tokens/theme.h"
#include "tests/gui/kiosk/bench.h"
#include "tests/support/gui/scene.h"

#include <QImage>
#include <QQuickItem>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_KioskPlugin)

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;
using model::AppointmentState;

namespace {

constexpr IdleTimes kPatient{.home = 3'600'000, .ticket = 3'600'000, .page = 3'600'000, .warning = 20'000};
// The server's time in the tests is Saturday, 22 November 2025, 10:04 in the hall.
constexpr model::Day kToday{20251122};
constexpr int kTenOClock = 600;
constexpr qint64 kTen = 1'763'776'800'000; // that day, 10:00
const QString kQr = u"http://hall/a/0123456789abcdef.1.00"_s;

/// Of a slot of half an hour, with a quarter before and after it.
model::AppointmentView appointment(const char* id, model::Day day, int from,
                                   AppointmentState state = AppointmentState::booked) {
    model::AppointmentView view;
    view.appointment.id = model::AppointmentId(id);
    view.appointment.itemId = model::ServiceItemId("item-company-formation");
    view.appointment.queueId = model::QueueId("queue-company");
    view.appointment.day = day;
    view.appointment.from = {from};
    view.appointment.to = {from + 30};
    view.appointment.state = state;
    view.takenFrom = model::fromMillis(kTen + (from - 15 - kTenOClock) * 60'000LL);
    view.firstUntil = model::fromMillis(kTen + (from + 45 - kTenOClock) * 60'000LL);
    view.holderName = "欧阳**";
    view.holderNumber = "1101**********849X";
    return view;
}

sync::HttpResponse answer(int status, const std::string& body) {
    return {.status = status, .headers = {}, .body = QByteArray::fromStdString(body), .failure = {}};
}

sync::HttpResponse refusal(int status, model::ErrorCode code) {
    model::Problem problem;
    problem.status = status;
    problem.code = code;
    return answer(status, model::toJson(problem));
}

devices::IdCard card() {
    devices::IdCard out;
    out.name = "欧阳上官云";
    out.idNumber = "11010519900307849X";
    return out;
}

/// A kiosk before a server that knows these appointments, by the code 12345678 or by anything else.
struct Desk {
    Bench bench{kPatient, [](DemoHall& demo) { demo.queues[0].slotCapacity = 4; }};
    std::vector<model::AppointmentView> known;

    Desk() {
        bench.plugIn();
        bench.server->command = [this](const sync::HttpRequest& request) {
            if (request.path.endsWith("/appointments/lookup")) {
                const auto asked =
                    model::fromJson<model::AppointmentLookup>(request.body.toStdString()).value();
                if (!asked.code.empty() && asked.code != "12345678")
                    return refusal(404, model::ErrorCode::notFound);
                return answer(200, model::toJson(model::AppointmentList{known}));
            }
            if (!request.path.endsWith("/redeem"))
                return answer(204, {});
            model::TicketView view;
            view.ticket.id = model::TicketId("t1");
            view.ticket.number = "A0127";
            view.ticket.itemId = model::ServiceItemId("item-company-formation");
            view.qrText = "http://hall/t/t1.1.00";
            return answer(201, model::toJson(view));
        };
    }
    [[nodiscard]] Kiosk& kiosk() const { return *bench.kiosk; }
    [[nodiscard]] AppointmentFlow& flow() const { return *bench.kiosk->appointments(); }
    void key(const QString& digits) const {
        for (const QChar digit : digits)
            flow().type(QString(digit));
    }
    [[nodiscard]] QString said(int row) const { return flow().rows()->value(row, u"said"_s).toString(); }
    [[nodiscard]] model::RedeemRequest redeemed(const char* id) const {
        const auto bodies = bench.heard(QByteArray("/appointments/") + id + "/redeem");
        model::RedeemRequest none;
        none.paper = false;
        return bodies.size() == 1 ? model::fromJson<model::RedeemRequest>(bodies[0].toStdString()).value()
                                  : none;
    }
};

} // namespace

class AppointmentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        ui::Theme::instance().setLargeType(false);
        ui::Theme::instance().setLowReach(false);
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
    }

    void theCardOfWhoIsDueGivesATicket() {
        Desk desk;
        desk.known = {appointment("a1", kToday, kTenOClock), appointment("a2", {20251124}, kTenOClock)};
        desk.bench.start();
        desk.kiosk().openAppointments();
        QCOMPARE(desk.kiosk().pageName(), u"appointment"_s);
        desk.bench.reader->lay(card());
        QTRY_COMPARE(desk.kiosk().pageName(), u"ticket"_s);
        const auto request = desk.redeemed("a1");
        QVERIFY(request.paper);
        QVERIFY(request.identity.has_value());
        QCOMPARE(request.recognition, model::Recognition::idCard);
        QCOMPARE(desk.bench.reports().size(), 1);
        QCOMPARE(desk.kiosk().describe().value(u"number"_s).toString(), u"A0127"_s);
    }

    void theKeyedCodeIsTheProof() {
        Desk desk;
        desk.known = {appointment("a1", kToday, kTenOClock)};
        desk.bench.start();
        desk.kiosk().openAppointments();
        desk.key(u"8765432"_s);
        QVERIFY(!desk.flow().complete());
        desk.flow().confirmKeyed();
        desk.key(u"19"_s);
        QCOMPARE(desk.flow().keyed(), u"8765 4321"_s);
        desk.flow().confirmKeyed();
        QTRY_VERIFY(!desk.flow().refusal().isEmpty());
        QCOMPARE(desk.kiosk().pageName(), u"appointment"_s);
        QCOMPARE(desk.flow().keyed(), QString());
        desk.key(u"12345678"_s);
        QVERIFY(desk.flow().refusal().isEmpty());
        desk.flow().confirmKeyed();
        QTRY_COMPARE(desk.kiosk().pageName(), u"ticket"_s);
        QCOMPARE(desk.redeemed("a1").code, std::string("12345678"));
        QVERIFY(!desk.redeemed("a1").identity.has_value());
    }

    void theScannerReadsQrAnywhereAndTheBarCodeHere() {
        Desk desk;
        desk.known = {appointment("a1", kToday, kTenOClock)};
        desk.bench.start();
        desk.bench.scanner->scan(u"12345678"_s);
        QCOMPARE(desk.kiosk().pageName(), u"home"_s);
        desk.bench.scanner->scan(kQr);
        QTRY_COMPARE(desk.kiosk().pageName(), u"ticket"_s);
        QCOMPARE(desk.redeemed("a1").qrText, kQr.toStdString());
        desk.kiosk().leave();
        desk.kiosk().openAppointments();
        desk.bench.scanner->scan(u"12345678"_s);
        QTRY_COMPARE(desk.kiosk().pageName(), u"ticket"_s);
    }

    void whoIsEarlyOrLateOrWrongIsToldWhatToDo() {
        Desk desk;
        desk.known = {appointment("early", kToday, kTenOClock + 60),
                      appointment("tomorrow", {20251123}, kTenOClock),
                      appointment("here", kToday, kTenOClock, AppointmentState::redeemed),
                      appointment("gone", kToday, kTenOClock, AppointmentState::cancelled)};
        desk.known[2].number = "A0012";
        desk.bench.start();
        desk.kiosk().openAppointments();
        desk.bench.reader->lay(card());
        QTRY_COMPARE(desk.kiosk().pageName(), u"appointmentResult"_s);
        QCOMPARE(desk.said(0), u"来早了，请在 10:45 以后取号。"_s);
        QCOMPARE(desk.said(1), u"还没有到日子，请在预约当天来取号。"_s);
        QCOMPARE(desk.said(2), u"已经取号：A0012，请听叫号。"_s);
        QCOMPARE(desk.said(3), u"已经取消。请重新预约，或现场取号。"_s);
        QCOMPARE(desk.flow().rows()->value(0, u"when"_s).toString(), u"今天 11:00–11:30"_s);
        QCOMPARE(desk.flow().rows()->value(1, u"when"_s).toString(), u"明天 10:00–10:30"_s);
        for (int row = 0; row < 4; ++row)
            QVERIFY(!desk.flow().rows()->value(row, u"due"_s).toBool());
        QVERIFY(desk.bench.heard("/redeem").isEmpty());
        desk.kiosk().back();
        QCOMPARE(desk.kiosk().pageName(), u"appointment"_s);
    }

    void whoIsLateChoosesAnOrdinaryNumber() {
        Desk desk;
        desk.known = {appointment("late", kToday, kTenOClock - 120), appointment("due", kToday, kTenOClock)};
        desk.bench.start();
        desk.kiosk().openAppointments();
        desk.bench.reader->lay(card());
        QTRY_COMPARE(desk.kiosk().pageName(), u"appointmentResult"_s); // two that can be had: a choice
        QCOMPARE(desk.said(0), u"预约时间已过，仍可取号，按现场顺序办理。"_s);
        desk.kiosk().redeem(u"late"_s);
        QTRY_COMPARE(desk.kiosk().pageName(), u"ticket"_s);
        QVERIFY(desk.redeemed("late").paper);
    }

    void withoutTheCardANumberIsNotGiven() {
        Desk desk;
        desk.known = {appointment("a1", kToday, kTenOClock)};
        desk.bench.start();
        desk.kiosk().openAppointments();
        desk.bench.scanner->scan(u"11010519900307849X"_s);
        QTRY_COMPARE(desk.kiosk().pageName(), u"appointmentResult"_s);
        QCOMPARE(desk.said(0), u"请放上身份证，或输入8位预约码取号。"_s);
        QVERIFY(desk.bench.heard("/redeem").isEmpty());
    }

    void aFailedPrintOffersTheCodeAndTheAppointmentStays() {
        Desk desk;
        desk.known = {appointment("a1", kToday, kTenOClock)};
        desk.bench.printer->next = {devices::PrintOutcome::failed, devices::PrintFault::none};
        desk.bench.start();
        desk.kiosk().openAppointments();
        desk.bench.reader->lay(card());
        QTRY_COMPARE(desk.kiosk().pageName(), u"code"_s);
        QVERIFY(desk.kiosk().offersCode());
        desk.kiosk().discardCode();
        QCOMPARE(desk.kiosk().pageName(), u"home"_s);
        QTRY_COMPARE(desk.bench.reports().size(), 1);
        QVERIFY(desk.bench.reports()[0].contains("failed"));
    }

    void thePagesStandWhole_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("upright") << QSize(1080, 1920);
        QTest::newRow("lying") << QSize(1920, 1080);
    }
    void thePagesStandWhole() {
        QFETCH(const QSize, size);
        Desk desk;
        desk.known = {appointment("early", kToday, kTenOClock + 60),
                      appointment("late", kToday, kTenOClock - 120), appointment("due", kToday, kTenOClock)};
        ui::Enrolment enrolment(*desk.bench.client, true);
        test::Scene scene({.catalogue = u"kiosk"_s}, u"qrc:/qt/qml/Atrium/Kiosk/Main.qml"_s,
                          QVariantMap{{u"kiosk"_s, QVariant::fromValue(&desk.kiosk())},
                                      {u"enrolment"_s, QVariant::fromValue(&enrolment)},
                                      {u"everyPage"_s, false}},
                          size);
        desk.bench.start();
        QStringList wrong = faultsInEveryMode(scene, u"home"_s);
        QVERIFY(scene.item(u"tile-appointment"_s) != nullptr);
        desk.kiosk().openAppointments();
        desk.key(u"87654321"_s);
        desk.flow().confirmKeyed();
        QTRY_VERIFY(!desk.flow().refusal().isEmpty());
        desk.key(u"12345"_s);
        wrong += faultsInEveryMode(scene, u"keyed"_s);
        desk.flow().clearKeyed();
        desk.key(u"87654321"_s);
        desk.flow().confirmKeyed();
        QTRY_VERIFY(!desk.flow().refusal().isEmpty());
        wrong += faultsInEveryMode(scene, u"refused"_s);
        desk.bench.reader->lay(card());
        QTRY_COMPARE(desk.kiosk().pageName(), u"appointmentResult"_s);
        wrong += faultsInEveryMode(scene, u"result"_s);
        QVERIFY(scene.item(u"redeem-late"_s) != nullptr);
        desk.known.clear();
        desk.kiosk().back();
        desk.bench.reader->lay(card());
        QTRY_COMPARE(desk.kiosk().pageName(), u"appointmentResult"_s);
        wrong += faultsInEveryMode(scene, u"none"_s);
        for (const QString& line : wrong)
            qWarning("%s", qPrintable(line));
        QVERIFY2(wrong.isEmpty(), "see above");
    }

private:
    static QStringList faultsInEveryMode(const test::Scene& scene, const QString& page) {
        QStringList wrong;
        auto& theme = ui::Theme::instance();
        for (const QString& language : {u"zh_CN"_s, u"en"_s})
            for (const bool large : {false, true})
                for (const bool low : {false, true}) {
                    theme.setLanguage(language);
                    theme.setLargeType(large);
                    theme.setLowReach(low);
                    QCoreApplication::processEvents(); // texts of records follow the language a turn later
                    const QString mode = u"appointment-%1-%2-%3-%4%5"_s.arg(
                        QString::fromLatin1(QTest::currentDataTag()), page, language,
                        large ? u"large"_s : u"normal"_s, low ? u"-low"_s : QString());
                    scene.picture(mode);
                    for (const QString& fault : scene.faults())
                        wrong.append(mode + u": "_s + fault);
                }
        theme.setLanguage(u"zh_CN"_s);
        theme.setLargeType(false);
        theme.setLowReach(false);
        QCoreApplication::processEvents();
        return wrong;
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::AppointmentTest)
#include "appointmenttest.moc"
