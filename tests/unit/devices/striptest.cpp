// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/gb2312.h"
#include "shared/devices/drivers/numberstripdisplay.h"
#include "shared/devices/drivers/onbonstripdisplay.h"
#include "shared/devices/drivers/striplayout.h"
#include "tests/unit/devices/windowbus.h"

#include <QtTest/QSignalSpy>

using namespace atrium::devices;
using atrium::tests::Carrier;
using atrium::tests::Ms;
using atrium::tests::WindowLine;

namespace {

const DeviceStatus kReady{DeviceState::ready, DeviceReason::none};
const DeviceStatus kSilent{DeviceState::offline, DeviceReason::noAnswer};

OnbonSettings quick(std::uint16_t address) {
    OnbonSettings settings;
    settings.address = address;
    settings.heartbeat = Ms(200);
    settings.probe = Ms(200);
    settings.pause = Ms(50);
    return settings;
}

StripContent content(const QString& first, const QString& second = {}, StripState state = StripState::idle) {
    StripContent made;
    made.lines << first;
    if (!second.isEmpty())
        made.lines << second;
    made.state = state;
    return made;
}

const QString kLines = QStringLiteral("综合窗口|A0127");

} // namespace

class StripTest : public QObject {
    Q_OBJECT

private:
    static void addCarriers() {
        QTest::addColumn<Carrier>("carrier");
        QTest::newRow("serial line") << Carrier::serial;
        QTest::newRow("TCP") << Carrier::tcp;
    }

private Q_SLOTS:
    void chineseBecomesBytesOfTheCard() {
        QCOMPARE(toGb2312(QStringLiteral("欢迎光临A1")), std::string("\xBB\xB6\xD3\xAD\xB9\xE2\xC1\xD9"
                                                                     "A1"));
        QCOMPARE(toGb2312(QStringLiteral("a\n😀")), std::string("a ?"));
        QCOMPARE(toGb2312(QStringLiteral("·—　")), std::string("\xA1\xA4\xA1\xAA\xA1\xA1"));
        QCOMPARE(toGb2312(QStringLiteral("龘€〇")), std::string("???")); // the set of 1980 lacks them
    }

    void largestFontThatFitsIsChosen_data() {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("begins");
        QTest::addColumn<bool>("runs");
        QTest::newRow("one short line")
            << QStringList{QStringLiteral("A0127")} << QStringLiteral("\\FO002") << false;
        QTest::newRow("one of five characters")
            << QStringList{QStringLiteral("婚姻登记处")} << QStringLiteral("\\FO001") << false;
        QTest::newRow("two lines") << QStringList{QStringLiteral("综合"), QStringLiteral("A0127")}
                                   << QStringLiteral("\\FO000") << false;
        QTest::newRow("one too long")
            << QStringList{QStringLiteral("社会保险费申报缴纳与退费")} << QStringLiteral("\\FO000") << true;
    }
    void largestFontThatFitsIsChosen() {
        QFETCH(QStringList, lines);
        QFETCH(QString, begins);
        QFETCH(bool, runs);
        StripContent made;
        made.lines = lines;
        const auto area = layOut(made, 128, 32);
        QVERIFY(area.text.starts_with(begins.toStdString()));
        QCOMPARE(area.effect == onbon::Effect::left, runs);
    }

    void textThatIsTooLongIsCutBetweenCharacters() {
        const QString eight = QStringLiteral("不动产登记和交易");
        const auto area = layOut(content(eight + eight, eight + eight), 130, 32);
        const std::string once = toGb2312(eight);
        QVERIFY(area.text.ends_with(once + "\\n" + once));
        const auto endless = layOut(content(QString(4000, QChar(0x6B22))), 128, 32);
        QVERIFY(endless.text.size() <= onbon::kMaxText);
    }

    void showsLinesInTheStatesColour_data() { addCarriers(); }
    void showsLinesInTheStatesColour() {
        QFETCH(Carrier, carrier);
        WindowLine line(QStringLiteral("--strips 3"), carrier);
        OnbonStripDisplay strip(line.bus, quick(3));
        QSignalSpy shown(&strip, &StripDisplay::shown);
        strip.start();
        strip.show(content(QStringLiteral("综合窗口"), QStringLiteral("A0127"), StripState::calling));
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(strip.status(), kReady);
        QCOMPARE(line.word("text strip3", "text"), kLines);
        QCOMPARE(line.word("text strip3", "colour"), QStringLiteral("1"));
        QCOMPARE(line.word("text strip3", "size"), QStringLiteral("128x32"));
        strip.show(content(QStringLiteral("暂停"), {}, StripState::paused));
        QTRY_COMPARE(shown.count(), 2);
        QCOMPARE(line.word("text strip3", "text"), QStringLiteral("暂停"));
        QCOMPARE(line.word("text strip3", "colour"), QStringLiteral("3"));
        QCOMPARE(line.count("strip3.damaged"), 0);
    }

