// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty windows call at once: in every style, heard or not, each number has its turn on the picture.
#include "shared/sync/qt/hallclient.h"
#include "tests/gui/signage-player/player.h"

#include <QQuickWindow>
#include <QSet>
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

/// What stands lit on the screen, from the top.
QStringList litOnScreen(const Player& t) {
    QStringList out;
    if (t.scene->item(u"current-number"_s) != nullptr && t.topLit())
        out.append(t.topNumber());
    for (int row = 0; t.scene->item(u"row-number-%1"_s.arg(row)) != nullptr; ++row)
        if (t.scene->item(u"row-lit-%1"_s.arg(row)) != nullptr)
            out.append(t.scene->text(u"row-number-%1"_s.arg(row)));
    return out;
}

/// All that was ever lit in a frame.
struct Lit {
    explicit Lit(Player& t) {
        QObject::connect(&t.scene->window(), &QQuickWindow::frameSwapped, t.board.get(), [this, &t] {
            for (const auto& number : litOnScreen(t))
                seen.insert(number);
        });
    }
    QSet<QString> seen;
};

constexpr std::chrono::hours kForEver{1};

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
    static void whoeverWaitsForTheVoiceStandsAtOnce_data() { everyStyle(); }
    static void whoeverWaitsForTheVoiceStandsAtOnce();
    static void withoutSoundAllRowsAreLitTogether_data() { everyStyle(); }
    static void withoutSoundAllRowsAreLitTogether();
    static void withoutAnEngineAllRowsAreLitTogether();
    static void withoutSoundEachHasItsTime_data() { everyStyle(); }
    static void withoutSoundEachHasItsTime();
    static void withoutAnEngineEachHasItsTime();
    static void whoIsGoneFreesTheRow();
    static void whoIsGoneIsNotCalledToTheEnd_data();
    static void whoIsGoneIsNotCalledToTheEnd();
    static void theNewestCallOfATicketAloneStands();
    static void whoLeavesTheWindowLeavesTheBoard_data();
    static void whoLeavesTheWindowLeavesTheBoard();
    static void aSilentCallStandsLitAndIsNotSaid();
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
        // Below those to come, who have not been shown yet, then those spoken before, the last one first; and
        // none to come is lit.
        const QStringList rows = t.numbers();
        for (int row = 0; row < rows.size(); ++row) {
            const int window = t.board->calls()->value(row, u"window"_s).toInt();
            QCOMPARE(window, row <= kWindows - i ? i + row : kWindows - row);
            if (window > i)
                QVERIFY(!t.board->calls()->value(row, u"lit"_s).toBool());
        }
        t.speaker->finishCurrent();
    }
    QTRY_COMPARE(t.announcer->speaking(), QString());
    QCOMPARE(t.announcer->announced(), kWindows);
    QCOMPARE(picture.shown.size(), kWindows);
}

