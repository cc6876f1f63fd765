// SPDX-License-Identifier: GPL-3.0-or-later
// The speech service is killed while the player speaks: the player lives, goes on showing, and speaks again.
#include "shared/devices/drivers/deviceregistry.h"
#include "shared/sync/qt/hallclient.h"
#include "tests/gui/signage-player/player.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using atrium::test::Player;

namespace {

/// A sound sink and a speech service of this test's own, in a private folder.
class Sound {
public:
    Sound() {
        for (const char* name : {"XDG_RUNTIME_DIR", "HOME"})
            qputenv(name, m_folder.path().toUtf8());
        qunsetenv("SPEECHD_ADDRESS");
        qunsetenv("PULSE_SERVER");
        m_sink.start(u"pulseaudio"_s,
                     {u"-n"_s, u"--daemonize=no"_s, u"--exit-idle-time=-1"_s, u"-L"_s,
                      u"module-native-protocol-unix"_s, u"-L"_s, u"module-null-sink sink_name=hall"_s});
    }
    ~Sound() {
        for (const qint64 pid : services())
            ::kill(static_cast<pid_t>(pid), SIGKILL);
        m_sink.kill();
        m_sink.waitForFinished();
    }
    bool ready() const {
        return QTest::qWaitFor([this] { return QFile::exists(m_folder.path() + u"/pulse/native"_s); },
                               20'000);
    }
    /// The speech service and what it started: programs with this test's runtime folder.
    QList<qint64> services() const {
        QList<qint64> out;
        QProcess list;
        list.start(u"pgrep"_s, {u"-f"_s, u"speech-dispatcher|sd_espeak"_s});
        list.waitForFinished();
        for (const QByteArray& pid : list.readAllStandardOutput().split('\n')) {
            QFile environment(u"/proc/"_s + QString::fromLatin1(pid) + u"/environ"_s);
            if (!pid.isEmpty() && environment.open(QIODevice::ReadOnly) &&
                environment.readAll().contains("XDG_RUNTIME_DIR=" + m_folder.path().toUtf8()))
                out.append(pid.toLongLong());
        }
        return out;
    }

private:
    QTemporaryDir m_folder;
    QProcess m_sink;
};

constexpr int kPatience = 90'000; // the engine starts slowly on a busy machine

} // namespace

class VoiceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void aKilledServiceIsSurvived();
    static void noServiceOutlivesTheVoiceThatStartedIt();
    static void theVoiceExplainsItself();
};

void VoiceTest::aKilledServiceIsSurvived() {
    const Sound sound;
    QVERIFY(sound.ready());
    Player t(1, 1, {1280, 720}, atrium::devices::makeSpeaker(u"speechd"_s).device);
    QVERIFY(t.start());
    QCOMPARE(t.announcer->speech(), u"starting"_s);
    QTRY_COMPARE_WITH_TIMEOUT(t.announcer->speech(), u"ready"_s, kPatience); // before any call
    t.call("A001", 3);
    QTRY_VERIFY_WITH_TIMEOUT(t.announcer->lastSoundDelayMs() >= 0, kPatience);
    qInfo("sound %lld ms after the picture", static_cast<long long>(t.announcer->lastSoundDelayMs()));
    QCOMPARE(t.announcer->speaking(), u"A001"_s);
    const auto victims = sound.services();
    QVERIFY(!victims.isEmpty());
    for (const qint64 pid : victims)
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
    // The board goes on while the voice is gone.
    t.call("A002", 4);
    QTRY_VERIFY(t.numbers().contains(u"A002"_s)); // on top when the first one's turn has ended
    QTRY_COMPARE_WITH_TIMEOUT(t.scene->text(u"current-number"_s), u"A002"_s, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(t.announcer->announced(), 2, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(t.announcer->speaking(), QString(), kPatience);
    QCOMPARE(t.announcer->speech(), u"ready"_s);
    const auto now = sound.services();
    QVERIFY(!now.isEmpty());
    for (const qint64 pid : now)
        QVERIFY(!victims.contains(pid));
}

void VoiceTest::noServiceOutlivesTheVoiceThatStartedIt() {
    const Sound sound;
    QVERIFY(sound.ready());
    for (const bool killed : {false, true}) {
        QProcess voice;
        voice.start(QCoreApplication::applicationDirPath() + u"/atrium-voice"_s, QStringList());
        QVERIFY(voice.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(voice.canReadLine(), kPatience); // it is warm
        QVERIFY(!sound.services().isEmpty());
        if (killed)
            voice.kill();
        else
            voice.closeWriteChannel();
        QVERIFY(voice.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(sound.services().isEmpty(), kPatience);
    }
}

void VoiceTest::theVoiceExplainsItself() {
    QProcess voice;
    voice.start(QCoreApplication::applicationDirPath() + u"/atrium-voice"_s, {u"--help"_s});
    QVERIFY(voice.waitForFinished());
    QCOMPARE(voice.exitCode(), 0);
    QVERIFY(voice.readAllStandardOutput().contains("Usage:"));
}

QTEST_MAIN(VoiceTest)
#include "voicetest.moc"
