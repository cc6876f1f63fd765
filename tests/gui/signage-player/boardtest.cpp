// SPDX-License-Identifier: GPL-3.0-or-later
// The queue board in every style and size, with the data that strains it, and as the admin tool changes it.
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/tokens/theme.h"
#include "tests/gui/signage-player/player.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atrium::model::BoardStyle;
using atrium::model::TicketState;
using atrium::test::Player;
using atrium::test::put;

namespace {

/// What moves by itself: text leaves the frame of the rolling caption on purpose.
const QStringList kMoving{u"caption-words"_s};

/// 300 people in eleven queues with long names, a call at each of fourteen windows, passed numbers, a long
/// caption.
void fill(Player& t, int area) {
    std::vector<atrium::sync::Change> records;
    auto& place = t.areas[static_cast<std::size_t>(area) - 1];
    place.name = "一层东厅自然资源和规划局不动产登记综合受理等候区";
    place.nameEn =
        "Level 1 East Hall, Natural Resources and Planning Bureau, real estate registration waiting area";
    place.caption = "温馨提示：办理不动产登记请备齐身份证、不动产权证书、契税完税凭证及合同原件；"
                    "本厅每周四下午两点至四点政治学习，综合窗口照常受理；如有疑问请到一楼服务台咨询，电话 "
                    "0000-12345678。";
    place.captionEn =
        "Please have your identity card, property certificate, tax receipt and the original contract "
        "ready; on Thursdays from two to four only the general windows are open. Ask at the service desk.";
    records.push_back(put(place));
    for (int i = 0; i < 11; ++i) {
        auto queue = t.queues[static_cast<std::size_t>(area) - 1];
        queue.id = atrium::model::QueueId("queue-long-" + std::to_string(i));
        queue.prefix =
            i < 9 ? std::string(1, static_cast<char>('C' + i)) : "W" + std::string(1, char('A' + i));
        queue.name = "不动产转移登记与抵押登记综合业务(含预约" + std::to_string(i) + ")";
        queue.nameEn = "Property transfer and mortgage registration, general and booked " + std::to_string(i);
        records.push_back(put(queue));
        for (int n = 0; n < 28; ++n) {
            auto waiting = t.ticket(queue.prefix + std::to_string(1200 + n), area);
            waiting.queueId = queue.id;
            records.push_back(put(waiting));
        }
    }
    QVERIFY(t.publish(records));
    for (int i = 0; i < 14; ++i)
        t.call("A" + std::to_string(1221 + i), 32 + i, area);
    for (int i = 0; i < 9; ++i)
        t.turn("WL1" + std::to_string(300 + i), TicketState::noShow, area);
    QTRY_VERIFY(t.inStep());
}

} // namespace

class BoardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void beforeAnythingIsKnownItIsQuiet();
    static void theNewestCallStandsOnTop();
    static void severalAreasStandOnOneBoard();
    static void passedNumbersAreShownUntilTheyComeBack();
    static void everyRowHasASizeFromTheFirstFrameOn();
    static void anotherDayBeginsWithAnEmptyBoard();
    static void aLongCaptionRollsAndAShortOneStands();
    static void theAdminToolChangesTheStyleWithoutARestart();
    static void withoutTheServerItSaysSoAndGoesOn();
    static void thePictureHasThirtyTwoBitsOfColour();
    static void everyStyleFits_data();
    static void everyStyleFits();
};

void BoardTest::beforeAnythingIsKnownItIsQuiet() {
    Player t;
    QVERIFY(!t.board->known());
    QVERIFY(t.scene->shows(u"正在取得叫号信息"_s));
    // Nobody answers: it says so, and where to ask.
    QTRY_VERIFY(t.scene->shows(u"连不上服务器"_s));
    QVERIFY(t.scene->shows(u"服务台"_s));
    QVERIFY(!t.scene->shows(u"中断前的叫号"_s));
    QVERIFY(t.start());
    QVERIFY(t.board->known());
    QVERIFY(!t.scene->shows(u"正在取得叫号信息"_s));
    QVERIFY(t.scene->shows(u"一层A区"_s));
    QVERIFY(t.scene->shows(u"请等候叫号"_s));
    QCOMPARE(atrium::ui::QuickApp::warnings(), QStringList());
}

