// SPDX-License-Identifier: GPL-3.0-or-later
// What a board says: after its picture, one after the other, as often as configured, and nothing that is
// late.
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"
#include "tests/gui/signage-player/player.h"

#include <QQuickWindow>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atrium::model::TicketState;
using atrium::test::Player;
using atrium::test::put;

class AnnounceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void thePictureIsThereBeforeTheSound();
    static void noCallIsLostAndNoneOverlapsInABurst();
    static void aCallIsRepeatedAsTheAreaAsks();
    static void aCallAlreadyServedIsNotSaid();
    static void aRecallIsSaidAgain();
    static void languagesSpeedAndVolumeAreTheAreas();
    static void otherAreasAreNeitherShownNorSaid();
    static void aSilentPlayerShowsAndSaysNothing();
    static void whatWasCalledWithoutTheServerIsSaidAfterwards();
};

void AnnounceTest::thePictureIsThereBeforeTheSound() {
    Player t;
    QVERIFY(t.start());
    // A frame is what a person sees: the number of the last one that was presented.
    QString onScreen;
    QObject::connect(&t.scene->window(), &QQuickWindow::frameSwapped, t.board.get(),
                     [&] { onScreen = t.scene->text(u"current-number"_s); });
    t.speaker->presented = [&] { return onScreen; };
    for (const auto& number : {u"A001"_s, u"A002"_s, u"A003"_s}) {
        t.call(number.toStdString(), 3);
        QTRY_COMPARE(t.board->currentNumber(), number);
        QTRY_COMPARE(t.announcer->announced(), number.right(1).toInt());
        QCOMPARE(t.speaker->jobs.back().onBoard, number);
        QTRY_VERIFY(t.announcer->lastSoundDelayMs() >= 0);
    }
}

void AnnounceTest::noCallIsLostAndNoneOverlapsInABurst() {
    Player t;
    QVERIFY(t.start());
    t.speaker->endsAtOnce = false;
    constexpr int kBurst = 50;
    for (int i = 1; i <= kBurst; ++i)
        t.call("A" + std::to_string(100 + i), i);
    for (int i = 1; i <= kBurst; ++i) {
        QTRY_COMPARE(static_cast<int>(t.speaker->jobs.size()), i);
        QTRY_VERIFY(t.inStep());
        QCOMPARE(t.announcer->speaking(), u"A%1"_s.arg(100 + i)); // in the order of the calls
        t.speaker->finishCurrent();
    }
    QCOMPARE(t.speaker->most, 1);
    QCOMPARE(t.announcer->announced(), kBurst);
    QTRY_COMPARE(t.announcer->speaking(), QString());
    QCOMPARE(t.numbers().first(), u"A150"_s);
}

void AnnounceTest::aCallIsRepeatedAsTheAreaAsks() {
    Player t;
    t.areas[0].announcement.repeat = 3;
    t.server->publish("recordChanged", {put(t.areas[0])});
    QVERIFY(t.start());
    t.call("A001", 3);
    t.call("A002", 4);
    QTRY_COMPARE(static_cast<int>(t.speaker->jobs.size()), 6);
    const QStringList said = t.speaker->said();
    QCOMPARE(said[0], said[2]); // one call's repeats come directly behind one another
    QCOMPARE(said[3], said[5]);
    QVERIFY(said[2] != said[3]);
    QCOMPARE(t.speaker->most, 1);
}

void AnnounceTest::aCallAlreadyServedIsNotSaid() {
    Player t;
    QVERIFY(t.start());
    t.speaker->endsAtOnce = false;
    for (const char* number : {"A001", "A002", "A003"})
        t.call(number, 3);
    QTRY_COMPARE(t.announcer->speaking(), u"A001"_s);
    t.turn("A002", TicketState::serving);
    QTRY_VERIFY(t.inStep());
    t.speaker->finishCurrent();
    QTRY_COMPARE(t.announcer->speaking(), u"A003"_s);
    t.speaker->finishCurrent();
    QTRY_COMPARE(t.announcer->speaking(), QString());
    QCOMPARE(t.announcer->announced(), 2);
}

