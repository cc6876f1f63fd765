// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard's figures and windows move as the hall moves, and say so when the server is away.
#include "apps/admin/dashboard/alarmlist.h"
#include "apps/admin/dashboard/daychart.h"
#include "apps/admin/dashboard/windowgrid.h"
#include "apps/admin/dashboard/windowtiles.h"
#include "apps/admin/pages/dashboardpage.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/widgets/figuretile.h"
#include "shared/ui/widgets/widgettheme.h"
#include "tests/gui/admin/fakehall.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimeZone>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QDateTimeAxis>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;

namespace {

struct Wall {
    test::FakeHall hall;
    ui::HallState state{hall.client()};
    admin::DashboardPage page{hall.client(), state, hall.account()};

    QString figure(const QString& name) const {
        return page.findChild<QWidget*>(u"figure-"_s + name)->property("text").toString();
    }
    static model::WindowStatus status(model::WindowState state, const std::string& number) {
        model::WindowStatus out;
        out.id.value = "window-1";
        out.hallId.value = "hall";
        out.windowId.value = "window-1";
        out.state = state;
        out.number = number;
        return out;
    }
};

} // namespace

class DashboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresFollowEvents() {
        Wall wall;
        wall.hall.dashboard.waiting = 67;
        wall.hall.dashboard.served = 842;
        wall.hall.dashboard.waitP50Minutes = 11.4;
        wall.hall.dashboard.waitP90Minutes = 26.6;
        wall.hall.dashboard.satisfaction = 0.986;
        wall.hall.dashboard.windowsOpen = 36;
        wall.hall.dashboard.windowsTotal = 40;
        wall.hall.dashboard.devicesOnline = 118;
        wall.hall.dashboard.devicesTotal = 120;
        wall.page.show();
        QVERIFY(QTest::qWaitFor([&] { return wall.figure(u"waiting"_s) == u"67"_s; }));
        QCOMPARE(wall.figure(u"served"_s), u"842"_s);
        QCOMPARE(wall.figure(u"wait"_s), u"11 / 27"_s);
        QCOMPARE(wall.figure(u"satisfaction"_s), u"98.6"_s);
        QCOMPARE(wall.figure(u"windows"_s), u"36 / 40"_s);
        QCOMPARE(wall.figure(u"devices"_s), u"118 / 120"_s);
        wall.hall.dashboard.waiting = 66;
        wall.hall.server().publish("ticketCalled",
                                   {test::put(Wall::status(model::WindowState::calling, "A0121"))});
        QVERIFY(QTest::qWaitFor([&] { return wall.figure(u"waiting"_s) == u"66"_s; }));
        QCOMPARE(wall.page.describe().value(u"waiting"_s).toInt(), 66);
    }

    void manyEventsAskOnce() {
        Wall wall;
        wall.page.show();
        QVERIFY(QTest::qWaitFor([&] { return !wall.page.describe().isEmpty(); }));
        wall.hall.server().forgetAsked();
        constexpr int kEvents = 50;
        for (int i = 0; i < kEvents; ++i)
            wall.hall.server().publish(
                "ticketCalled",
                {test::put(Wall::status(model::WindowState::calling, "A" + std::to_string(1000 + i)))});
        QVERIFY(wall.hall.inStep());
        const auto asked = [&] { return wall.hall.server().asked().count("GET /api/v1/dashboard"); };
        QVERIFY(QTest::qWaitFor([&] { return asked() > 0; }));
        QVERIFY2(asked() <= 3, qPrintable(QString::number(asked())));
    }

    void nothingYetIsSaidInWords() {
        Wall wall;
        wall.page.show();
        QVERIFY(QTest::qWaitFor([&] { return !wall.page.describe().isEmpty(); }));
        QCOMPARE(wall.figure(u"satisfaction"_s), u"–"_s);
        QCOMPARE(wall.figure(u"wait"_s), u"– / –"_s);
    }

    void theEstimatorsErrorIsShownOfHallAndQueues() {
        Wall wall;
        wall.page.show();
        const auto* line = wall.page.findChild<QLabel*>(u"wait-error"_s);
        QVERIFY(line != nullptr);
        QVERIFY(QTest::qWaitFor([&] { return line->text() == u"估时误差 今天还没有叫号"_s; }));
        const model::WaitError queue{.count = 4, .meanMinutes = 3.3125, .withinFive = 0.75, .inside = 1.0};
        wall.hall.waitErrors.hall = {
            .count = 8, .meanMinutes = 2.3125, .withinFive = 0.875, .inside = 0.8125};
        wall.hall.waitErrors.queues = {{model::QueueId{"queue-1"}, queue}};
        wall.hall.server().publish("ticketCalled",
                                   {test::put(Wall::status(model::WindowState::calling, "A0121"))});
        QVERIFY(
            QTest::qWaitFor([&] { return line->text() == u"估时误差 平均 2.3 分钟 · 88% 在 5 分钟内"_s; }));
        QCOMPARE(line->toolTip(), u"81% 在所示区间内\n队列1：平均 3.3 分钟，75% 在 5 分钟内"_s);
        QVERIFY(line->isVisible());
    }

    void lostServerIsSaidWithTheAgeOfTheFigures() {
        Wall wall;
        wall.page.show();
        QVERIFY(QTest::qWaitFor([&] { return !wall.page.describe().isEmpty(); }));
        const auto* notice = wall.page.findChild<QLabel*>(u"dashboard-notice"_s);
        QCOMPARE(notice->text(), QString());
        wall.hall.server().down = true;
        wall.hall.server().dropStreams();
        QVERIFY(QTest::qWaitFor([&] { return notice->text().contains(u"没有回答"); }, 15'000));
    }

    void aStoreThatTakesNothingIsSaid() {
        Wall wall;
        wall.hall.dashboard.storeTrouble = "storeFull";
        wall.page.show();
        const auto* notice = wall.page.findChild<QLabel*>(u"dashboard-notice"_s);
        QVERIFY(QTest::qWaitFor([&] { return notice->text().contains(u"服务器磁盘已满"_s); }));
        wall.hall.dashboard.storeTrouble.clear();
        wall.hall.server().publish("ticketCalled",
                                   {test::put(Wall::status(model::WindowState::calling, "A0121"))});
        QVERIFY(QTest::qWaitFor([&] { return notice->text().isEmpty(); }));
    }

    void aStrandedQueueIsNamedWithItsTickets() {
        Wall wall;
        model::Alarm alarm;
        alarm.id.value = "queueStranded.queue-1";
        alarm.kind = model::AlarmKind::queueStranded;
        alarm.urgent = true;
        alarm.subjectKind = "queue";
        alarm.subjectId = "queue-1";
        alarm.detail = "12";
        wall.hall.server().publish("alarmRaised", {test::put(alarm)});
        QVERIFY(wall.hall.inStep());
        const auto labels = wall.page.findChildren<QLabel*>();
        const auto shows = [&](const QString& words) {
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel* label) { return label->text().contains(words); });
        };
        QVERIFY(shows(u"无窗口可办 · "_s));
        QVERIFY(shows(u"12 人等候"_s));
    }

    void twoAlarmsAreSeenOnASmallScreen() {
        test::FakeHall hall;
        for (const char* id : {"device-1", "device-2", "device-3"}) {
            model::Alarm alarm;
            alarm.kind = model::AlarmKind::cardReaderFault;
            alarm.id.value = std::string("cardReaderFault.") + id;
            alarm.urgent = true;
            alarm.subjectKind = "device";
            alarm.subjectId = id;
            alarm.detail = "faulty";
            hall.server().publish("alarmRaised", {test::put(alarm)});
        }
        QVERIFY(hall.inStep());
        admin::AlarmList list(hall.client(), hall.account());
        list.resize(272, 165); // the inside of its card at 1366x768
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        int seen = 0;
        for (const auto* button : list.findChildren<QPushButton*>()) {
            const QRect place(button->mapTo(&list, QPoint(0, 0)), button->size());
            QVERIFY2(place.left() >= 0 && place.right() < list.width(), "a button lies beside the card");
            seen += list.rect().contains(place) ? 1 : 0;
        }
        QVERIFY2(seen >= 2, qPrintable(QString::number(seen)));
    }

    void everyWindowStandsWholeOnASmallScreen_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSize>("size");
        QTest::newRow("20, wide") << 20 << QSize(1070, 330);
        QTest::newRow("20, 1366") << 20 << QSize(686, 176);
        QTest::newRow("45, wide") << 45 << QSize(1070, 330);
        QTest::newRow("45, 1366") << 45 << QSize(686, 176);
    }
    void everyWindowStandsWholeOnASmallScreen() {
        QFETCH(int, count);
        QFETCH(QSize, size);
        admin::WindowGrid grid;
        QList<admin::WindowTile> tiles;
        for (int i = 1; i <= count; ++i)
            tiles.append({.id = QString::number(i),
                          .number = i,
                          .words = u"calls A%1"_s.arg(1000 + i),
                          .brief = u"A%1"_s.arg(1000 + i),
                          .more = {},
                          .ground = &ui::Palette::well,
                          .ink = &ui::Palette::ink});
        grid.setTiles(tiles);
        grid.resize(size);
        QRect before;
        for (int i = 0; i < count; ++i) {
            QVERIFY2(grid.rect().contains(grid.place(i)), qPrintable(QString::number(i)));
            QVERIFY(!grid.place(i).intersects(before));
            before = grid.place(i);
            QVERIFY2(grid.shownWords(i).contains(tiles[i].brief), qPrintable(grid.shownWords(i)));
        }
    }

    void theAxisHasFullHours_data() {
        QTest::addColumn<int>("last");
        for (const int last : {17, 18, 19, 21, 23})
            QTest::addRow("until %d:40", last) << last;
    }
    void theAxisHasFullHours() {
        QFETCH(int, last);
        const QTimeZone zone("Asia/Shanghai");
        model::Dashboard figures;
        figures.issued = 9;
        const QDateTime day(QDate(2026, 11, 23), QTime(0, 0), zone);
        for (int minute = 9 * 60; minute <= last * 60 + 40; minute += 10) {
            model::TimePoint point;
            point.at = model::fromMillis(day.addSecs(minute * 60).toMSecsSinceEpoch());
            point.waiting = 3;
            figures.today.push_back(point);
        }
        figures.at = figures.today.back().at;
        admin::DayChart chart;
        chart.setFigures(figures, zone);
        const auto* view = chart.findChild<QChartView*>();
        const auto* axis = qobject_cast<QDateTimeAxis*>(view->chart()->axes(Qt::Horizontal).constFirst());
        QVERIFY(axis != nullptr);
        const qint64 span = axis->min().secsTo(axis->max());
        QCOMPARE(axis->min().time().minute(), 0);
        QVERIFY(axis->max() >= QDateTime(axis->min().date(), QTime(last, 40)));
        QVERIFY(axis->tickCount() > 2 && axis->tickCount() <= 12);
        QCOMPARE(span % (qint64{3600} * (axis->tickCount() - 1)), 0);
    }

    void aNarrowFigureIsSmallerAndNotCut() {
        ui::applyWidgetTheme(*qApp, ui::ThemeId::governmentBlue);
        ui::FigureTile tile(u"Wait p50 / p90"_s);
        tile.setFigure(u"11 / 27"_s, u"min"_s);
        tile.setHint(u"half and nine in ten wait no longer"_s);
        tile.resize(144, 170);
        tile.show();
        for (const QLabel* label : tile.findChildren<QLabel*>()) {
            const QRect room = label->contentsRect();
            const QRect text = label->fontMetrics().boundingRect(
                room, label->wordWrap() ? int(Qt::TextWordWrap) : 0, label->text());
            QVERIFY2(text.width() <= room.width() + 1, qUtf8Printable(label->text()));
        }
    }

    void windowTilesSayTheStateInWords_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("closed") << static_cast<int>(model::WindowState::closed) << u"未开"_s;
        QTest::newRow("idle") << static_cast<int>(model::WindowState::idle) << u"空闲"_s;
        QTest::newRow("calling") << static_cast<int>(model::WindowState::calling) << u"叫 A0121"_s;
        QTest::newRow("serving") << static_cast<int>(model::WindowState::serving) << u"办 A0121"_s;
        QTest::newRow("paused") << static_cast<int>(model::WindowState::paused) << u"暂停 4 分"_s;
    }
    void windowTilesSayTheStateInWords() {
        QFETCH(int, state);
        QFETCH(QString, words);
        test::FakeHall hall;
        auto status = Wall::status(static_cast<model::WindowState>(state), "A0121");
        status.since = model::fromMillis(1'000'000);
        hall.server().publish("windowPaused", {test::put(status)});
        QVERIFY(hall.inStep());
        const auto tiles = admin::windowTiles(hall.replica(), model::fromMillis(1'000'000 + 4 * 60'000));
        QCOMPARE(tiles.size(), 2);
        QCOMPARE(tiles.constFirst().words, words);
    }

    void alarmOfATicketNamesItsNumberOrWindow() {
        Wall wall;
        const auto shows = [&](const QString& words) {
            const auto labels = wall.page.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
                return label->isVisibleTo(&wall.page) && label->text().contains(words);
            });
        };
        model::Alarm alarm;
        alarm.id.value = "alarm-1";
        alarm.kind = model::AlarmKind::lowRating;
        alarm.subjectKind = "ticket";
        alarm.subjectId = "7b1bf66a2f7945d9";
        alarm.detail = "N0004";
        wall.hall.server().publish("alarmRaised", {test::put(alarm)});
        QVERIFY(wall.hall.inStep());
        QVERIFY(shows(u"差评 · N0004"_s));
        QVERIFY(!shows(u"7b1bf66a"_s));
    }

    void alarmIsAcknowledgedOnce() {
        Wall wall;
        model::Alarm alarm;
        alarm.id.value = "alarm-1";
        alarm.subjectKind = "device";
        alarm.subjectId = "device-1";
        wall.hall.server().publish("alarmRaised", {test::put(alarm)});
        QVERIFY(wall.hall.inStep());
        auto* button = wall.page.findChild<QPushButton*>(u"acknowledge-alarm-1"_s);
        QVERIFY(button != nullptr);
        button->click();
        QVERIFY(QTest::qWaitFor(
            [&] { return wall.hall.server().asked().contains("POST /api/v1/alarms/alarm-1/acknowledge"); }));
        alarm.acknowledgedBy = model::StaffId{"staff-1"};
        alarm.acknowledgedAt = model::fromMillis(1);
        wall.hall.server().publish("alarmChanged", {test::put(alarm)});
        QVERIFY(wall.hall.inStep());
        QCOMPARE(wall.page.describe().value(u"alarms"_s, 0).toInt(), 0);
    }
};

QTEST_MAIN(DashboardTest)
#include "dashboardtest.moc"
