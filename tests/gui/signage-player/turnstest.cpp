// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty windows call at once: in every style, heard or not, each number has its turn on the picture.
#include "shared/sync/qt/hallclient.h"
#include "tests/gui/signage-player/player.h"

#include <QQuickWindow>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atrium::model::BoardStyle;
using atrium::model::TicketState;
using atrium::test::Player;
using atrium::test::put;

namespace {

constexpr int kWindows = 20;
constexpr std::int64_t kNow = 1'763'777'040'000; // FakeServer's clock
constexpr std::chrono::milliseconds kUnheard{25};

constexpr int kPatience = 60'000; // many frames of full size, on a machine that does other things too

QString numberOf(int window) {
    return u"A%1"_s.arg(100 + window);
}

void callEverywhere(Player& t) {
    for (int i = 1; i <= kWindows; ++i)
        t.call(numberOf(i).toStdString(), i);
}

/// What a person sees changes with frames alone.
struct Picture {
    explicit Picture(Player& t) {
        QObject::connect(&t.scene->window(), &QQuickWindow::frameSwapped, t.board.get(), [this, &t] {
            top = t.topNumber();
            lit = t.topLit();
            if (lit && (shown.isEmpty() || shown.last() != top))
                shown.append(top);
        });
        if (t.speaker != nullptr) {
            t.speaker->presented = [this] { return top; };
            t.speaker->lit = [this] { return lit; };
        }
    }
    QString top;
    bool lit = false;
    QStringList shown; ///< lit on top, in this order
};

void everyStyle() {
    QTest::addColumn<int>("style");
    for (const auto style : {BoardStyle::classic, BoardStyle::split, BoardStyle::ledger, BoardStyle::large})
        QTest::addRow("style %d", static_cast<int>(style)) << static_cast<int>(style);
}

} // namespace

class TurnsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void whatIsSpokenStandsLitOnTop_data() { everyStyle(); }
    static void whatIsSpokenStandsLitOnTop();
    static void withoutSoundEachHasItsTime_data() { everyStyle(); }
    static void withoutSoundEachHasItsTime();
    static void withoutAnEngineEachHasItsTime();
    static void whoIsGoneIsNotCalledToTheEnd_data();
    static void whoIsGoneIsNotCalledToTheEnd();
    static void theNewestCallOfATicketAloneStands();
    static void whoLeavesTheWindowLeavesTheBoard_data();
    static void whoLeavesTheWindowLeavesTheBoard();
    static void aDayIsAllThatIsRemembered();
    static void oneCallCostsTheSameInTheEvening();
};

