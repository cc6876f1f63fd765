// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/serialscanner.h"
#include "tests/unit/devices/emulated.h"

#include <QtTest/QSignalSpy>

using namespace atrium::devices;
using atrium::tests::Emulated;

namespace {

struct Bench {
    explicit Bench(const QString& suffix = QStringLiteral("cr"))
        : emulator(QStringLiteral("atrium-emulate-scanner"), {QStringLiteral("--suffix"), suffix}),
          scanner(SerialSettings{emulator.port(), 9600, std::chrono::milliseconds(50)}, ScannerLimits{}),
          scanned(&scanner, &BarcodeScanner::scanned), refused(&scanner, &BarcodeScanner::scanRefused) {
        scanner.start();
    }
    [[nodiscard]] bool isReady() const { return scanner.status().state == DeviceState::ready; }

    Emulated emulator;
    SerialScanner scanner;
    QSignalSpy scanned;
    QSignalSpy refused;
};

const QString kTicket = QStringLiteral("https://hall.example/t/8f3k2.1.a9c0");

} // namespace

class ScannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliversTextWithAnySuffix_data() {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {"cr", "lf", "crlf"})
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
    void deliversTextWithAnySuffix() {
        QFETCH(QString, suffix);
        Bench bench(suffix);
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("scan ") + kTicket);
        bench.emulator.tell(QStringLiteral("scan 统一代码 91350100M000100Y43"));
        QTRY_COMPARE(bench.scanned.count(), 2);
        QCOMPARE(bench.scanned.at(0).at(0).toString(), kTicket);
        QCOMPARE(bench.scanned.at(1).at(0).toString(), QStringLiteral("统一代码 91350100M000100Y43"));
        QCOMPARE(bench.refused.count(), 0);
    }

    void piecesAreJoined() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("fault split"));
        bench.emulator.tell(QStringLiteral("scan ") + kTicket);
        QTRY_COMPARE(bench.scanned.count(), 1);
        QCOMPARE(bench.scanned.at(0).at(0).toString(), kTicket);
    }

    void damagedScansAreRefusedAndTheNextOnePasses_data() {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("wanted");
        QTest::newRow("end missing") << QStringLiteral("fault half 1") << kTicket
                                     << static_cast<int>(ScanFault::incomplete);
        QTest::newRow("control byte")
            << QStringLiteral("fault control 1") << kTicket << static_cast<int>(ScanFault::badCharacter);
        QTest::newRow("noise") << QStringLiteral("fault noise 1") << kTicket
                               << static_cast<int>(ScanFault::badText);
        QTest::newRow("too long") << QStringLiteral("fault none") << QString(2000, QLatin1Char('x'))
                                  << static_cast<int>(ScanFault::tooLong);
    }
    void damagedScansAreRefusedAndTheNextOnePasses() {
        QFETCH(QString, fault);
        QFETCH(QString, text);
        QFETCH(int, wanted);
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(fault);
        bench.emulator.tell(QStringLiteral("scan ") + text);
        QTRY_COMPARE(bench.refused.count(), 1);
        QCOMPARE(static_cast<int>(bench.refused.at(0).at(0).value<ScanFault>()), wanted);
        bench.emulator.tell(QStringLiteral("scan ") + kTicket);
        QTRY_COMPARE(bench.scanned.count(), 1);
        QCOMPARE(bench.refused.count(), 1);
    }

    void cableOutAndInAgain() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("unplug"));
        QTRY_COMPARE(bench.scanner.status().state, DeviceState::offline);
        bench.emulator.tell(QStringLiteral("plug"));
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("scan ") + kTicket);
        QTRY_COMPARE(bench.scanned.count(), 1);
    }
};

QTEST_GUILESS_MAIN(ScannerTest)
#include "scannertest.moc"
