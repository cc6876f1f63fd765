// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/escposprinter.h"
#include "shared/devices/drivers/ticketimages.h"
#include "tests/unit/devices/emulated.h"

#include <QtCore/QFile>
#include <QtGui/QImage>
#include <QtTest/QSignalSpy>

using namespace atrium::devices;
using atrium::tests::Emulated;

namespace {

constexpr std::chrono::milliseconds kOften{100};
constexpr std::chrono::hours kNever{1}; ///< for tests that count bytes: no looks at the idle printer between

EscPosSettings quick(int paperMm, std::chrono::milliseconds poll, bool cutter) {
    EscPosSettings settings;
    settings.paperMm = paperMm;
    settings.cutter = cutter;
    settings.answer = std::chrono::milliseconds(1200); // a busy test machine must not look like silence
    settings.quiet = std::chrono::milliseconds(50);
    settings.patience = std::chrono::milliseconds(200);
    settings.limit = std::chrono::milliseconds(3000);
    settings.poll = poll;
    return settings;
}

/// A picture with a pattern that would show any lost, doubled or moved row; bytes of real-time commands
/// inside.
TicketImage pattern(int width, int height) {
    TicketImage image{width, height, {}};
    image.bits.assign(image.rowBytes() * static_cast<std::size_t>(height), 0);
    for (std::size_t i = 0; i + 3 < image.bits.size(); i += 29) {
        image.bits[i] = static_cast<std::uint8_t>(i * 7);
        image.bits[i + 1] = 0x10;
        image.bits[i + 2] = 0x04;
        image.bits[i + 3] = static_cast<std::uint8_t>(1 + i % 5);
    }
    // Only dots inside the width count.
    const auto beyond = static_cast<unsigned>(image.rowBytes() * 8) - static_cast<unsigned>(width);
    for (std::size_t last = image.rowBytes() - 1; last < image.bits.size(); last += image.rowBytes())
        image.bits[last] = static_cast<std::uint8_t>(image.bits[last] & 0xFFU << beyond);
    return image;
}

struct Bench {
    explicit Bench(int paperMm = 80, const QStringList& options = {}, std::chrono::milliseconds poll = kOften,
                   bool cutter = true)
        : emulator(QStringLiteral("atrium-emulate-printer"),
                   options + QStringList{QStringLiteral("--width"), QString::number(paperMm)}),
          printer(SerialSettings{emulator.port(), 115200, std::chrono::milliseconds(50)},
                  quick(paperMm, poll, cutter)),
          finished(&printer, &TicketPrinter::finished) {
        printer.start();
    }
    [[nodiscard]] bool isReady() const { return printer.status().state == DeviceState::ready; }
    [[nodiscard]] PrintResult result(int index = -1) const {
        return finished.at(index < 0 ? finished.count() - 1 : index).at(1).value<PrintResult>();
    }
    quint64 print() { return printer.print(pattern(printer.capabilities().widthDots, 200), CutMode::full); }

    Emulated emulator;
    EscPosPrinter printer;
    QSignalSpy finished;
};

const PrintResult kPrinted{PrintOutcome::printed, PrintFault::none};
const PrintResult kUnknown{PrintOutcome::unknown, PrintFault::none};
PrintResult failedBy(PrintFault fault) {
    return {PrintOutcome::failed, fault};
}

} // namespace

class PrinterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsWhatWasDrawn_data() {
        QTest::addColumn<int>("paper");
        QTest::addColumn<int>("dots");
        QTest::newRow("58 mm") << 58 << 384;
        QTest::newRow("80 mm") << 80 << 576;
    }
    void printsWhatWasDrawn() {
        QFETCH(int, paper);
        QFETCH(int, dots);
        QTemporaryDir out;
        Bench bench(paper, {QStringLiteral("--out"), out.path()});
        QTRY_VERIFY(bench.isReady());
        const TicketImage picture = pattern(bench.printer.capabilities().widthDots, 300);
        const quint64 id = bench.printer.print(picture, CutMode::full);
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.finished.at(0).at(0).toULongLong(), id);
        QCOMPARE(bench.result(), kPrinted);
        bench.printer.stop();
        const QImage paperPiece(out.filePath(QStringLiteral("ticket-0001.pbm")));
        QCOMPARE(paperPiece.width(), dots);
        // Somewhere across the paper the picture stands dot for dot.
        bool stands = false;
        for (int left = 0; left + picture.width <= dots; ++left)
            stands = stands || toTicketImage(paperPiece.copy(left, 0, picture.width, 300)) == picture;
        QVERIFY(stands);
        QVERIFY(QFile::exists(out.filePath(QStringLiteral("ticket-0001.bin"))));
    }

    void picturesDoNotAskForStatus() {
        Bench bench(80, {}, kNever);
        QTRY_VERIFY(bench.isReady());
        const int answers = bench.emulator.state(QStringLiteral("answers"));
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 1);
        // Four questions and one buffered answer: any command inside the picture would add to the sum.
        QCOMPARE(bench.emulator.state(QStringLiteral("answers")) - answers, 5);
    }

    void jobsComeOutInOrder() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        for (int i = 0; i < 3; ++i)
            bench.print();
        QTRY_COMPARE_WITH_TIMEOUT(bench.finished.count(), 3, 10000);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(bench.finished.at(i).at(0).toInt(), i + 1);
            QCOMPARE(bench.result(i), kPrinted);
        }
        QCOMPARE(bench.emulator.state(QStringLiteral("tickets")), 3);
    }

    void conditionBeforeAJobFailsItAndPrintsNothing_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("fault");
        QTest::newRow("paper out") << QStringLiteral("paper out") << static_cast<int>(DeviceState::paperOut)
                                   << static_cast<int>(PrintFault::paperOut);
        QTest::newRow("cover open") << QStringLiteral("cover open")
                                    << static_cast<int>(DeviceState::coverOpen)
                                    << static_cast<int>(PrintFault::coverOpen);
        QTest::newRow("mechanical") << QStringLiteral("fault mechanical")
                                    << static_cast<int>(DeviceState::faulty)
                                    << static_cast<int>(PrintFault::mechanical);
        QTest::newRow("silent") << QStringLiteral("fault silent") << static_cast<int>(DeviceState::offline)
                                << static_cast<int>(PrintFault::offline);
    }
    void conditionBeforeAJobFailsItAndPrintsNothing() {
        QFETCH(QString, command);
        QFETCH(int, state);
        QFETCH(int, fault);
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(command);
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.result(), failedBy(static_cast<PrintFault>(fault)));
        QCOMPARE(static_cast<int>(bench.printer.status().state), state);
        for (const char* mend : {"paper ok", "cover close", "fault none"})
            bench.emulator.tell(QLatin1String(mend));
        QTRY_VERIFY(bench.isReady()); // seen by the poll, without a job
        QCOMPARE(bench.emulator.state(QStringLiteral("tickets")), 0);
    }

    void nearEndIsToldAndPrints() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("paper near"));
        QTRY_COMPARE(bench.printer.status().state, DeviceState::paperLow);
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.result(), kPrinted);
        QCOMPARE(bench.printer.status().state, DeviceState::paperLow);
    }

    /// The roll ends inside the ticket: known to have failed, and never printed later.
    void paperEndsInsideATicket() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("paper out-after 90"));
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.result(), failedBy(PrintFault::paperOut));
        bench.emulator.tell(QStringLiteral("paper ok"));
        QTRY_VERIFY(bench.isReady());
        QCOMPARE(bench.emulator.state(QStringLiteral("rows")), 90);
        QCOMPARE(bench.emulator.state(QStringLiteral("tickets")), 0);
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.result(), kPrinted);
        QCOMPARE(bench.emulator.state(QStringLiteral("tickets")), 2); // the torn piece was cut off first
        QVERIFY(bench.emulator.events().first().startsWith(QLatin1String("ticket 1 rows 114 partial")));
        QVERIFY(bench.emulator.events().last().startsWith(QLatin1String("ticket 2 rows 224 full")));
    }

    void cutterBlocks() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("fault cutter 1"));
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.result(), failedBy(PrintFault::cutter));
        const DeviceStatus blocked{DeviceState::faulty, DeviceReason::cutter};
        QCOMPARE(bench.printer.status(), blocked);
        bench.emulator.tell(QStringLiteral("fault none"));
        QTRY_VERIFY(bench.isReady());
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.result(), kPrinted);
    }

    /// A slow printer is at work, not broken: real-time answers say that all is well, so the driver waits.
    void slowPrinterIsWaitedFor() {
        Bench bench(80, {QStringLiteral("--speed"), QStringLiteral("250")});
        QTRY_VERIFY(bench.isReady());
        bench.print();
        QTRY_COMPARE_WITH_TIMEOUT(bench.finished.count(), 1, 10000);
        QCOMPARE(bench.result(), kPrinted);
    }

    void missingBufferedAnswerIsUnknown() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("fault unbuffered 1"));
        bench.print();
        QTRY_COMPARE_WITH_TIMEOUT(bench.finished.count(), 1, 10000);
        QCOMPARE(bench.result(), kUnknown);
    }

    /// The cable comes out after any number of bytes: before the picture it is a failure, after it unknown.
    void cableOutDuringAJob_data() {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {2, 5, 9, 12, 100, 2000, 9000, 14000})
            QTest::addRow("%d bytes", bytes) << bytes;
    }
    void cableOutDuringAJob() {
        QFETCH(int, bytes);
        Bench bench(80, {}, kNever);
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(QStringLiteral("die-after %1").arg(bytes));
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 1);
        QVERIFY(bench.result().outcome != PrintOutcome::printed);
        if (bytes < 12)
            QCOMPARE(bench.result(), failedBy(PrintFault::offline)); // only questions had been sent
        QTRY_COMPARE(bench.printer.status().state, DeviceState::offline);
        bench.emulator.tell(QStringLiteral("plug"));
        QTRY_VERIFY(bench.isReady());
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.result(), kPrinted);
    }

    /// A program that died inside a picture must not spoil the next one's ticket.
    void halfAPictureOfADeadProgramIsOvercome() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.printer.stop();
        QFile port(bench.emulator.port());
        QVERIFY(port.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        port.write(QByteArray::fromHex("1b401d763000480018000102030405"));
        port.close();
        bench.printer.cutOffRest();
        bench.printer.start();
        QTRY_VERIFY(bench.isReady());
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.result(), kPrinted);
        QCOMPARE(bench.emulator.state(QStringLiteral("tickets")), 2);
        QVERIFY(bench.emulator.events().last().startsWith(QLatin1String("ticket 2 rows 224 full")));
    }

    void withoutACutterNothingIsToldToCut() {
        Bench bench(80, {}, kOften, false);
        QTRY_VERIFY(bench.isReady());
        bench.printer.cutOffRest(); // of an interrupted print
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.result(), kPrinted);
        QCOMPARE(bench.emulator.state(QStringLiteral("tickets")), 0);
    }

    void unaskedStatusAndNoiseDoNotConfuse_data() {
        QTest::addColumn<QString>("fault");
        QTest::newRow("automatic status") << QStringLiteral("fault asb");
        QTest::newRow("noise") << QStringLiteral("fault noise");
    }
    void unaskedStatusAndNoiseDoNotConfuse() {
        QFETCH(QString, fault);
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.emulator.tell(fault);
        bench.emulator.tell(QStringLiteral("paper near"));
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 1);
        QCOMPARE(bench.result(), kPrinted);
        bench.emulator.tell(QStringLiteral("paper out-after 40"));
        bench.print();
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.result(), failedBy(PrintFault::paperOut));
    }

    void statusIsCheckedOnRequest() {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        QSignalSpy checked(&bench.printer, &TicketPrinter::statusChecked);
        bench.emulator.tell(QStringLiteral("cover open"));
        bench.printer.checkStatus();
        QTRY_COMPARE(checked.count(), 1);
        QCOMPARE(checked.at(0).at(0).value<DeviceStatus>().state, DeviceState::coverOpen);
        bench.emulator.tell(QStringLiteral("unplug"));
        QTRY_COMPARE(bench.printer.status().state, DeviceState::offline);
        bench.printer.checkStatus();
        QTRY_COMPARE(checked.count(), 2);
    }

    void badPicturesAreRefused() {
        Bench bench;
        bench.printer.print({}, CutMode::full);
        bench.printer.print(pattern(576, 10), CutMode::full);
        QTRY_COMPARE(bench.finished.count(), 2);
        QCOMPARE(bench.result(0), failedBy(PrintFault::badImage));
        QCOMPARE(bench.result(1), failedBy(PrintFault::badImage));
    }
};

QTEST_GUILESS_MAIN(PrinterTest)
#include "printertest.moc"