void AnnounceTest::aRecallIsSaidAgain() {
    Player t;
    QVERIFY(t.start());
    t.call("A001", 3);
    QTRY_COMPARE(t.announcer->announced(), 1);
    QTRY_COMPARE(t.announcer->speaking(), QString());
    t.call("A001", 3, 1, 2);
    QTRY_COMPARE(t.announcer->announced(), 2);
    QCOMPARE(t.speaker->jobs[0].text, t.speaker->jobs[1].text);
}

void AnnounceTest::languagesSpeedAndVolumeAreTheAreas() {
    using atrium::devices::SpeechLanguage;
    Player t;
    auto& settings = t.areas[0].announcement;
    settings.languages = {atrium::model::Language::zh, atrium::model::Language::en};
    settings.ratePercent = 80;
    settings.volumePercent = 35;
    QVERIFY(t.start());
    t.areas[0].version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.areas[0])})); // as the admin tool saves it, while the player runs
    t.call("B012", 3);
    QTRY_COMPARE(t.announcer->announced(), 1);
    const auto& segments = t.speaker->jobs[0].segments;
    bool mandarin = false;
    bool english = false;
    for (const auto& segment : segments) {
        QCOMPARE(segment.ratePercent, 80);
        QCOMPARE(segment.volumePercent, 35);
        mandarin = mandarin || segment.language == SpeechLanguage::mandarin;
        english = english || segment.text.contains(u"please"_s);
    }
    QVERIFY(mandarin && english);
    QVERIFY(t.speaker->jobs[0].text.contains(u"chuang1 kou3"_s));
    QVERIFY(segments.back().pauseAfterMs > 0); // the next announcement does not run into this one
}

void AnnounceTest::otherAreasAreNeitherShownNorSaid() {
    Player t(2, 1);
    QVERIFY(t.start());
    t.call("B001", 9, 2);
    t.call("A001", 3, 1);
    QTRY_COMPARE(t.announcer->announced(), 1);
    QTRY_VERIFY(t.inStep());
    QCOMPARE(t.numbers(), QStringList({u"A001"_s}));
    QTRY_COMPARE(t.announcer->speaking(), QString());
    QCOMPARE(t.announcer->announced(), 1);
}

void AnnounceTest::aSilentPlayerShowsAndSaysNothing() {
    Player t;
    QVERIFY(t.start());
    t.device.sound = false;
    t.device.version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.device)}));
    t.call("A001", 3);
    QTRY_COMPARE(t.board->currentNumber(), u"A001"_s);
    QTRY_VERIFY(t.announcer->queue().turn() == nullptr); // its turn is over, unheard
    t.device.sound = true;
    t.device.version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.device)}));
    t.call("A002", 4);
    QTRY_COMPARE(t.announcer->announced(), 1);
    QVERIFY(t.speaker->jobs[0].text.contains(u"er4"_s));
}

void AnnounceTest::whatWasCalledWithoutTheServerIsSaidAfterwards() {
    Player t;
    QVERIFY(t.start());
    t.call("A001", 3);
    QTRY_COMPARE(t.announcer->announced(), 1);
    QTRY_COMPARE(t.announcer->speaking(), QString());
    t.server->down = true;
    t.server->dropStreams();
    QTRY_VERIFY(!t.hallState->online());
    t.call("A002", 3);
    t.call("A003", 4); // and this one has come to the window meanwhile
    t.turn("A003", TicketState::serving);
    t.server->down = false;
    QTRY_COMPARE(t.announcer->announced(), 2);
    QTRY_VERIFY(t.inStep());
    QTRY_COMPARE(t.announcer->speaking(), QString());
    QCOMPARE(t.announcer->announced(), 2);
    QCOMPARE(t.client->sync().snapshotsTaken(), 1);
}

QTEST_MAIN(AnnounceTest)
#include "announcetest.moc"
