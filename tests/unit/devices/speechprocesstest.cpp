// SPDX-License-Identifier: GPL-3.0-or-later
// A helper that dies, is missing or talks nonsense: the program that speaks through it lives and speaks
// again.
#include "shared/devices/drivers/speechprocess.h"
#include "shared/devices/drivers/queuedspeaker.h"
#include "shared/devices/drivers/voicelines.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace atrium::devices;

namespace {

/// A voice in a few lines of shell. `dies` runs end in the middle of what they say; a file counts the runs.
class FakeVoice {
public:
    explicit FakeVoice(int dies) {
        QFile script(path());
        if (!script.open(QIODevice::WriteOnly))
            qFatal("no folder for the helper");
        script.write(QStringLiteral(R"(#!/bin/sh
echo run >> %1/runs
runs=$(wc -l < %1/runs)
printf 'noise\nwarm\t0\n'
tab=$(printf '\t')
while IFS="$tab" read -r verb id language rate volume text; do
  [ "$verb" = say ] || continue
  printf 'began\t%s\n' "$id"
  [ "$runs" -le %2 ] && kill -SEGV $$
  echo "$language $rate $volume $text" >> %1/said
  printf 'ended\t%s\n' "$id"
done
)")
                         .arg(m_folder.path())
                         .arg(dies)
                         .toUtf8());
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("voice")); }
    [[nodiscard]] int runs() const { return static_cast<int>(lines("runs").size()); }
    [[nodiscard]] QStringList said() const { return lines("said"); }

private:
    [[nodiscard]] QStringList lines(const char* name) const {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    QTemporaryDir m_folder;
};

struct Bench {
    explicit Bench(const QString& program)
        : speaker([program] { return std::make_unique<SpeechProcess>(program); }, QStringLiteral("test")),
          finished(&speaker, &Speaker::finished) {
        speaker.start();
    }
    [[nodiscard]] SpeechOutcome outcome(int index) const {
        return finished.at(index).at(1).value<SpeechOutcome>();
    }
    QueuedSpeaker speaker;
    QSignalSpy finished;
};

SpeechSegment segment(const char* text) {
    return {.language = SpeechLanguage::mandarin,
            .text = QLatin1String(text),
            .ratePercent = 80,
            .volumePercent = 35,
            .pauseAfterMs = 0};
}

} // namespace

class SpeechProcessTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesSayWhatWasMeant() {
        const VoiceOrder order{.id = 7, .segment = segment("qing3\tdao4\n")};
        const auto read = voiceOrder(voiceLine(order).chopped(1));
        QVERIFY(read.has_value());
        QCOMPARE(read->id, 7U);
        QCOMPARE(read->segment.text, QStringLiteral("qing3 dao4 "));
        QCOMPARE(read->segment.volumePercent, 35);
        QCOMPARE(voiceOrder("silence")->id, 0U);
        for (const char* bad : {"", "say", "say\tx\tmandarin\t1\t1\tt", "began\t1", "say\t1\tmandarin\t1"})
            QVERIFY(!voiceOrder(bad).has_value());
        using Kind = VoiceReport::Kind;
        for (const Kind kind : {Kind::warm, Kind::began, Kind::ended, Kind::unavailable})
            QCOMPARE(voiceReport(voiceLine(VoiceReport{.kind = kind, .id = 3}).chopped(1))->kind, kind);
        for (const char* bad : {"", "warm", "ended\tx", "other\t1", "ended\t1\t"})
            QVERIFY(!voiceReport(bad).has_value());
    }

    void itSaysWhatItIsGiven() {
        const FakeVoice voice(0);
        Bench bench(voice.path());
        QTRY_COMPARE(bench.speaker.status().reason, DeviceReason::none);
        bench.speaker.say({segment("qing3 dao4")});
        bench.speaker.say({segment("san1 hao4")});
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.outcome(0), SpeechOutcome::spoken);
        QCOMPARE(voice.said(), QStringList({QStringLiteral("mandarin 80 35 qing3 dao4"),
                                            QStringLiteral("mandarin 80 35 san1 hao4")}));
        QCOMPARE(voice.runs(), 1);
    }

    void whatAHelperDiedOfIsSaidByTheNext() {
        const FakeVoice voice(1);
        Bench bench(voice.path());
        bench.speaker.say({segment("a1"), segment("b1")});
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.outcome(0), SpeechOutcome::spoken);
        QCOMPARE(voice.runs(), 2);
        QCOMPARE(voice.said().size(), 2);
    }

    void aSegmentThatKillsEveryHelperIsGivenUp() {
        const FakeVoice voice(2);
        Bench bench(voice.path());
        bench.speaker.say({segment("a1")});
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.outcome(0), SpeechOutcome::noVoice);
        QCOMPARE(bench.speaker.status().reason, DeviceReason::noEngine);
        bench.speaker.say({segment("b1")});
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.outcome(1), SpeechOutcome::spoken);
        QCOMPARE(bench.speaker.status().reason, DeviceReason::none);
    }

    void withoutAHelperItSaysThatThereIsNone() {
        Bench bench(QStringLiteral("/nowhere/atrium-voice"));
        bench.speaker.say({segment("a1")});
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.outcome(0), SpeechOutcome::noVoice);
        QCOMPARE(bench.speaker.status().reason, DeviceReason::noEngine);
    }
};

QTEST_GUILESS_MAIN(SpeechProcessTest)
#include "speechprocesstest.moc"