/// A board full of numbers that were called and shown before: they give way.
void TurnsTest::whoeverWaitsForTheVoiceStandsAtOnce() {
    QFETCH(int, style);
    Player t;
    QVERIFY(t.start());
    QVERIFY(t.setStyle(static_cast<BoardStyle>(style)));
    callEverywhere(t);
    QTRY_COMPARE_WITH_TIMEOUT(t.announcer->announced(), kWindows, kPatience);
    QTRY_COMPARE(t.announcer->speaking(), QString());
    t.server->heartbeat(atrium::model::fromMillis(kNow + 60'000)); // their light is out
    QTRY_VERIFY(atrium::model::toMillis(t.client->sync().serverNow()) >= kNow + 60'000);
    t.speaker->endsAtOnce = false;
    for (int window = 31; window <= 33; ++window)
        t.call(numberOf(window).toStdString(), window);
    QTRY_COMPARE(t.announcer->speaking(), numberOf(31));
    QTRY_VERIFY(t.inStep());
    QCOMPARE(t.numbers().mid(0, 4), QStringList({numberOf(31), numberOf(32), numberOf(33), numberOf(20)}));
    QVERIFY(t.scene->shows(numberOf(32)) && t.scene->shows(numberOf(33)));
    QCOMPARE(litOnScreen(t), QStringList(numberOf(31)));
    t.scene->picture(u"board-heard-"_s + t.board->style());
}

/// Nothing forces one at a time.
void TurnsTest::withoutSoundAllRowsAreLitTogether() {
    QFETCH(int, style);
    Player t(1, 1, {1920, 1080}, {}, kForEver);
    QVERIFY(t.start());
    t.device.sound = false;
    QVERIFY(t.setStyle(static_cast<BoardStyle>(style)));
    callEverywhere(t);
    const auto places = static_cast<int>(t.board->places());
    QTRY_COMPARE(static_cast<int>(litOnScreen(t).size()), places);
    for (int i = 1; i <= places; ++i)
        QVERIFY(litOnScreen(t).contains(numberOf(i))); // in the order of the calls
    // All the rows that there are: none of the style's is left over.
    const int below = places - (t.scene->item(u"current-number"_s) == nullptr ? 0 : 1);
    QVERIFY(t.scene->item(u"row-number-%1"_s.arg(below - 1)) != nullptr);
    QVERIFY(t.scene->item(u"row-number-%1"_s.arg(below)) == nullptr);
    t.scene->picture(u"board-unheard-"_s + t.board->style());
    QVERIFY(t.speaker->jobs.empty());
}

void TurnsTest::withoutAnEngineAllRowsAreLitTogether() {
    Player t(1, 1, {1920, 1080}, {}, kForEver);
    QVERIFY(t.start());
    t.speaker->outcome = atrium::devices::SpeechOutcome::noVoice;
    callEverywhere(t);
    QTRY_COMPARE(litOnScreen(t).size(), static_cast<qsizetype>(t.board->places()));
    QCOMPARE(litOnScreen(t).first(), numberOf(1)); // whose voice was tried
}

void TurnsTest::withoutSoundEachHasItsTime() {
    QFETCH(int, style);
    Player t(1, 1, {1920, 1080}, {}, kUnheard);
    QVERIFY(t.start());
    t.device.sound = false;
    QVERIFY(t.setStyle(static_cast<BoardStyle>(style)));
    Lit lit(t);
    QElapsedTimer clock;
    clock.start();
    callEverywhere(t);
    QTRY_COMPARE_WITH_TIMEOUT(lit.seen.size(), kWindows, kPatience);
    // However many wait, a third of the time is everybody's.
    const auto groups = kWindows / static_cast<qint64>(t.board->places());
    QVERIFY(clock.elapsed() >= (groups - 1) * kUnheard.count() / 3);
    QTRY_VERIFY(t.announcer->queue().turn() == nullptr);
    QVERIFY(t.speaker->jobs.empty());
}

void TurnsTest::withoutAnEngineEachHasItsTime() {
    Player t(1, 1, {1920, 1080}, {}, kUnheard);
    QVERIFY(t.start());
    t.speaker->outcome = atrium::devices::SpeechOutcome::noVoice;
    Lit lit(t);
    callEverywhere(t);
    QTRY_COMPARE_WITH_TIMEOUT(lit.seen.size(), kWindows, kPatience);
    // The engine comes back: the next call is heard, after its picture.
    QTRY_VERIFY(t.announcer->queue().turn() == nullptr);
    t.speaker->outcome = atrium::devices::SpeechOutcome::spoken;
    const std::size_t before = t.speaker->jobs.size();
    t.call("A201", 30);
    QTRY_VERIFY(t.speaker->jobs.size() > before && t.speaker->jobs.back().ended);
    t.speaker->endsAtOnce = false;
    t.call("A202", 31);
    t.call("A203", 32);
    QTRY_COMPARE(t.announcer->speaking(), u"A202"_s);
    QTRY_VERIFY(t.inStep());
    QCOMPARE(t.announcer->queue().waiting(), 1U); // one at a time again
}

void TurnsTest::whoIsGoneFreesTheRow() {
    Player t(1, 1, {1920, 1080}, {}, kForEver);
    QVERIFY(t.start());
    t.device.sound = false;
    QVERIFY(t.setStyle(BoardStyle::large));
    callEverywhere(t);
    const auto places = static_cast<int>(t.board->places());
    QTRY_COMPARE(static_cast<int>(litOnScreen(t).size()), places);
    QVERIFY(!litOnScreen(t).contains(numberOf(places + 1)));
    t.turn(numberOf(2).toStdString(), TicketState::finished);
    QTRY_VERIFY(litOnScreen(t).contains(numberOf(places + 1)));
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

void TurnsTest::aSilentCallStandsLitAndIsNotSaid() {
    Player t(1, 1, {1920, 1080}, {}, kForEver);
    QVERIFY(t.start());
    const Lit lit(t);
    t.call("A333", 3, 1, 1, false);
    QTRY_VERIFY(lit.seen.contains(u"A333"_s));
    t.call("A444", 4); // waits for no silent one
    QTRY_COMPARE(t.announcer->announced(), 1);
    QVERIFY(t.speaker->said().front().contains(u"si4"_s));
    QVERIFY(!t.speaker->said().front().contains(u"san1"_s));
    t.call("A333", 3); // its message did not get through: the call is made again, aloud
    QTRY_COMPARE(t.announcer->announced(), 2);
    QVERIFY(t.speaker->said().back().contains(u"san1"_s));
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
