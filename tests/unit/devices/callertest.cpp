// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/numberstripdisplay.h"
#include "shared/devices/drivers/onbonstripdisplay.h"
#include "shared/devices/drivers/rs485caller.h"
#include "tests/unit/devices/windowbus.h"

#include <QtTest/QSignalSpy>

using namespace atrium::devices;
using atrium::tests::Carrier;
using atrium::tests::Ms;
using atrium::tests::WindowLine;
using caller::Entry;
using caller::Key;

namespace {

const DeviceStatus kReady{DeviceState::ready, DeviceReason::none};

CallerSettings at(std::uint8_t address) {
    CallerSettings settings;
    settings.address = address;
    return settings;
}

/// Line, one caller at address 5, and what it said.
struct Desk {
    explicit Desk(const QString& options = QStringLiteral("--callers 5"), Carrier carrier = Carrier::serial)
        : line(options, carrier), pad(line.bus, at(5)), pressed(&pad, &Caller::pressed),
          graded(&pad, &Caller::graded) {
        pad.start();
    }
    [[nodiscard]] bool isReady() const { return pad.status() == kReady; }
    [[nodiscard]] Entry last() const { return pressed.last().at(0).value<Entry>(); }

    WindowLine line;
    Rs485Caller pad;
    QSignalSpy pressed;
    QSignalSpy graded;
};

} // namespace

class CallerTest : public QObject {
    Q_OBJECT

private:
    static void addCarriers() {
        QTest::addColumn<Carrier>("carrier");
        QTest::newRow("serial line") << Carrier::serial;
        QTest::newRow("TCP") << Carrier::tcp;
    }

private Q_SLOTS:
    void keysComeAsEvents_data() { addCarriers(); }
    void keysComeAsEvents() {
        QFETCH(Carrier, carrier);
        Desk desk(QStringLiteral("--callers 5 --repeat 60000"), carrier); // none has to be sent again
        QTRY_VERIFY(desk.isReady());
        desk.line.tell("press caller5 call");
        QTRY_COMPARE(desk.pressed.count(), 1);
        QCOMPARE(desk.last(), (Entry{"", Key::call}));
        QTRY_COMPARE(desk.line.count("caller5.taken"), 1);
        desk.line.tell("press caller5 6 confirm");
        QTRY_COMPARE(desk.pressed.count(), 2);
        QCOMPARE(desk.last(), (Entry{"6", Key::confirm}));
        QTRY_COMPARE(desk.line.count("caller5.taken"), 2);
        desk.line.tell("press caller5 1 2 7 call");
        QTRY_COMPARE(desk.pressed.count(), 3);
        QCOMPARE(desk.last(), (Entry{"127", Key::call}));
        QTRY_COMPARE(desk.line.count("caller5.taken"), 3);
    }

    /// The published source leaves the command byte of key frames open.
    void commandOfKeyFramesDoesNotMatter() {
        Desk desk(QStringLiteral("--callers 5 --command 127"));
        QTRY_VERIFY(desk.isReady());
        desk.line.tell("press caller5 recall");
        QTRY_COMPARE(desk.pressed.count(), 1);
        QTRY_COMPARE(desk.line.count("caller5.taken"), 1);
    }

    void gradeComesFromTheEvaluator() {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.pad.askGrade();
        QTRY_COMPARE(desk.line.count("caller5.asked"), 1);
        desk.line.tell("grade caller5 2");
        QTRY_COMPARE(desk.graded.count(), 1);
        QCOMPARE(desk.graded.last().at(0).toInt(), 2);
        QTRY_COMPARE(desk.line.count("caller5.taken"), 1);
        QCOMPARE(desk.pressed.count(), 0);
    }

    void displayAndBeep_data() { addCarriers(); }
    void displayAndBeep() {
        QFETCH(Carrier, carrier);
        Desk desk(QStringLiteral("--callers 5,6"), carrier);
        QTRY_VERIFY(desk.isReady());
        desk.pad.showTicket(QStringLiteral("A0127"));
        QTRY_COMPARE(desk.line.word("state", "caller5.display"), QStringLiteral("___127"));
        desk.pad.showWaiting(47);
        QTRY_COMPARE(desk.line.word("state", "caller5.display"), QStringLiteral("047___"));
        desk.pad.beep();
        QTRY_COMPARE(desk.line.count("caller5.beeps"), 1);
        QCOMPARE(desk.line.word("state", "caller6.display"), QString());
    }

    void passingFaultsLoseNoKeyAndDoubleNone_data() {
        QTest::addColumn<QString>("fault");
        for (const char* fault : {"fault noise", "fault split", "fault badcheck 2", "fault half 2",
                                  "fault silent 2", "fault flip 1", "fault deaf 2", "fault echo -1 line"})
            QTest::newRow(fault) << QString::fromUtf8(fault);
    }
    void passingFaultsLoseNoKeyAndDoubleNone() {
        QFETCH(QString, fault);
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.line.emulator.tell(fault);
        desk.line.tell("press caller5 call");
        QTRY_COMPARE(desk.line.count("caller5.taken"), 1);
        QTRY_COMPARE(desk.pressed.count(), 1);
        QCOMPARE(desk.last(), (Entry{"", Key::call}));
        desk.line.tell("fault none");
        desk.line.tell("press caller5 recall");
        QTRY_COMPARE(desk.pressed.count(), 2); // and the line is fit for the next key
        QCOMPARE(desk.last(), (Entry{"", Key::recall}));
    }

