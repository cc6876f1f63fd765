// SPDX-License-Identifier: GPL-3.0-or-later
// Queues that give no number now: their rows say why and when instead, and begin nothing.
#include "apps/kiosk/queuedoor.h"
#include "shared/ui/tokens/theme.h"
#include "tests/gui/kiosk/bench.h"

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

// The server's time in the tests is Saturday, 22 November 2025, 10:04 in the hall.
constexpr int kSaturday = 6;
constexpr int kMonday = 1;
constexpr qint64 kHalfPastOne = 1'763'789'400'000;

model::OpeningHours hours(int weekday, int from, int to) {
    return {.weekday = weekday, .from = {from}, .to = {to}};
}

QVariant seen(Bench& bench, const char* role, const QString& item = u"item-company-formation"_s) {
    const auto& items = *bench.kiosk->catalogue()->items();
    for (int row = 0; row < items.count(); ++row)
        if (items.keyAt(row) == item)
            return items.value(row, QString::fromLatin1(role));
    return {};
}

using Change = std::function<void(DemoHall&)>;

} // namespace

class DoorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        ui::Theme::instance().setLargeType(false);
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
    }

    void aRowSaysWhyAndWhenInstead_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("when");
        const auto row = [](const char* name, Change change, const QString& why, const QString& when) {
            QTest::newRow(name) << std::move(change) << why << when;
        };
        row("switched off", [](DemoHall& demo) { demo.queues[0].active = false; }, u"暂停取号"_s, {});
        row(
            "given out", [](DemoHall& demo) { demo.queues[0].dailyQuota = 100; }, u"今日号已取完"_s,
            u"明天可以取号"_s);
        row(
            "given out until Monday",
            [](DemoHall& demo) {
                demo.queues[0].dailyQuota = 100;
                demo.queues[0].hours = {hours(kSaturday, 0, 1440), hours(kMonday, 540, 1020)};
            },
            u"今日号已取完"_s, u"周一上午 9:00 开始取号"_s);
        row(
            "this afternoon",
            [](DemoHall& demo) {
                demo.queues[0].hours = {hours(kSaturday, 540, 600), hours(kSaturday, 810, 1020)};
            },
            u"不在取号时间"_s, u"下午 13:30 开始取号"_s);
        row(
            "tomorrow", [](DemoHall& demo) { demo.queues[0].hours = {hours(7, 605, 1020)}; },
            u"不在取号时间"_s, u"明天上午 10:05 开始取号"_s);
        row("no window", [](DemoHall& demo) { demo.windows.clear(); }, u"暂无窗口办理"_s, {});
    }
    void aRowSaysWhyAndWhenInstead() {
        QFETCH(Change, change);
        QFETCH(QString, why);
        QFETCH(QString, when);
        Bench bench({}, change);
        bench.plugIn();
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->openDepartment(u"dept-market"_s);
        QCOMPARE(seen(bench, "shut"), QVariant(true));
        QCOMPARE(seen(bench, "ahead"), QVariant(why));
        QCOMPARE(seen(bench, "wait"), QVariant(when));
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QCOMPARE(bench.kiosk->pageName(), u"items"_s);
        QVERIFY(bench.kiosk->notice().contains(why));
        QVERIFY(bench.heard("/tickets").isEmpty());
    }

    void aQueueThatIsOffAsksForNoCard() {
        Bench bench({}, [](DemoHall& demo) {
            for (auto& queue : demo.queues)
                queue.active = !queue.realName;
        });
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->openDepartment(u"dept-police"_s);
        bench.kiosk->chooseItem(u"item-passport"_s);
        QCOMPARE(bench.kiosk->pageName(), u"items"_s);
    }

    void theClockOpensAQueue() {
        Bench bench({}, [](DemoHall& demo) { demo.queues[0].hours = {hours(kSaturday, 810, 1020)}; });
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->openDepartment(u"dept-market"_s);
        QCOMPARE(seen(bench, "shut"), QVariant(true));
        bench.server->heartbeat(model::fromMillis(kHalfPastOne));
        QTRY_COMPARE_WITH_TIMEOUT(seen(bench, "shut"), QVariant(false), 60'000);
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QCOMPARE(bench.kiosk->pageName(), u"printing"_s);
    }

    void aGuideSaysTheHours() {
        Bench bench({}, [](DemoHall& demo) {
            for (int weekday = kMonday; weekday < kSaturday; ++weekday)
                demo.queues[0].hours.push_back(hours(weekday, 810, 1020));
            for (int weekday = kMonday; weekday <= kSaturday; ++weekday)
                demo.queues[0].hours.push_back(hours(weekday, 540, 600));
        });
        bench.start();
        bench.kiosk->openGuides();
        bench.kiosk->openDepartment(u"dept-market"_s);
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QCOMPARE(bench.kiosk->pageName(), u"guideText"_s);
        QCOMPARE(bench.kiosk->guide()->hours(), u"周一至周五 9:00–10:00、13:30–17:00；周六 9:00–10:00"_s);
        QCOMPARE(bench.kiosk->guide()->shut(), u"不在取号时间，周一上午 9:00 开始取号"_s);
        bench.kiosk->takeGuided();
        QCOMPARE(bench.kiosk->pageName(), u"guideText"_s);
        ui::Theme::instance().setLanguage(u"en"_s);
        QVERIFY(bench.kiosk->guide()->hours().startsWith(u"Mon"_s));
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::DoorTest)
#include "doortest.moc"
