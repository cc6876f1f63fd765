// SPDX-License-Identifier: GPL-3.0-or-later
// Fingers that tap twice: the second tap does nothing on the page that came between the two.
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/appkit/touchpause.h"
#include "shared/ui/tokens/theme.h"
#include "tests/gui/kiosk/bench.h"
#include "tests/support/gui/scene.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

#include <memory>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_KioskPlugin)

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr IdleTimes kPatient{
    .home = 3'600'000, .ticket = 3'600'000, .page = 3'600'000, .warning = 20'000, .slow = 50};

/// A kiosk whose time after a page change passes when the test says so.
struct Touched {
    Bench bench{kPatient};
    std::unique_ptr<ui::Enrolment> enrolment;
    std::unique_ptr<test::Scene> scene;
    milliseconds now{0};
    bool heldAtFirst = true;

    Touched() {
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
        bench.plugIn();
        enrolment = std::make_unique<ui::Enrolment>(*bench.client, true);
        scene = std::make_unique<test::Scene>(
            ui::QuickAppOptions{.catalogue = u"kiosk"_s}, u"qrc:/qt/qml/Atrium/Kiosk/Main.qml"_s,
            QVariantMap{{u"kiosk"_s, QVariant::fromValue(bench.kiosk.get())},
                        {u"enrolment"_s, QVariant::fromValue(enrolment.get())},
                        {u"everyPage"_s, false}},
            QSize(1080, 1920));
        auto* pause = scene->window().findChild<ui::TouchPause*>();
        QVERIFY(pause != nullptr);
        heldAtFirst = pause->active();
        pause->setClock([this] { return now; });
        pause->begin();
        pass();
        bench.start();
    }
    /// The pause ends, and not a moment later.
    void pass() { now += ui::TouchPause::kLength; }
    [[nodiscard]] QString page() const { return bench.kiosk->pageName(); }
};

} // namespace

class TouchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSecondTapTakesNoNumber() {
        Touched kiosk;
        QVERIFY(kiosk.scene->touch(u"tile-take-number"_s));
        QCOMPARE(kiosk.page(), u"departments"_s);
        QVERIFY(kiosk.scene->touch(u"department-dept-market"_s));
        QCOMPARE(kiosk.page(), u"departments"_s);
        kiosk.pass();
        QVERIFY(kiosk.scene->touch(u"department-dept-market"_s));
        QCOMPARE(kiosk.page(), u"items"_s);
        kiosk.now += ui::TouchPause::kLength - milliseconds(1);
        QVERIFY(kiosk.scene->touch(u"item-item-company-formation"_s));
        QCOMPARE(kiosk.page(), u"items"_s);
        QVERIFY(kiosk.bench.heard("/tickets").isEmpty());
        kiosk.now += milliseconds(1);
        QVERIFY(kiosk.scene->touch(u"item-item-company-formation"_s));
        QTRY_COMPARE(kiosk.page(), u"ticket"_s);
        QCOMPARE(kiosk.bench.heard("/tickets").size(), 1);
    }

    void aTapOnRowsThatMoveTakesNoNumber() {
        Touched kiosk;
        kiosk.bench.kiosk->openDepartments();
        kiosk.bench.kiosk->openDepartment(u"dept-market"_s);
        kiosk.pass();
        kiosk.bench.printer->become(devices::DeviceState::coverOpen);
        QVERIFY(kiosk.scene->shows(u"打印机盖未合上。"_s));
        QVERIFY(kiosk.scene->touch(u"item-item-company-formation"_s));
        QCOMPARE(kiosk.page(), u"items"_s);
        QVERIFY(kiosk.bench.heard("/tickets").isEmpty());
        kiosk.pass();
        kiosk.bench.printer->become(devices::DeviceState::ready);
        QVERIFY(kiosk.scene->touch(u"item-item-company-formation"_s));
        QCOMPARE(kiosk.page(), u"items"_s);
        kiosk.pass();
        QVERIFY(kiosk.scene->touch(u"item-item-company-formation"_s));
        QTRY_COMPARE(kiosk.page(), u"ticket"_s);
    }

    void theQuietPageTakesEveryTouch() {
        Touched kiosk;
        Q_EMIT kiosk.bench.kiosk->idle()->expired();
        QCOMPARE(kiosk.page(), u"quiet"_s);
        QVERIFY(kiosk.scene->touch(u"quiet"_s));
        QCOMPARE(kiosk.page(), u"home"_s);
        kiosk.pass();
        Q_EMIT kiosk.bench.kiosk->idle()->expired();
        kiosk.bench.server->down = true;
        kiosk.bench.server->dropStreams();
        QTRY_VERIFY(kiosk.scene->shows(u"连接中断"_s));
        kiosk.bench.server->down = false;
        QTRY_VERIFY(!kiosk.scene->shows(u"连接中断"_s));
        QVERIFY(kiosk.scene->touch(u"quiet"_s)); // at the very moment the notice went
        QCOMPARE(kiosk.page(), u"home"_s);
    }

    void aSearchWithinLowReachShowsItsRows() {
        auto& theme = ui::Theme::instance();
        Touched kiosk;
        theme.setLargeType(true);
        theme.setLowReach(true);
        QTRY_VERIFY(kiosk.bench.kiosk->search()->ready());
        kiosk.bench.kiosk->openSearch();
        kiosk.bench.printer->become(devices::DeviceState::paperOut);
        kiosk.bench.kiosk->search()->type(u"D"_s);
        QTRY_VERIFY(kiosk.bench.kiosk->search()->found() >= 3);
        kiosk.scene->picture(u"search-low"_s);
        auto* list = kiosk.scene->item(u"list"_s);
        QVERIFY(list != nullptr);
        const QRectF seen = list->mapRectToScene(QRectF(0, 0, list->width(), list->height()));
        int whole = 0;
        qreal lowest = 0;
        for (int row = 0; row < kiosk.bench.kiosk->search()->results()->count(); ++row) {
            const auto* item =
                kiosk.scene->item(u"item-"_s + kiosk.bench.kiosk->search()->results()->keyAt(row));
            if (item == nullptr)
                continue;
            const QRectF at = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
            whole += seen.contains(at) ? 1 : 0;
            if (row == 0)
                lowest = at.bottom();
            else
                QVERIFY2(at.bottom() < lowest, "the best row stands lowest");
        }
        QVERIFY2(whole >= 2, qPrintable(QString::number(whole)));
        QVERIFY(kiosk.scene->item(u"key-close"_s) == nullptr);
        theme.setLargeType(false);
        theme.setLowReach(false);
    }

    void aNumberThatDoesNotComeNeedNotBeWaitedFor() {
        Touched kiosk;
        kiosk.bench.kiosk->openDepartments();
        kiosk.bench.kiosk->openDepartment(u"dept-market"_s);
        kiosk.bench.server->frozen = true;
        kiosk.bench.kiosk->chooseItem(u"item-company-formation"_s);
        QCOMPARE(kiosk.page(), u"printing"_s);
        QTRY_VERIFY(kiosk.scene->shows(u"比平时久，还在取号"_s));
        kiosk.scene->picture(u"printing-slow"_s);
        QVERIFY(kiosk.scene->item(u"home"_s) != nullptr);
        kiosk.pass();
        QVERIFY(kiosk.scene->touch(u"back"_s));
        QCOMPARE(kiosk.page(), u"items"_s);
        kiosk.bench.server->thaw();
        // Nobody waits for it: it is given back as a number without paper.
        QTRY_COMPARE(kiosk.bench.heard("/tickets").size(), 1);
        QTRY_COMPARE(kiosk.bench.reports().size(), 1);
        QVERIFY(kiosk.bench.reports().front().contains(R"("failed")"));
        QCOMPARE(kiosk.page(), u"items"_s);
        kiosk.bench.kiosk->chooseItem(u"item-company-formation"_s);
        QTRY_COMPARE(kiosk.page(), u"ticket"_s);
    }

    void aFingerOnGlassIsHeldBackToo() {
        Touched kiosk;
        const std::unique_ptr<QPointingDevice> glass(QTest::createTouchDevice());
        const auto tap = [&](const QString& name) {
            kiosk.scene->window().grabWindow();
            const auto* item = kiosk.scene->item(name);
            QVERIFY(item != nullptr);
            const QPoint at = item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
            QTest::touchEvent(&kiosk.scene->window(), glass.get()).press(0, at);
            QTest::touchEvent(&kiosk.scene->window(), glass.get()).release(0, at);
        };
        tap(u"tile-take-number"_s);
        QCOMPARE(kiosk.page(), u"departments"_s);
        tap(u"department-dept-market"_s);
        QCOMPARE(kiosk.page(), u"departments"_s);
        kiosk.pass();
        tap(u"department-dept-market"_s);
        QCOMPARE(kiosk.page(), u"items"_s);
    }

    void aSecondTapDoesNotAnswerAQuestion() {
        Touched kiosk;
        kiosk.bench.server->command = [](const sync::HttpRequest&) {
            model::LookupResponse found;
            found.tickets.emplace_back();
            found.tickets.back().ticket.number = "A0127";
            found.tickets.back().ticket.state = model::TicketState::waiting;
            return sync::HttpResponse{.status = 200,
                                      .headers = {},
                                      .body = QByteArray::fromStdString(model::toJson(found)),
                                      .failure = {}};
        };
        kiosk.bench.kiosk->openLookup();
        devices::IdCard card;
        card.name = "上官云";
        card.idNumber = "11010519900307849X";
        Q_EMIT kiosk.bench.reader->cardRead(card);
        QTRY_COMPARE(kiosk.page(), u"lookupResult"_s);
        kiosk.pass();
        QVERIFY(kiosk.scene->touch(u"cancel-A0127"_s));
        QCOMPARE(kiosk.bench.kiosk->lookup()->toCancel(), u"A0127"_s);
        QVERIFY(kiosk.scene->touch(u"confirm-yes"_s));
        QVERIFY(kiosk.scene->touch(u"confirm-no"_s));
        QCOMPARE(kiosk.bench.kiosk->lookup()->toCancel(), u"A0127"_s);
        QVERIFY(kiosk.bench.heard("/cancel").isEmpty());
        kiosk.pass();
        QVERIFY(kiosk.scene->touch(u"confirm-yes"_s));
        QTRY_COMPARE(kiosk.bench.heard("/cancel").size(), 1);
    }

    void aKioskThatKnowsNothingOffersNothing() {
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
        Bench bench(kPatient);
        bench.plugIn();
        bench.server->down = true;
        ui::Enrolment enrolment(*bench.client, true);
        test::Scene scene({.catalogue = u"kiosk"_s}, u"qrc:/qt/qml/Atrium/Kiosk/Main.qml"_s,
                          QVariantMap{{u"kiosk"_s, QVariant::fromValue(bench.kiosk.get())},
                                      {u"enrolment"_s, QVariant::fromValue(&enrolment)},
                                      {u"everyPage"_s, false}},
                          QSize(1080, 1920));
        const QStringList touched{u"tile-take-number"_s, u"tile-lookup"_s, u"searchField"_s};
        for (const QString& name : touched)
            QVERIFY(scene.item(name) == nullptr);
        bench.kiosk->start(u"none"_s);
        bench.client->start();
        QTRY_VERIFY(scene.shows(u"请到服务台取号，工作人员会帮您。"_s));
        scene.picture(u"nothing-known"_s);
        QVERIFY(scene.faults().isEmpty());
        for (const QString& name : touched)
            QVERIFY(scene.item(name) == nullptr);
        // Nobody is invited to touch it either.
        Q_EMIT bench.kiosk->idle()->expired();
        QCOMPARE(bench.kiosk->pageName(), u"home"_s);
        bench.server->down = false;
        bench.client->sync().retryNow();
        QTRY_VERIFY(scene.item(u"tile-take-number"_s) != nullptr);
        QVERIFY(scene.item(u"nothing-known"_s) == nullptr);
    }

    void theFirstTouchOfAllCounts() {
        Touched kiosk;
        QVERIFY(!kiosk.heldAtFirst);
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::TouchTest)
#include "touchtest.moc"