    /// Its own acknowledgement is no key to be acknowledged, its own question no key at all.
    void converterThatHearsItselfMakesNoKeys() {
        Desk desk(QStringLiteral("--callers 5 --repeat 60000"));
        QTRY_VERIFY(desk.isReady());
        desk.line.tell("fault echo -1 line");
        desk.line.tell("press caller5 call");
        QTRY_COMPARE(desk.line.count("caller5.taken"), 1);
        desk.pad.askGrade();
        QTRY_COMPARE(desk.line.count("caller5.asked"), 1);
        QTest::qWait(300); // many rounds of a loop, if there were one
        QCOMPARE(desk.line.count("caller5.heard"), 2);
        QCOMPARE(desk.pressed.count(), 1);
    }

    void shortFrameDoesNotSwallowTheNext() {
        Desk desk(QStringLiteral("--callers 5 --repeat 5000"));
        QTRY_VERIFY(desk.isReady());
        desk.line.tell("fault half 1");
        desk.line.tell("press caller5 call");
        QTest::qWait(120); // longer than a frame may stand still
        desk.line.tell("press caller5 recall");
        QTRY_COMPARE(desk.pressed.count(), 1);
        QCOMPARE(desk.last(), (Entry{"", Key::recall}));
    }

    void sameKeyTwiceIsTwoPresses() {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.line.tell("press caller5 recall");
        QTRY_COMPARE(desk.line.count("caller5.taken"), 1);
        QTest::qWait(700); // a person; the line repeats faster
        desk.line.tell("press caller5 recall");
        QTRY_COMPARE(desk.pressed.count(), 2);
    }

    void eachCallerIsHeardByItsOwnDriver() {
        Desk desk(QStringLiteral("--callers 5,6"));
        Rs485Caller other(desk.line.bus, at(6));
        QSignalSpy pressed(&other, &Caller::pressed);
        other.start();
        QTRY_VERIFY(desk.isReady());
        QTRY_COMPARE(other.status(), kReady);
        desk.line.tell("press caller6 call");
        desk.line.tell("press caller5 pause");
        QTRY_COMPARE(pressed.count(), 1);
        QTRY_COMPARE(desk.pressed.count(), 1);
        QCOMPARE(desk.last(), (Entry{"", Key::pause}));
        QTRY_COMPARE(desk.line.count("caller6.taken"), 1);
        QTRY_COMPARE(desk.line.count("caller5.taken"), 1);
    }

    void keysPassADeadStripOnTheSameLine() {
        Desk desk(QStringLiteral("--callers 5 --strips 1,2 --numbers 9"));
        OnbonSettings settings;
        settings.probe = Ms(50); // worse than in a hall
        settings.heartbeat = Ms(50);
        settings.pause = Ms(50);
        settings.address = 1;
        OnbonStripDisplay dead(desk.line.bus, settings);
        settings.address = 2;
        OnbonStripDisplay alive(desk.line.bus, settings);
        NumberStripDisplay digits(desk.line.bus, {9, Ms(200)});
        desk.line.tell("power strip1 off");
        for (StripDisplay* strip : {static_cast<StripDisplay*>(&dead), static_cast<StripDisplay*>(&alive),
                                    static_cast<StripDisplay*>(&digits)})
            strip->start();
        QTRY_COMPARE(dead.status().reason, DeviceReason::noAnswer);
        for (int i = 1; i <= 4; ++i) {
            desk.line.tell(i % 2 == 0 ? "press caller5 call" : "press caller5 recall");
            QTRY_COMPARE(desk.pressed.count(), i);
            QTRY_COMPARE(desk.line.count("caller5.taken") + desk.line.count("caller5.lost"), i);
        }
        QTRY_COMPARE(alive.status(), kReady);
        QCOMPARE(digits.status(), kReady);
    }

    void cableOutAndInAgain_data() { addCarriers(); }
    void cableOutAndInAgain() {
        QFETCH(Carrier, carrier);
        Desk desk(QStringLiteral("--callers 5"), carrier);
        QTRY_VERIFY(desk.isReady());
        desk.pad.showTicket(QStringLiteral("A0127"));
        QTRY_COMPARE(desk.line.word("state", "caller5.display"), QStringLiteral("___127"));
        desk.line.tell("unplug");
        QTRY_COMPARE(desk.pad.status().state, DeviceState::offline);
        desk.line.tell("power caller5 off");
        desk.line.tell("power caller5 on");
        desk.line.tell("plug");
        QTRY_VERIFY(desk.isReady());
        QTRY_COMPARE(desk.line.word("state", "caller5.display"), QStringLiteral("___127"));
        desk.line.tell("press caller5 call");
        QTRY_COMPARE(desk.pressed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(CallerTest)
#include "callertest.moc"