void BoardTest::theNewestCallStandsOnTop() {
    Player t;
    QVERIFY(t.start());
    t.call("A001", 3);
    t.call("A002", 4);
    QTRY_COMPARE(t.numbers(), QStringList({u"A002"_s, u"A001"_s}));
    QCOMPARE(t.scene->text(u"current-number"_s), u"A002"_s);
    QVERIFY(t.board->currentLit());
    QVERIFY(t.scene->shows(u"正在呼叫"_s));
    // A window's newer call says that the older person is served: one row a window.
    t.turn("A001", TicketState::finished);
    t.call("A003", 3);
    QTRY_COMPARE(t.numbers(), QStringList({u"A003"_s, u"A002"_s}));
    // Once the service is over nobody is sent there any more.
    t.turn("A003", TicketState::finished);
    QTRY_COMPARE(t.numbers(), QStringList(u"A002"_s));
    QCOMPARE(t.scene->text(u"current-number"_s), u"A002"_s);
    // Lit is the last turn for ten seconds: the hall's clock goes on by a minute.
    t.server->heartbeat(atrium::model::fromMillis(1'763'777'040'000 + 60'000));
    QVERIFY(t.publish({put(t.hall)}));
    QTRY_VERIFY(!t.board->currentLit());
    QVERIFY(t.scene->shows(u"最近呼叫"_s));
}

void BoardTest::severalAreasStandOnOneBoard() {
    Player t(3, 2);
    QVERIFY(t.start());
    t.call("A001", 3, 1);
    t.call("C001", 20, 3);
    t.call("B001", 12, 2);
    QVERIFY(t.publish({put(t.ticket("A002", 1)), put(t.ticket("B002", 2)), put(t.ticket("C002", 3))}));
    QTRY_COMPARE(t.numbers(), QStringList({u"B001"_s, u"A001"_s}));
    QCOMPARE(t.board->waiting()->count(), 2);
    QCOMPARE(t.board->areaName(), u"XX高新区政务服务中心"_s); // no single area's name fits
    // The third area is given to this screen while it runs.
    t.device.areaIds.push_back(t.areas[2].id);
    t.device.version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.device)}));
    QTRY_COMPARE(t.numbers(), QStringList({u"C001"_s, u"B001"_s, u"A001"_s})); // called here just now
    QCOMPARE(t.board->waiting()->count(), 3);
}

void BoardTest::passedNumbersAreShownUntilTheyComeBack() {
    Player t;
    QVERIFY(t.start());
    QVERIFY(t.scene->item(u"passed"_s) == nullptr);
    t.call("A001", 3);
    t.call("B001", 4);
    QTRY_COMPARE(t.numbers(), QStringList({u"B001"_s, u"A001"_s}));
    t.turn("A001", TicketState::noShow);
    // Passed, it is no recent call any more: nobody is sent to window 3 by it.
    QTRY_COMPARE(t.numbers(), QStringList(u"B001"_s));
    t.turn("A002", TicketState::noShow);
    QTRY_COMPARE(t.board->passed(), u"A002 · A001"_s);
    QTRY_VERIFY(t.scene->item(u"passed"_s) != nullptr);
    QVERIFY(t.scene->shows(u"A002 · A001"_s));
    t.turn("A001", TicketState::serving);
    QTRY_COMPARE(t.board->passed(), u"A002"_s);
    QTRY_COMPARE(t.numbers(), QStringList({u"B001"_s, u"A001"_s}));
}