void TurnsTest::whatIsSpokenStandsLitOnTop() {
    QFETCH(int, style);
    Player t;
    QVERIFY(t.start());
    QVERIFY(t.setStyle(static_cast<BoardStyle>(style)));
    Picture picture(t);
    t.speaker->endsAtOnce = false;
    callEverywhere(t);
    QTRY_VERIFY(t.inStep());
    for (int i = 1; i <= kWindows; ++i) {
        QTRY_COMPARE(t.announcer->speaking(), numberOf(i));
        QCOMPARE(t.speaker->jobs.back().onBoard, numberOf(i)); // before a word was heard
        QVERIFY(t.speaker->jobs.back().lit);
        // However long it is spoken; the hall's clock goes on by a minute meanwhile.
        t.server->heartbeat(atrium::model::fromMillis(kNow + i * 60'000));
        QTRY_VERIFY(atrium::model::toMillis(t.client->sync().serverNow()) >= kNow + i * 60'000);
        QVERIFY(t.publish({put(t.hall)})); // the board looks at the clock again
        QCOMPARE(t.topNumber(), numberOf(i));
        QVERIFY(t.topLit());
        // Those spoken before stand below, the last one first, and none to come is lit.
        const QStringList rows = t.numbers();
        for (int row = 0; row < rows.size(); ++row) {
            const int window = t.board->calls()->value(row, u"window"_s).toInt();
            QCOMPARE(window, row < i ? i - row : row + 1);
            if (window > i)
                QVERIFY(!t.board->calls()->value(row, u"lit"_s).toBool());
        }
        t.speaker->finishCurrent();
    }
    QTRY_COMPARE(t.announcer->speaking(), QString());
    QCOMPARE(t.announcer->announced(), kWindows);
    QCOMPARE(picture.shown.size(), kWindows);
}

void TurnsTest::withoutSoundEachHasItsTime() {
    QFETCH(int, style);
    Player t(1, 1, {1920, 1080}, {}, kUnheard);
    QVERIFY(t.start());
    t.device.sound = false;
    QVERIFY(t.setStyle(static_cast<BoardStyle>(style)));
    Picture picture(t);
    QElapsedTimer clock;
    clock.start();
    callEverywhere(t);
    QTRY_COMPARE_WITH_TIMEOUT(picture.shown.size(), kWindows, kPatience);
    QVERIFY(clock.elapsed() >= (kWindows - 1) * kUnheard.count());
    for (int i = 1; i <= kWindows; ++i)
        QCOMPARE(picture.shown.at(i - 1), numberOf(i));
    QVERIFY(t.speaker->jobs.empty());
}

void TurnsTest::withoutAnEngineEachHasItsTime() {
    Player t(1, 1, {1920, 1080}, {}, kUnheard);
    QVERIFY(t.start());
    t.speaker->outcome = atrium::devices::SpeechOutcome::noVoice;
    Picture picture(t);
    QElapsedTimer clock;
    clock.start();
    callEverywhere(t);
    QTRY_COMPARE_WITH_TIMEOUT(picture.shown.size(), kWindows, kPatience);
    QVERIFY(clock.elapsed() >= (kWindows - 1) * kUnheard.count());
    QCOMPARE(picture.shown.last(), numberOf(kWindows));
}

void TurnsTest::whoIsGoneIsNotCalledToTheEnd_data() {
    QTest::addColumn<int>("state");
    for (const auto state : {TicketState::held, TicketState::waiting, TicketState::finished,
                             TicketState::noShow, TicketState::voided})
        QTest::addRow("state %d", static_cast<int>(state)) << static_cast<int>(state);
}

void TurnsTest::whoIsGoneIsNotCalledToTheEnd() {
    QFETCH(int, state);
    Player t;
    QVERIFY(t.start());
    t.speaker->endsAtOnce = false;
    t.call("A001", 3);
    t.call("A002", 4);
    QTRY_COMPARE(t.announcer->speaking(), u"A001"_s);
    t.turn("A001", static_cast<TicketState>(state));
    QTRY_COMPARE(t.announcer->speaking(), u"A002"_s);
    QCOMPARE(t.numbers(), QStringList(u"A002"_s));
    // Whoever came hears the end of the sentence, and stays on the picture as long.
    t.turn("A002", TicketState::serving);
    QTRY_VERIFY(t.inStep());
    QCOMPARE(t.announcer->speaking(), u"A002"_s);
    QVERIFY(t.board->currentLit());
}

void TurnsTest::theNewestCallOfATicketAloneStands() {
    Player t;
    QVERIFY(t.start());
    t.call("A001", 3);
    QTRY_COMPARE(t.numbers(), QStringList(u"A001"_s));
    t.turn("A001", TicketState::waiting); // sent on to window 5
    QTRY_COMPARE(t.numbers(), QStringList());
    t.call("A001", 5, 1, 2);
    QTRY_COMPARE(t.board->currentWindow(), 5);
    // Its next call at window 5 takes that row; window 3, which it has left, may not come back.
    t.call("A002", 5);
    QTRY_COMPARE(t.numbers(), QStringList(u"A002"_s));
    QCOMPARE(t.board->currentWindow(), 5);
}

void TurnsTest::whoLeavesTheWindowLeavesTheBoard_data() {
    whoIsGoneIsNotCalledToTheEnd_data();
}

void TurnsTest::whoLeavesTheWindowLeavesTheBoard() {
    QFETCH(int, state);
    Player t;
    QVERIFY(t.start());
    t.call("A001", 3);
    t.call("A002", 4);
    QTRY_COMPARE(t.numbers(), QStringList({u"A002"_s, u"A001"_s}));
    t.turn("A001", static_cast<TicketState>(state));
    QTRY_COMPARE(t.numbers(), QStringList(u"A002"_s));
    // Taken up again at another window without a call: nobody is sent to the old one.
    auto elsewhere = t.ticket("A002");
    elsewhere.state = TicketState::serving;
    elsewhere.windowId = atrium::model::WindowId("window-9");
    QVERIFY(t.publish({put(elsewhere)}));
    QTRY_COMPARE(t.numbers(), QStringList());
}

void TurnsTest::aDayIsAllThatIsRemembered() {
    Player t;
    QVERIFY(t.start());
    for (int i = 1; i <= 60; ++i)
        t.call("A" + std::to_string(100 + i), i % kWindows);
    QTRY_COMPARE_WITH_TIMEOUT(t.announcer->announced(), 60, kPatience);
    QTRY_COMPARE(t.announcer->speaking(), QString());
    QCOMPARE(t.board->book().remembered(), 60U);
    QCOMPARE(t.announcer->queue().remembered(), 60U);
    t.server->down = true;
    t.server->dropStreams();
    QTRY_VERIFY(!t.client->sync().online());
    t.server->day = atrium::model::Day{20261123};
    t.call("A201", 3);
    t.server->down = false;
    QTRY_COMPARE(t.announcer->announced(), 61);
    QTRY_COMPARE(t.announcer->speaking(), QString());
    QCOMPARE(t.numbers(), QStringList(u"A201"_s));
    QCOMPARE(t.board->book().remembered(), 1U);
    QVERIFY(t.announcer->queue().remembered() <= 1U);
}

/// What is looked at to make the rows follows the windows, not the calls of the day.
void TurnsTest::oneCallCostsTheSameInTheEvening() {
    using namespace atrium;
    signage::CallBook book;
    model::Ticket ticket;
    ticket.state = TicketState::called;
    constexpr int kDay = 6000;
    for (int i = 1; i <= kDay; ++i) {
        model::Call call;
        call.id = model::CallId("call-" + std::to_string(i));
        call.ticketId = model::TicketId("ticket-" + std::to_string(i));
        call.windowId = model::WindowId("window-" + std::to_string(i % kWindows));
        call.at = model::fromMillis(kNow + i);
        QVERIFY(book.add(call));
        QVERIFY(!book.add(call));
    }
    int looked = 0;
    const auto rows = book.rows(
        [&](const model::TicketId&) {
            ++looked;
            return &ticket;
        },
        model::fromMillis(kNow + kDay), 14);
    QCOMPARE(rows.rows.size(), 14U);
    QCOMPARE(rows.rows.front().call->id.value, "call-" + std::to_string(kDay));
    QVERIFY2(looked <= 3 * kWindows, qPrintable(QString::number(looked)));
}

QTEST_MAIN(TurnsTest)
#include "turnstest.moc"