    /// A5, A6, 5A and 5B stand in many characters' codes.
    void charactersThatLookLikeMarksPass() {
        WindowLine line(QStringLiteral("--strips 90")); // its address is 5A
        OnbonStripDisplay strip(line.bus, quick(90));
        strip.start();
        const QString text = QStringLiteral("ウZ[业ゥ芝"); // A5A6 5A 5B D2B5 A5A5 D6A5
        strip.show(content(text));
        QTRY_COMPARE(line.word("text strip90", "text"), text);
        QTRY_COMPARE(strip.status(), kReady);
    }

    void passingFaultsAreOvercome_data() {
        QTest::addColumn<QString>("fault");
        for (const char* fault : {"fault noise", "fault split", "fault badcheck 2", "fault half 2",
                                  "fault silent 2", "fault flip 1", "fault busy 2", "fault late 1"})
            QTest::newRow(fault) << QString::fromUtf8(fault);
    }
    void passingFaultsAreOvercome() {
        QFETCH(QString, fault);
        WindowLine line(QStringLiteral("--strips 3"));
        OnbonStripDisplay strip(line.bus, quick(3));
        QSignalSpy shown(&strip, &StripDisplay::shown);
        strip.start();
        QTRY_COMPARE(strip.status(), kReady);
        line.emulator.tell(fault);
        strip.show(content(QStringLiteral("综合窗口"), QStringLiteral("A0127")));
        QTRY_COMPARE_WITH_TIMEOUT(shown.count(), 1, 10000);
        QCOMPARE(line.word("text strip3", "text"), kLines);
        QCOMPARE(strip.status(), kReady);
    }

    void whatTheCardRefusesIsAFault() {
        WindowLine line(QStringLiteral("--strips 3"));
        OnbonStripDisplay strip(line.bus, quick(3));
        QSignalSpy shown(&strip, &StripDisplay::shown);
        strip.start();
        line.tell("fault nofont");
        strip.show(content(QStringLiteral("A0127")));
        const DeviceStatus refused{DeviceState::faulty, DeviceReason::refused};
        QTRY_COMPARE(strip.status(), refused);
        const int pings = line.count("strip3.pings");
        QTRY_VERIFY(line.count("strip3.pings") > pings + 1);
        QCOMPARE(strip.status(), refused); // being there is not showing
        QCOMPARE(shown.count(), 0);
        line.tell("fault none");
        strip.show(content(QStringLiteral("A0128")));
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(strip.status(), kReady);
    }

    /// One address without power does not hold up the others, and has its text back with its power.
    void deadAddressDoesNotStopTheOthers_data() { addCarriers(); }
    void deadAddressDoesNotStopTheOthers() {
        QFETCH(Carrier, carrier);
        WindowLine line(QStringLiteral("--strips 1,2,3"), carrier);
        OnbonStripDisplay first(line.bus, quick(1));
        OnbonStripDisplay dead(line.bus, quick(2));
        OnbonStripDisplay last(line.bus, quick(3));
        line.tell("power strip2 off");
        for (OnbonStripDisplay* strip : {&first, &dead, &last})
            strip->start();
        QTRY_COMPARE(dead.status(), kSilent);
        QTRY_COMPARE(first.status(), kReady);
        QTRY_COMPARE(last.status(), kReady);
        QSignalSpy shown(&last, &StripDisplay::shown);
        dead.show(content(QStringLiteral("A0200")));
        for (int i = 1; i <= 5; ++i) {
            last.show(content(QStringLiteral("A030%1").arg(i)));
            QTRY_COMPARE(shown.count(), i);
        }
        QCOMPARE(first.status(), kReady);
        QCOMPARE(dead.status(), kSilent);
        line.tell("power strip2 on");
        QTRY_COMPARE(line.word("text strip2", "text"), QStringLiteral("A0200"));
        QTRY_COMPARE(dead.status(), kReady);
    }

    void onlyTheNewestTextIsSent() {
        WindowLine line(QStringLiteral("--strips 3"));
        OnbonSettings slow = quick(3);
        slow.pause = Ms(1000);
        OnbonStripDisplay strip(line.bus, slow);
        QSignalSpy shown(&strip, &StripDisplay::shown);
        strip.start();
        QTRY_COMPARE(strip.status(), kReady);
        for (int i = 0; i < 50; ++i)
            strip.show(content(QStringLiteral("A%1").arg(i)));
        QTRY_COMPARE(line.word("text strip3", "text"), QStringLiteral("A49"));
        const int before = line.count("strip3.shows");
        QVERIFY(before <= 2);
        for (int i = 50; i < 100; ++i) {
            strip.show(content(QStringLiteral("A%1").arg(i)));
            QTest::qWait(2);
        }
        QTRY_COMPARE(line.word("text strip3", "text"), QStringLiteral("A99"));
        QVERIFY(line.count("strip3.shows") <= before + 2);
        QVERIFY2(line.count("strip3.shortest") >= 900, "the card takes new text once a second");
    }