/// Rows that are known before the page is laid out, and a window too low for them: no type of size 0.
void BoardTest::everyRowHasASizeFromTheFirstFrameOn() {
    Player t;
    QVERIFY(t.start());
    t.call("A001", 3);
    t.call("B001", 4);
    t.turn("A002", TicketState::noShow);
    QTRY_COMPARE(t.numbers(), QStringList({u"B001"_s, u"A001"_s}));
    for (const auto style : {BoardStyle::classic, BoardStyle::split, BoardStyle::ledger, BoardStyle::large}) {
        t.device.boardStyle = style;
        t.device.version = t.server->seq() + 1;
        QVERIFY(t.publish({put(t.device)}));
        t.show();
        QCOMPARE(atrium::ui::QuickApp::warnings(), QStringList());
        for (const QSize size : {QSize(40, 1080), QSize(1920, 8), QSize(1, 1), QSize(1920, 1080)})
            t.scene->resize(size);
    }
    QCOMPARE(atrium::ui::QuickApp::warnings(), QStringList());
}

/// The server was started anew over midnight: it tells another day and nothing else.
void BoardTest::anotherDayBeginsWithAnEmptyBoard() {
    Player t;
    QVERIFY(t.start());
    t.call("A001", 3);
    t.turn("A002", TicketState::noShow);
    QVERIFY(t.publish({put(t.ticket("A003"))}));
    QCOMPARE(t.numbers(), QStringList(u"A001"_s));
    QCOMPARE(t.board->passed(), u"A002"_s);
    QCOMPARE(t.board->waiting()->value(0, u"waiting"_s).toInt(), 1);
    // Of a day that has not begun here: kept, not shown.
    const auto yesterday = std::exchange(t.server->day, atrium::model::Day{20261123});
    t.call("A004", 5);
    t.turn("A005", TicketState::noShow);
    t.server->day = yesterday;
    QTRY_VERIFY(t.inStep());
    QCOMPARE(t.numbers(), QStringList(u"A001"_s));
    QCOMPARE(t.board->passed(), u"A002"_s);

    t.server->down = true;
    t.server->dropStreams();
    QTRY_VERIFY(!t.hallState->online());
    t.server->day = atrium::model::Day{20261123};
    t.server->down = false;
    QTRY_COMPARE(t.numbers(), QStringList(u"A004"_s));
    QCOMPARE(t.board->passed(), u"A005"_s);
    QCOMPARE(t.board->waiting()->value(0, u"waiting"_s).toInt(), 0);
}

void BoardTest::aLongCaptionRollsAndAShortOneStands() {
    Player t;
    t.areas[0].caption = "欢迎";
    t.server->publish("recordChanged", {put(t.areas[0])});
    QVERIFY(t.start());
    QCOMPARE(t.scene->text(u"caption-words"_s), u"欢迎"_s);
    const auto* words = t.scene->item(u"caption-words"_s);
    QCOMPARE(words->x(), 0.0);
    t.areas[0].caption.clear();
    for (int i = 0; i < 40; ++i)
        t.areas[0].caption += "请备齐材料";
    t.areas[0].version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.areas[0])}));
    const qreal first = words->x();
    QTRY_VERIFY(words->x() != first);
    const qreal second = words->x();
    QTRY_VERIFY(words->x() < second); // to the left, as one reads
    t.areas[0].caption = "欢迎";
    t.areas[0].version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.areas[0])}));
    QTRY_COMPARE(words->x(), 0.0);
}

void BoardTest::theAdminToolChangesTheStyleWithoutARestart() {
    Player t;
    QVERIFY(t.start());
    QCOMPARE(t.board->style(), u"classic"_s);
    QVERIFY(t.scene->shows(u"等候情况"_s));
    t.call("A001", 3);
    for (const auto style : {BoardStyle::split, BoardStyle::ledger, BoardStyle::large, BoardStyle::classic}) {
        t.areas[0].boardStyle = style;
        t.areas[0].version = t.server->seq() + 1;
        QVERIFY(t.publish({put(t.areas[0])}));
        QCOMPARE(t.scene->item(u"board-"_s + t.board->style()) != nullptr, true);
        for (const auto& other : {u"classic"_s, u"split"_s, u"ledger"_s, u"large"_s})
            QCOMPARE(t.scene->item(u"board-"_s + other) != nullptr, other == t.board->style());
    }
    // The screen's own setting goes before its area's.
    t.device.boardStyle = BoardStyle::ledger;
    t.device.version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.device)}));
    QCOMPARE(t.board->style(), u"ledger"_s);
    t.device.boardStyle.reset();
    t.device.version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.device)}));
    QCOMPARE(t.board->style(), u"classic"_s);
    // And the hall's theme.
    t.hall.theme = atrium::model::Theme::emblemRed;
    t.hall.version = t.server->seq() + 1;
    const auto ground = t.scene->picture(u"board-blue"_s).pixelColor(4, 4);
    QVERIFY(t.publish({put(t.hall)}));
    QTRY_VERIFY(t.scene->picture(u"board-red"_s).pixelColor(4, 4) != ground);
    atrium::ui::Theme::instance().setTheme(atrium::ui::Theme::GovernmentBlue);
}

