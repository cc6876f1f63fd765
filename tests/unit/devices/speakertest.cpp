// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/qtspeechengine.h"
#include "shared/devices/drivers/queuedspeaker.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace atrium::devices;

namespace {

/// What the engines of one test were asked to do, and how they behave.
struct Script {
    QStringList log;
    bool hangs = false;
    bool hasVoice = true;
    bool hasEnglish = true;
    int engines = 0;
    int warm = 0;
    int warmsUpMs = 0; ///< begins what it was given only then
};

class ScriptedEngine : public SpeechEngine {
public:
    explicit ScriptedEngine(Script& script) : m_script(script) { ++script.engines; }

    void warmUp() override {
        ++m_script.warm;
        QTimer::singleShot(m_script.warmsUpMs, this, &SpeechEngine::warm);
    }
    void begin(const SpeechSegment& segment) override {
        m_script.log << QStringLiteral("%1@%2").arg(segment.text).arg(segment.ratePercent);
        if (!m_script.hasVoice || (segment.language == SpeechLanguage::english && !m_script.hasEnglish)) {
            QTimer::singleShot(0, this, &SpeechEngine::unavailable);
            return;
        }
        QTimer::singleShot(m_script.warmsUpMs, this, &SpeechEngine::began);
        if (!m_script.hangs)
            QTimer::singleShot(m_script.warmsUpMs + 5, this, &SpeechEngine::ended);
    }
    void silence() override { m_script.log << QStringLiteral("silence"); }

private:
    Script& m_script;
};

struct Bench {
    Bench()
        : speaker([this] { return std::make_unique<ScriptedEngine>(script); }, QStringLiteral("test"),
                  {std::chrono::milliseconds(150), std::chrono::milliseconds(1),
                   std::chrono::milliseconds(5000)}),
          started(&speaker, &Speaker::started), finished(&speaker, &Speaker::finished) {}

    [[nodiscard]] SpeechOutcome outcome(int index) const {
        return finished.at(index).at(1).value<SpeechOutcome>();
    }

    Script script;
    QueuedSpeaker speaker;
    QSignalSpy started;
    QSignalSpy finished;
};

SpeechSegment mandarin(const char* text) {
    return {SpeechLanguage::mandarin, QLatin1String(text), 100};
}

} // namespace

class SpeakerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void engineIsWarmBeforeTheFirstJob() {
        Bench bench;
        bench.speaker.start();
        QCOMPARE(bench.speaker.status().state, DeviceState::ready);
        QCOMPARE(bench.script.warm, 1);
        QVERIFY(bench.script.log.isEmpty());
        bench.speaker.say({mandarin("qing3")});
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.script.engines, 1);
    }

    void jobsAndSegmentsFollowEachOther() {
        Bench bench;
        const quint64 first =
            bench.speaker.say({mandarin("a1"), {SpeechLanguage::english, QStringLiteral("A"), 80}});
        const quint64 second = bench.speaker.say({mandarin("b4")});
        bench.speaker.start(); // what was said before the start is not lost
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.script.log,
                 (QStringList{QStringLiteral("a1@100"), QStringLiteral("A@80"), QStringLiteral("b4@100")}));
        QCOMPARE(bench.finished.at(0).at(0).toULongLong(), first);
        QCOMPARE(bench.finished.at(1).at(0).toULongLong(), second);
        QCOMPARE(bench.started.count(), 2);
        QCOMPARE(bench.outcome(0), SpeechOutcome::spoken);
    }

    void engineWithoutSoundNeverHoldsUpTheQueue() {
        Bench bench;
        bench.script.hangs = true;
        bench.speaker.start();
        bench.speaker.say({mandarin("a1")});
        bench.speaker.say({mandarin("b1")});
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.outcome(0), SpeechOutcome::timedOut);
        const DeviceStatus silent{DeviceState::faulty, DeviceReason::noSound};
        QCOMPARE(bench.speaker.status(), silent);
        bench.script.hangs = false; // a loudspeaker has been plugged in
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.script.engines, 2);
        bench.speaker.say({mandarin("c1")});
        QTRY_COMPARE(bench.finished.count(), 3);
        QCOMPARE(bench.outcome(2), SpeechOutcome::spoken);
        QCOMPARE(bench.speaker.status().state, DeviceState::ready);
    }

    void slowStartOfTheEngineIsWaitedFor() {
        Bench bench;
        bench.script.warmsUpMs = 400; // more than a segment may take
        bench.speaker.start();
        bench.speaker.say({mandarin("a1")});
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.outcome(0), SpeechOutcome::spoken);
        QCOMPARE(bench.script.engines, 1);
    }

    void untilTheEngineIsWarmItSaysSo() {
        Bench bench;
        bench.script.warmsUpMs = 60;
        bench.speaker.start();
        const DeviceStatus starting{DeviceState::ready, DeviceReason::starting};
        const DeviceStatus ready{DeviceState::ready, DeviceReason::none};
        QCOMPARE(bench.speaker.status(), starting);
        QTRY_COMPARE(bench.speaker.status(), ready);
    }

    void pausesAreKeptBetweenSegmentsAndJobs() {
        Bench bench;
        auto first = mandarin("a1");
        first.pauseAfterMs = 300;
        auto second = mandarin("b1");
        second.pauseAfterMs = 250;
        bench.speaker.start();
        QElapsedTimer clock;
        clock.start();
        bench.speaker.say({first, second});
        bench.speaker.say({mandarin("c1")});
        QTRY_COMPARE(bench.script.log.size(), 2);
        QVERIFY(clock.elapsed() >= 300);
        QTRY_COMPARE(bench.script.log.size(), 3);
        QVERIFY(clock.elapsed() >= 550);
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.outcome(0), SpeechOutcome::spoken);
    }

    void aPauseIsCutShortByCancelling() {
        Bench bench;
        auto first = mandarin("a1");
        first.pauseAfterMs = 5000;
        bench.speaker.start();
        const auto job = bench.speaker.say({first, mandarin("b1")});
        bench.speaker.say({mandarin("c1")});
        QTRY_COMPARE(bench.started.count(), 1);
        bench.speaker.cancel(job);
        QTRY_COMPARE_WITH_TIMEOUT(bench.finished.count(), 2, 4000);
        QCOMPARE(bench.outcome(0), SpeechOutcome::stopped);
        QCOMPARE(bench.outcome(1), SpeechOutcome::spoken);
        QVERIFY(!bench.script.log.contains(QStringLiteral("b1@100")));
    }

    void missingVoiceIsTold() {
        Bench bench;
        bench.script.hasVoice = false;
        bench.speaker.start();
        bench.speaker.say({mandarin("a1")});
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.outcome(0), SpeechOutcome::noVoice);
        const DeviceStatus without{DeviceState::faulty, DeviceReason::noEngine};
        QCOMPARE(bench.speaker.status(), without);
    }

    void segmentWithoutVoiceIsLeftOut() {
        Bench bench;
        bench.script.hasEnglish = false;
        bench.speaker.start();
        const SpeechSegment letter{SpeechLanguage::english, QStringLiteral("A"), 100};
        bench.speaker.say({letter, mandarin("a1"), letter});
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.outcome(0), SpeechOutcome::spoken);
        QCOMPARE(bench.started.count(), 1);
        QCOMPARE(bench.speaker.status().state, DeviceState::ready);
        bench.speaker.say({letter});
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.outcome(1), SpeechOutcome::noVoice);
        QCOMPARE(bench.started.count(), 1);
    }

    void voiceIsChosenFromEveryLocale() {
        const VoiceName variant{QStringLiteral("Chinese (Mandarin, latin as Pinyin)+Adam"), false};
        const VoiceName pinyin{QStringLiteral("Chinese (Mandarin, latin as Pinyin)"), false};
        const VoiceName letters{QStringLiteral("Chinese (Mandarin, latin as English)"), false};
        const VoiceName other{QStringLiteral("kal_diphone"), true};
        const VoiceName britain{QStringLiteral("English (Great Britain)"), true};
        const VoiceName america{QStringLiteral("English (America)"), true};
        QCOMPARE(preferredVoice(SpeechLanguage::mandarin, {letters, variant, pinyin, america}), 2);
        QCOMPARE(preferredVoice(SpeechLanguage::mandarin, {letters, variant}), 1);
        QCOMPARE(preferredVoice(SpeechLanguage::mandarin, {letters, america}), -1);
        QCOMPARE(preferredVoice(SpeechLanguage::english, {pinyin, other, britain, america}), 3);
        QCOMPARE(preferredVoice(SpeechLanguage::english, {pinyin, other, britain}), 2);
        QCOMPARE(preferredVoice(SpeechLanguage::english, {pinyin, letters, other}), 2);
        QCOMPARE(preferredVoice(SpeechLanguage::english, {pinyin, letters}), 1);
        QCOMPARE(preferredVoice(SpeechLanguage::english, {pinyin}), -1);
        QCOMPARE(preferredVoice(SpeechLanguage::english, {}), -1);
    }

    void cancelEndsTheSpokenAndTheWaitingJob() {
        Bench bench;
        bench.script.hangs = true;
        bench.speaker.start();
        const quint64 first = bench.speaker.say({mandarin("a1")});
        const quint64 second = bench.speaker.say({mandarin("b1")});
        QTRY_COMPARE(bench.started.count(), 1);
        bench.speaker.cancel(second);
        bench.speaker.cancel(first);
        bench.speaker.cancel(99);
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.outcome(0), SpeechOutcome::stopped);
        QCOMPARE(bench.outcome(1), SpeechOutcome::stopped);
        QCOMPARE(bench.script.log, (QStringList{QStringLiteral("a1@100"), QStringLiteral("silence")}));
    }

    void stopEndsEveryJob() {
        Bench bench;
        bench.script.hangs = true;
        bench.speaker.start();
        bench.speaker.say({mandarin("a1")});
        bench.speaker.say({mandarin("b1")});
        QTRY_COMPARE(bench.started.count(), 1);
        bench.speaker.stop();
        QCOMPARE(bench.finished.count(), 2);
    }

    void emptyJobEndsToo() {
        Bench bench;
        bench.speaker.start();
        bench.speaker.say({});
        QTRY_COMPARE(bench.finished.count(), 1);
    }

    void percentBecomesTheRateOfTheEngine() {
        QCOMPARE(speechRate(100), 0.0);
        QVERIFY(speechRate(50) < -0.9 && speechRate(50) >= -1.0);
        QVERIFY(speechRate(200) > 0.5 && speechRate(200) <= 1.0);
        QCOMPARE(speechRate(10), speechRate(50));
        QVERIFY(speechRate(80) < speechRate(120));
    }
};

QTEST_GUILESS_MAIN(SpeakerTest)
#include "speakertest.moc"
