// SPDX-License-Identifier: GPL-3.0-or-later
// The flow of a number: what the server hears for each end of a print, over a crash too, and how pages
// follow.
#include "shared/ui/tokens/theme.h"
#include "shared/ui/types/languageswitch.h"
#include "tests/gui/kiosk/bench.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <QTest>
#include <algorithm>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The server goes away, and the kiosk has noticed.
void loseServer(Bench& bench) {
    bench.server->down = true;
    bench.server->dropStreams();
    QTRY_VERIFY(!bench.hall->online());
}

} // namespace

class TakeNumberTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        ui::Theme::instance().setLargeType(false);
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
    }

    void withoutAPrinterTheNumberComesAsACode() {
        Bench bench;
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"code"_s);
        QCOMPARE(bench.kiosk->ticket()->number(), u"A0127"_s);
        QCOMPARE(bench.kiosk->ticket()->spacedNumber(), u"A 0127"_s);
        QVERIFY(!bench.kiosk->offersCode());
        bool asked = false;
        for (const auto& request : bench.server->requests())
            asked = asked || (request.path.endsWith("/tickets") && request.body.contains(R"("paper":false)"));
        QVERIFY(asked);
    }

    void aRealNameItemAsksForTheIdentityFirst() {
        Bench bench;
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->chooseItem(u"item-passport"_s);
        QCOMPARE(bench.kiosk->pageName(), u"identity"_s);
        bench.kiosk->openKeyIdentity();
        for (const QChar digit : u"110105194912310021"_s)
            bench.kiosk->visitor()->type(QString(digit));
        bench.kiosk->confirmKeyed();
        QCOMPARE(bench.kiosk->pageName(), u"keyIdentity"_s);
        QVERIFY(!bench.kiosk->visitor()->refusal().isEmpty());
        bench.kiosk->visitor()->backspace();
        bench.kiosk->visitor()->type(u"X"_s);
        bench.kiosk->confirmKeyed();
        QTRY_COMPARE(bench.kiosk->pageName(), u"code"_s);
        QVERIFY(!bench.kiosk->visitor()->holder().contains(u"19491231"_s));
    }

    void offlineTheScreenSaysWhatStillWorks() {
        Bench bench;
        bench.start();
        loseServer(bench);
        bench.kiosk->openDepartments();
        QVERIFY(bench.kiosk->catalogue()->departments()->count() > 0);
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QCOMPARE(bench.kiosk->pageName(), u"error"_s);
        QVERIFY(bench.kiosk->stillWorks().contains(u"服务台"_s));
    }

    void anErrorIsTakenBackWhenTheServerReturns() {
        Bench bench;
        bench.start();
        loseServer(bench);
        bench.kiosk->openDepartments();
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QVERIFY(bench.kiosk->happened().contains(u"中断"_s));
        QVERIFY(!bench.kiosk->resolved());
        bench.server->down = false;
        bench.client->sync().retryNow();
        QTRY_VERIFY(bench.kiosk->resolved());
        QCOMPARE(bench.kiosk->pageName(), u"error"_s);
        QCOMPARE(bench.kiosk->happened(), u"与服务器的连接已经恢复。"_s);
        QCOMPARE(bench.kiosk->stillWorks(), u"请返回再试一次。"_s);
    }

    void aFaultOfThePrinterIsTakenBackWhenItIsMended() {
        Bench bench;
        bench.plugIn();
        bench.start();
        bench.kiosk->openDepartments();
        bench.printer->checked = devices::DeviceState::coverOpen;
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"noPaper"_s);
        QCOMPARE(bench.kiosk->happened(), u"打印机盖未合上。"_s);
        bench.printer->become(devices::DeviceState::paperOut);
        QCOMPARE(bench.kiosk->happened(), u"打印机缺纸。"_s);
        QVERIFY(!bench.kiosk->resolved());
        bench.printer->become(devices::DeviceState::ready);
        QVERIFY(bench.kiosk->resolved());
        QCOMPARE(bench.kiosk->happened(), u"打印机已经恢复。"_s);
        bench.printer->become(devices::DeviceState::coverOpen);
        QCOMPARE(bench.kiosk->happened(), u"打印机盖未合上。"_s);
        QVERIFY(!bench.kiosk->resolved());
    }

    void anErrorOnTheScreenFollowsTheLanguage() {
        Bench bench;
        bench.start();
        loseServer(bench);
        bench.kiosk->openDepartments();
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QCOMPARE(bench.kiosk->pageName(), u"error"_s);
        const QString chinese = bench.kiosk->happened();
        QSignalSpy changed(bench.kiosk.get(), &Kiosk::messageChanged);
        ui::LanguageSwitch languages(nullptr);
        languages.addCatalogue(u"kiosk"_s);
        ui::Theme::instance().setLanguage(u"en"_s);
        QTRY_VERIFY(!changed.isEmpty());
        const QRegularExpression han(u"[\\x{4e00}-\\x{9fff}]"_s);
        QVERIFY2(!bench.kiosk->happened().contains(han), qPrintable(bench.kiosk->happened()));
        QVERIFY(!bench.kiosk->stillWorks().contains(han));
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
        QCOMPARE(bench.kiosk->happened(), chinese);
    }

    void aRefusedNumberFollowsTheLanguage() {
        Bench bench;
        bench.start();
        bench.kiosk->openKeyIdentity();
        bench.kiosk->visitor()->type(u"1"_s);
        bench.kiosk->confirmKeyed();
        QVERIFY(bench.kiosk->visitor()->refusal().contains(u"18 位"_s));
        ui::LanguageSwitch languages(nullptr);
        languages.addCatalogue(u"kiosk"_s);
        ui::Theme::instance().setLanguage(u"en"_s);
        QCOMPARE(bench.kiosk->visitor()->refusal(),
                 u"Wrong length: both kinds of number have 18 characters."_s);
    }

    void englishCountsOneAndMany() {
        Bench bench;
        bench.start();
        ui::LanguageSwitch languages(nullptr);
        languages.addCatalogue(u"kiosk"_s);
        ui::Theme::instance().setLanguage(u"en"_s);
        auto* departments = bench.kiosk->catalogue()->departments();
        QSet<QString> notes;
        QTRY_VERIFY([&] {
            notes.clear();
            for (int row = 0; row < departments->count(); ++row)
                notes.insert(departments->value(row, u"note"_s).toString());
            return notes.contains(u"4 businesses"_s);
        }());
        QVERIFY2(notes.contains(u"1 business"_s), qPrintable(QStringList(notes.values()).join(u'|')));
        QVERIFY(!notes.contains(u"1 businesses"_s));
    }

    void theGuideIsReadAndLeadsToANumber() {
        Bench bench;
        bench.start();
        bench.kiosk->openGuides();
        bench.kiosk->openDepartment(u"dept-market"_s);
        QVERIFY(bench.kiosk->guiding());
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QCOMPARE(bench.kiosk->pageName(), u"guideText"_s);
        QCOMPARE(bench.kiosk->guide()->title(), u"公司设立登记"_s);
        bench.kiosk->back();
        QCOMPARE(bench.kiosk->pageName(), u"items"_s);
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        bench.kiosk->takeGuided();
        QTRY_COMPARE(bench.kiosk->pageName(), u"code"_s);
        bench.kiosk->leave();
        QVERIFY(!bench.kiosk->guiding());
        QVERIFY(bench.kiosk->guide()->title().isEmpty());
    }

    void anEnglishGuideSaysTheUsualWordsInEnglish() {
        Bench bench;
        bench.start();
        bench.kiosk->openGuides();
        bench.kiosk->openDepartment(u"dept-market"_s);
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QCOMPARE(bench.kiosk->guide()->fee(), u"不收费"_s);
        ui::Theme::instance().setLanguage(u"en"_s);
        QTRY_COMPARE(bench.kiosk->guide()->fee(), u"free of charge"_s);
        auto* materials = bench.kiosk->guide()->materials();
        QVERIFY(materials->count() > 0);
        QTRY_VERIFY(materials->value(0, u"detail"_s).toString().startsWith(u"original"_s));
    }

    void aWaitWithoutAnEndIsTheLongestOfAll() {
        Bench bench;
        bench.start();
        model::Window window;
        window.id = model::WindowId("w1");
        window.itemIds = {model::ServiceItemId("item-company-formation")};
        model::WindowStatus status;
        status.id = model::RecordId(window.id.value);
        status.windowId = window.id;
        status.state = model::WindowState::idle;
        const auto demo = demoHall();
        const auto item = std::find_if(demo.items.begin(), demo.items.end(),
                                       [&](const auto& one) { return one.id == window.itemIds.front(); });
        const auto queue = std::find_if(demo.queues.begin(), demo.queues.end(),
                                        [&](const auto& one) { return one.id == item->queueId; });
        model::Area area;
        area.id = queue->areaId;
        model::QueueDay day;
        day.id = model::RecordId(queue->id.value + ".20261123");
        day.queueId = queue->id;
        day.day = kDemoDay;
        day.waiting = 300;
        bench.server->publish("recordChanged",
                              {test::put(window), test::put(status), test::put(area), test::put(day)});
        auto* areas = bench.kiosk->home()->load();
        const auto rowOf = [](const ui::RecordListModel& rows, const QString& key) {
            for (int row = 0; row < rows.count(); ++row)
                if (rows.keyAt(row) == key)
                    return row;
            return -1;
        };
        const QString place = QString::fromStdString(area.id.value);
        QTRY_VERIFY2(rowOf(*areas, place) >= 0, qPrintable(place));
        QTRY_VERIFY(areas->value(rowOf(*areas, place), u"people"_s).toString().contains(u"300"_s));
        QTRY_VERIFY(areas->value(rowOf(*areas, place), u"busy"_s).toBool());
        bench.kiosk->openDepartments();
        bench.kiosk->openDepartment(u"dept-market"_s);
        auto* items = bench.kiosk->catalogue()->items();
        const int row = rowOf(*items, u"item-company-formation"_s);
        QVERIFY(row >= 0);
        QVERIFY(items->value(row, u"served"_s).toBool());
        QVERIFY(!items->value(row, u"soon"_s).toBool());
    }

    void anInterruptedPrintIsReportedUnknownAtTheNextStart() {
        Bench bench;
        {
            sync::PrintJournal journal(bench.folder.path() + u"/print.sqlite"_s);
            QVERIFY(journal.begin(model::TicketId("t9")));
            QVERIFY(journal.begin(model::TicketId("t8")));
            QVERIFY(journal.noteFailure(model::TicketId("t8"), "paperOut"));
        }
        bench.close();
        bench.open();
        bench.start();
        QTRY_COMPARE(bench.reports().size(), 2);
        QVERIFY(bench.reports().at(0).contains(R"("failed")"));
        QVERIFY(bench.reports().at(1).contains(R"("unknown")"));
        QVERIFY(sync::PrintJournal(bench.folder.path() + u"/print.sqlite"_s).open().empty());
    }

    void walkingAwayForgetsEverything() {
        Bench bench({.home = 200, .ticket = 200, .page = 200, .warning = 100});
        bench.start();
        bench.kiosk->openSearch();
        bench.kiosk->search()->type(u"G"_s);
        ui::Theme::instance().setLargeType(true);
        ui::Theme::instance().setLanguage(u"en"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"quiet"_s);
        QVERIFY(bench.kiosk->search()->text().isEmpty());
        QVERIFY(!ui::Theme::instance().largeType());
        QCOMPARE(ui::Theme::instance().language(), u"zh_CN"_s);
        bench.kiosk->wake();
        QCOMPARE(bench.kiosk->pageName(), u"home"_s);
    }

    void lettersNarrowAndDeadKeysAreKnown() {
        Bench bench;
        bench.start();
        QTRY_VERIFY(bench.kiosk->search()->ready());
        for (const QString& letter : {u"G"_s, u"S"_s, u"B"_s})
            bench.kiosk->search()->type(letter);
        QTRY_COMPARE(bench.kiosk->search()->found(), 1);
        QCOMPARE(bench.kiosk->search()->results()->value(0, u"name"_s).toString(), u"公司变更登记"_s);
        QVERIFY(bench.kiosk->search()->available().contains(u'G'));
        QVERIFY(!bench.kiosk->search()->available().contains(u'Q'));
    }

    void oneNumberForSeveralBusinesses() {
        Bench bench;
        bench.start();
        auto& kiosk = *bench.kiosk;
        kiosk.openDepartments();
        kiosk.openDepartment(u"dept-market"_s);
        kiosk.toggleBasket();
        kiosk.takeBasket(); // nothing is in it
        QCOMPARE(kiosk.page(), Kiosk::Items);
        for (const auto* id : {"item-company-change", "item-sole-trader", "item-company-closure"})
            kiosk.chooseItem(QLatin1String(id));
        kiosk.chooseItem(u"item-sole-trader"_s); // out again
        QCOMPARE(kiosk.basket()->ids(), (QStringList{u"item-company-change"_s, u"item-company-closure"_s}));
        QCOMPARE(kiosk.page(), Kiosk::Items);
        kiosk.takeBasket();
        QTRY_COMPARE(bench.heard("/tickets").size(), 1);
        const auto asked =
            model::fromJson<model::IssueRequest>(bench.heard("/tickets").constFirst().toStdString()).value();
        QCOMPARE(asked.itemId.value, std::string("item-company-change"));
        QCOMPARE(asked.moreItemIds.size(), std::size_t{1});
        QCOMPARE(asked.moreItemIds.front().value, std::string("item-company-closure"));
        kiosk.leave();
        QVERIFY(!kiosk.basket()->isOpen());
    }
    void theBasketHoldsFive() {
        Bench bench;
        bench.start();
        auto& kiosk = *bench.kiosk;
        kiosk.openDepartments();
        kiosk.toggleBasket();
        QStringList open;
        for (const auto& item : bench.client->replica().all<model::ServiceItem>())
            open.append(QString::fromStdString(item.id.value));
        for (const auto& id : open)
            kiosk.chooseItem(id);
        QVERIFY(kiosk.basket()->full());
        QCOMPARE(kiosk.basket()->ids().size(), qsizetype{Basket::kMost});
        QVERIFY(!kiosk.notice().isEmpty());
        kiosk.toggleBasket();
        QVERIFY(kiosk.basket()->ids().isEmpty());
    }
    void itemsStandByLetterOnRequest() {
        Bench bench;
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->openDepartment(u"dept-market"_s);
        bench.kiosk->catalogue()->sortByLetter();
        auto* items = bench.kiosk->catalogue()->items();
        QCOMPARE(items->count(), 4);
        // 个 ge comes before 公 gong; 变更 before 设立 before 注销.
        const QStringList expected{u"item-sole-trader"_s, u"item-company-change"_s,
                                   u"item-company-formation"_s, u"item-company-closure"_s};
        for (int row = 0; row < expected.size(); ++row)
            QCOMPARE(items->keyAt(row), expected.at(row));
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::TakeNumberTest)
#include "takenumbertest.moc"