void BoardTest::withoutTheServerItSaysSoAndGoesOn() {
    Player t;
    QVERIFY(t.start());
    t.call("A001", 3);
    QTRY_COMPARE(t.scene->text(u"current-number"_s), u"A001"_s);
    t.server->down = true;
    t.server->dropStreams();
    QTRY_VERIFY(t.scene->shows(u"与服务器的连接中断"_s));
    QCOMPARE(t.scene->text(u"current-number"_s), u"A001"_s);
    t.call("A002", 4);
    t.server->down = false;
    QTRY_COMPARE(t.scene->text(u"current-number"_s), u"A002"_s);
    QTRY_VERIFY(!t.scene->shows(u"中断"_s));
    QCOMPARE(t.client->sync().snapshotsTaken(), 1); // the missed event alone was transferred
}

/// Eight bits a channel: the shades of the blue ground come apart, which 16-bit colour would merge.
void BoardTest::thePictureHasThirtyTwoBitsOfColour() {
    Player t(1);
    QVERIFY(t.start());
    t.call("A0121", 3);
    QTRY_VERIFY(t.inStep());
    const QImage picture = t.scene->window().grabWindow();
    QCOMPARE(picture.depth(), 32);
    QSet<QRgb> fine;
    QSet<QRgb> coarse;
    for (int y = 0; y < picture.height(); y += 2)
        for (int x = 0; x < picture.width(); x += 2) {
            const QRgb colour = picture.pixel(x, y);
            fine.insert(colour);
            coarse.insert(colour & 0xFFF8FCF8U); // what RGB 565 would keep
        }
    QVERIFY2(fine.size() > coarse.size(), qPrintable(u"%1 / %2"_s.arg(fine.size()).arg(coarse.size())));
}

void BoardTest::everyStyleFits_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("areas");
    for (const QSize size : {QSize(1920, 1080), QSize(1280, 720)})
        for (const QString& language : {u"zh_CN"_s, u"en"_s})
            QTest::addRow("%dx%d %s", size.width(), size.height(), qPrintable(language))
                << size << language << 1;
    QTest::addRow("two areas") << QSize(1920, 1080) << u"zh_CN"_s << 2;
}

void BoardTest::everyStyleFits() {
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, areas);
    Player t(areas, areas, size);
    QVERIFY(t.start());
    fill(t, 1);
    atrium::ui::Theme::instance().setLanguage(language);
    for (const auto style : {BoardStyle::classic, BoardStyle::split, BoardStyle::ledger, BoardStyle::large}) {
        t.device.boardStyle = style;
        t.device.version = t.server->seq() + 1;
        QVERIFY(t.publish({put(t.device)}));
        const QString picture =
            u"board-%1-%2-%3-%4"_s.arg(t.board->style(), language).arg(size.width()).arg(areas);
        t.scene->picture(picture);
        const QStringList faults = t.scene->faults(kMoving);
        QVERIFY2(faults.isEmpty(), qPrintable(picture + u": "_s + faults.join(u"; "_s)));
        const QStringList elided = t.scene->elided();
        QVERIFY2(elided.isEmpty(), qPrintable(picture + u": "_s + elided.join(u"; "_s)));
    }
    QCOMPARE(atrium::ui::QuickApp::warnings(), QStringList());
}

QTEST_MAIN(BoardTest)
#include "boardtest.moc"
