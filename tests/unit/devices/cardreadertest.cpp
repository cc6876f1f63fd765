// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/sdtcardreader.h"
#include "tests/unit/devices/emulated.h"

#include <QtTest/QSignalSpy>

using namespace atrium::devices;
using atrium::tests::Emulated;

namespace {

const QString kResident = QStringLiteral("card resident 张三 11010519491231002X nation=25 to=长期");

SdtTimings quick() {
    SdtTimings timings;
    timings.poll = std::chrono::milliseconds(20);
    timings.find = timings.select =
        std::chrono::milliseconds(300); // a busy test machine must not look like silence
    timings.read = std::chrono::milliseconds(700);
    timings.missesUntilOffline = 2;
    return timings;
}

/// Emulator, driver and what the driver said.
struct Bench {
    explicit Bench(const QStringList& options = {})
        : emulator(QStringLiteral("atrium-emulate-idreader"), options),
          reader(SerialSettings{emulator.port(), 115200, std::chrono::milliseconds(50)}, quick()),
          read(&reader, &CardReader::cardRead), failed(&reader, &CardReader::readFailed),
          found(&reader, &CardReader::cardFound) {
        reader.start();
    }
    [[nodiscard]] bool isReady() const { return reader.status().state == DeviceState::ready; }
    [[nodiscard]] IdCard card() const { return read.last().at(0).value<IdCard>(); }
    [[nodiscard]] CardFault fault() const { return failed.last().at(0).value<CardFault>(); }

    Emulated emulator;
    SdtCardReader reader;
    QSignalSpy read;
    QSignalSpy failed;
    QSignalSpy found;
};

} // namespace

class CardReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheModule() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QVERIFY(bench.reader.description().contains(QLatin1String("05.01-20190314-0001234567-0987654321")));
    }

    void readsEachKindOfCard_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("number");
        QTest::newRow("resident") << kResident << static_cast<int>(CardKind::resident)
                                  << QStringLiteral("张三") << QStringLiteral("11010519491231002X");
        QTest::newRow("permit") << QStringLiteral("card hkmt 陈港生 810000199408230021")
                                << static_cast<int>(CardKind::hkMacaoTaiwan) << QStringLiteral("陈港生")
                                << QStringLiteral("810000199408230021");
        QTest::newRow("foreigner 2023") << QStringLiteral("card foreign2023 韦安娜 911124198108030024 sex=2")
                                        << static_cast<int>(CardKind::foreignResident2023)
                                        << QStringLiteral("韦安娜") << QStringLiteral("911124198108030024");
        QTest::newRow("foreigner 2017")
            << QStringLiteral("card foreign2017 \"\" DEU110181080301")
            << static_cast<int>(CardKind::foreignResident2017) << QStringLiteral("WEBER, ANNA MARIA")
            << QStringLiteral("DEU110181080301");
    }
    void readsEachKindOfCard() {
        QFETCH(QString, command);
        QFETCH(int, kind);
        QFETCH(QString, name);
        QFETCH(QString, number);
        Bench bench;
        QCOMPARE(bench.emulator.tell(command), QStringLiteral("ok"));
        QTRY_COMPARE(bench.read.count(), 1);
        QCOMPARE(static_cast<int>(bench.card().kind), kind);
        QCOMPARE(QString::fromStdString(displayName(bench.card())), name);
        QCOMPARE(QString::fromStdString(bench.card().idNumber), number);
        QCOMPARE(bench.found.count(), 1);
        QCOMPARE(bench.failed.count(), 0);
    }

    void deliversNationAndValidity() {
        Bench bench;
        bench.emulator.tell(kResident);
        QTRY_COMPARE(bench.read.count(), 1);
        QCOMPARE(bench.card().nation, std::string("水"));
        QVERIFY(bench.card().longTerm);
    }

    /// Half of all readers find a lying card again and again.
    void cardIsReadOnceUntilItLeaves_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("reader that hides a read card") << QStringList{};
        QTest::newRow("reader that finds it again") << QStringList{QStringLiteral("--find-again")};
    }
    void cardIsReadOnceUntilItLeaves() {
        QFETCH(QStringList, options);
        Bench bench(options);
        bench.emulator.tell(kResident);
        QTRY_COMPARE(bench.read.count(), 1);
        const int before = bench.emulator.state(QStringLiteral("requests"));
        QTRY_VERIFY(bench.emulator.state(QStringLiteral("requests")) > before + 5); // it has searched on
        QCOMPARE(bench.read.count(), 1);
        bench.emulator.tell(QStringLiteral("remove"));
        const int gone = bench.emulator.state(QStringLiteral("requests"));
        QTRY_VERIFY(bench.emulator.state(QStringLiteral("requests")) >
                    gone + 2); // it has seen the empty field
        bench.emulator.tell(kResident);
        QTRY_COMPARE(bench.read.count(), 2);
    }

    /// Faults of the line that pass: the card is read all the same, once.
    void passingFaultsAreOvercome_data() {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QStringList>("options");
        const QStringList none;
        QTest::newRow("noise before every reply") << QStringLiteral("fault noise") << none;
        QTest::newRow("every reply in pieces") << QStringLiteral("fault split") << none;
        QTest::newRow("two reads with a wrong check byte") << QStringLiteral("fault badcheck 2 read") << none;
        QTest::newRow("two reads with a wrong length") << QStringLiteral("fault badlength 2 read") << none;
        QTest::newRow("two reads with a wrong bit") << QStringLiteral("fault flip 2 read") << none;
        QTest::newRow("half a read") << QStringLiteral("fault half 1 read") << none;
        QTest::newRow("no answer to a read") << QStringLiteral("fault silent 1 read") << none;
        QTest::newRow("two selections refused") << QStringLiteral("fault select 2") << none;
        QTest::newRow("pace of a real line")
            << QStringLiteral("fault none")
            << QStringList{QStringLiteral("--baud"), QStringLiteral("115200")};
    }
    void passingFaultsAreOvercome() {
        QFETCH(QString, fault);
        QFETCH(QStringList, options);
        Bench bench(options);
        QTRY_VERIFY(bench.isReady());
        QCOMPARE(bench.emulator.tell(fault), QStringLiteral("ok"));
        bench.emulator.tell(kResident);
        QTRY_COMPARE_WITH_TIMEOUT(bench.read.count(), 1, 10000);
        QCOMPARE(bench.card().idNumber, std::string("11010519491231002X"));
        QCOMPARE(bench.failed.count(), 0);
    }

    /// Faults that stay have one clear outcome, and the reader works again afterwards.
    void lastingFaultsAreTold_data() {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("wanted");
        QTest::newRow("card taken during the read")
            << QStringLiteral("fault remove 1") << static_cast<int>(CardFault::takenTooEarly);
        QTest::newRow("check byte always wrong")
            << QStringLiteral("fault badcheck 3 read") << static_cast<int>(CardFault::unreadable);
        QTest::newRow("always half a reply")
            << QStringLiteral("fault half 3 read") << static_cast<int>(CardFault::unreadable);
        QTest::newRow("wrong card") << QStringLiteral("fault wrongcard 1")
                                    << static_cast<int>(CardFault::refused);
        QTest::newRow("authentication")
            << QStringLiteral("fault authentication 1") << static_cast<int>(CardFault::refused);
    }
    void lastingFaultsAreTold() {
        QFETCH(QString, fault);
        QFETCH(int, wanted);
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(fault);
        bench.emulator.tell(kResident);
        QTRY_COMPARE_WITH_TIMEOUT(bench.failed.count(), 1, 10000);
        QCOMPARE(static_cast<int>(bench.fault()), wanted);
        QCOMPARE(bench.read.count(), 0);
        bench.emulator.tell(QStringLiteral("fault none"));
        bench.emulator.tell(QStringLiteral("remove"));
        const int gone = bench.emulator.state(QStringLiteral("requests"));
        QTRY_VERIFY(bench.emulator.state(QStringLiteral("requests")) > gone + 2);
        bench.emulator.tell(kResident);
        QTRY_COMPARE(bench.read.count(), 1);
        QCOMPARE(bench.failed.count(), 1);
    }

    void wrongContentsAreTold() {
        Bench bench;
        bench.emulator.tell(QStringLiteral("card resident 张三 110105194912310021"));
        QTRY_COMPARE(bench.failed.count(), 1);
        QCOMPARE(bench.fault(), CardFault::badNumber);
        bench.emulator.tell(QStringLiteral("card resident 张三 11010519491231002X flag=Q"));
        QTRY_COMPARE(bench.failed.count(), 2);
        QCOMPARE(bench.fault(), CardFault::badText);
        QCOMPARE(bench.read.count(), 0);
    }

    void moduleThatRefusesIsFaulty() {
        Bench bench;
        bench.emulator.tell(QStringLiteral("fault unauthorised"));
        const DeviceStatus refused{DeviceState::faulty, DeviceReason::notAuthorised};
        QTRY_COMPARE(bench.reader.status(), refused);
        bench.emulator.tell(QStringLiteral("fault none"));
        QTRY_VERIFY(bench.isReady());
    }

    void silentReaderIsOfflineUntilItAnswers() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("fault silent"));
        const DeviceStatus silent{DeviceState::offline, DeviceReason::noAnswer};
        QTRY_COMPARE(bench.reader.status(), silent);
        bench.emulator.tell(QStringLiteral("fault none"));
        QTRY_VERIFY(bench.isReady());
    }

    void cableOutAndInAgain() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QSignalSpy changes(&bench.reader, &Device::statusChanged);
        bench.emulator.tell(QStringLiteral("unplug"));
        QTRY_COMPARE(bench.reader.status().state, DeviceState::offline);
        const DeviceStatus missing{DeviceState::offline, DeviceReason::portMissing};
        QTRY_COMPARE(bench.reader.status(), missing); // it has tried to open the port again
        QVERIFY(changes.count() <= 3);                // and did not drown anyone in errors
        bench.emulator.tell(QStringLiteral("plug"));
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(kResident);
        QTRY_COMPARE(bench.read.count(), 1);
    }

    void cableOutDuringARead() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("fault silent 1 read"));
        bench.emulator.tell(kResident);
        QTRY_COMPARE(bench.found.count(), 1);
        bench.emulator.tell(QStringLiteral("unplug"));
        QTRY_COMPARE(bench.failed.count(), 1);
        bench.emulator.tell(QStringLiteral("plug"));
        QTRY_COMPARE(bench.read.count(), 1); // the card still lies there
    }

    void stopIsSilent() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.reader.stop();
        const DeviceStatus stopped{DeviceState::offline, DeviceReason::notStarted};
        QCOMPARE(bench.reader.status(), stopped);
        bench.reader.start();
        QTRY_VERIFY(bench.isReady());
    }
};

QTEST_GUILESS_MAIN(CardReaderTest)
#include "cardreadertest.moc"