    void cableOutAndInAgain_data() { addCarriers(); }
    void cableOutAndInAgain() {
        QFETCH(Carrier, carrier);
        WindowLine line(QStringLiteral("--strips 3"), carrier);
        OnbonStripDisplay strip(line.bus, quick(3));
        strip.start();
        strip.show(content(QStringLiteral("A0127")));
        QTRY_COMPARE(strip.status(), kReady);
        QTRY_COMPARE(line.word("text strip3", "text"), QStringLiteral("A0127"));
        line.tell("unplug");
        QTRY_COMPARE(strip.status().state, DeviceState::offline);
        line.tell("power strip3 off");
        line.tell("power strip3 on");
        strip.show(content(QStringLiteral("A0128")));
        line.tell("plug");
        QTRY_COMPARE(line.word("text strip3", "text"), QStringLiteral("A0128"));
        QTRY_COMPARE(strip.status(), kReady);
        line.tell("unplug");
        QTRY_COMPARE(strip.status().state, DeviceState::offline);
        line.tell("power strip3 off");
        line.tell("power strip3 on");
        line.tell("plug"); // nothing new came meanwhile: what stood there stands there again
        QTRY_COMPARE(line.word("text strip3", "text"), QStringLiteral("A0128"));
    }

    /// A power cut shorter than the questions is not noticed: the text comes back with the refresh.
    void textComesBackAfterAShortPowerCut() {
        WindowLine line(QStringLiteral("--strips 3"));
        OnbonSettings settings = quick(3);
        settings.refresh = Ms(500);
        OnbonStripDisplay strip(line.bus, settings);
        QSignalSpy shown(&strip, &StripDisplay::shown);
        strip.start();
        strip.show(content(QStringLiteral("A0127")));
        QTRY_COMPARE(shown.count(), 1);
        line.tell("power strip3 off");
        QCOMPARE(line.word("text strip3", "text"), QString());
        line.tell("power strip3 on");
        QTRY_COMPARE(line.word("text strip3", "text"), QStringLiteral("A0127"));
        QCOMPARE(shown.count(), 1); // nothing new to say
    }

    void somethingElseOnTheLineIsNotAStrip() {
        WindowLine line(QStringLiteral("--strips 3"));
        OnbonStripDisplay strip(line.bus, quick(3));
        line.tell("fault badcheck");
        strip.start();
        const DeviceStatus bad{DeviceState::offline, DeviceReason::badAnswers};
        QTRY_COMPARE(strip.status(), bad);
        line.tell("fault none");
        QTRY_COMPARE(strip.status(), kReady);
    }

    void numberStripShowsThreeDigits_data() { addCarriers(); }
    void numberStripShowsThreeDigits() {
        QFETCH(Carrier, carrier);
        WindowLine line(QStringLiteral("--numbers 5,6"), carrier);
        NumberStripSettings settings{5, Ms(300)};
        NumberStripDisplay strip(line.bus, settings);
        NumberStripDisplay other(line.bus, {6, Ms(300)});
        QSignalSpy shown(&strip, &StripDisplay::shown);
        strip.start();
        other.start();
        StripContent made;
        made.number = 999;
        strip.show(made);
        QTRY_COMPARE(line.count("number5.value"), 999);
        QTRY_COMPARE(shown.count(), 1);
        QTRY_COMPARE(line.count("number6.value"), 0);
        QVERIFY(!strip.capabilities().text);
        line.tell("power number5 off");
        line.tell("power number5 on");
        QTRY_COMPARE(line.count("number5.value"), 999); // told again
        line.tell("unplug");
        QTRY_COMPARE(strip.status().state, DeviceState::offline);
        made.number = 7;
        strip.show(made);
        line.tell("plug");
        QTRY_COMPARE(line.count("number5.value"), 7);
        QTRY_COMPARE(strip.status(), kReady);
    }

    void stopIsSilent() {
        WindowLine line(QStringLiteral("--strips 3"));
        OnbonStripDisplay strip(line.bus, quick(3));
        strip.start();
        QTRY_COMPARE(strip.status(), kReady);
        strip.stop();
        const DeviceStatus stopped{DeviceState::offline, DeviceReason::notStarted};
        QCOMPARE(strip.status(), stopped);
        QVERIFY(!line.bus->isOpen());
        strip.start();
        QTRY_COMPARE(strip.status(), kReady);
    }
};

QTEST_GUILESS_MAIN(StripTest)
#include "striptest.moc"
