// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/drivers/deviceregistry.h"
#include "shared/devices/drivers/linebuses.h"
#include "shared/devices/drivers/ticketimages.h"
#include "shared/model/partstates.h"

#include <QtCore/QMetaEnum>
#include <QtGui/QImage>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace atrium::devices;

class RegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesDriversFromConfiguration() {
        QCOMPARE(makeCardReader(QStringLiteral("sdt:/dev/ttyS1?baud=57600")).device->description(),
                 QStringLiteral("SDT /dev/ttyS1, 57600 baud"));
        QCOMPARE(makeBarcodeScanner(QStringLiteral("scanner:/dev/ttyS3")).device->description(),
                 QStringLiteral("scanner /dev/ttyS3, 9600 baud"));
        QCOMPARE(makeTicketPrinter(QStringLiteral("escpos:/dev/ttyS2")).device->capabilities().widthDots,
                 568);
        const auto narrow = makeTicketPrinter(QStringLiteral("escpos:/dev/ttyS2?width=58&cutter=no"));
        QCOMPARE(narrow.device->capabilities().widthDots, 376);
        QVERIFY(!narrow.device->capabilities().cutter);
        QVERIFY(makeSpeaker(QStringLiteral("speechd:?timeout=5")).device);
    }

    void everyStateIsAWordTheServerTakes() {
        const auto states = QMetaEnum::fromType<DeviceState>();
        QVERIFY(states.keyCount() > 0);
        for (int at = 0; at < states.keyCount(); ++at)
            QVERIFY2(atrium::model::isPartState(states.key(at), atrium::model::kPrinterStates),
                     states.key(at));
        // And "none", which no driver says.
        QCOMPARE(static_cast<int>(atrium::model::kPrinterStates.size()), states.keyCount() + 1);
        for (const auto word : atrium::model::kReaderStates)
            QVERIFY(atrium::model::isPartState(word, atrium::model::kPrinterStates));
    }

    void noneIsADeviceThatSaysSo() {
        const DeviceStatus none{DeviceState::offline, DeviceReason::notConfigured};
        QCOMPARE(makeCardReader(QString()).device->status(), none);
        QCOMPARE(makeBarcodeScanner(QStringLiteral("none")).device->status(), none);
        const auto printer = makeTicketPrinter(QStringLiteral("none"));
        QSignalSpy finished(printer.device.get(), &TicketPrinter::finished);
        printer.device->print({}, CutMode::full);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished.at(0).at(1).value<PrintResult>().fault, PrintFault::offline);
        const auto speaker = makeSpeaker(QStringLiteral("none"));
        QSignalSpy spoken(speaker.device.get(), &Speaker::finished);
        speaker.device->say({});
        QTRY_COMPARE(spoken.count(), 1);
    }

    void mistakesAreNamed_data() {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("part");
        QTest::newRow("protocol") << QStringLiteral("lpr:/dev/ttyS2")
                                  << QStringLiteral("unknown protocol \"lpr\"");
        QTest::newRow("port") << QStringLiteral("escpos:ttyS2") << QStringLiteral("not \"ttyS2\"");
        QTest::newRow("no port") << QStringLiteral("escpos") << QStringLiteral("must be a path");
        QTest::newRow("key") << QStringLiteral("escpos:/dev/ttyS2?with=80") << QStringLiteral("\"with\"");
        QTest::newRow("width") << QStringLiteral("escpos:/dev/ttyS2?width=60") << QStringLiteral("width=60");
        QTest::newRow("baud") << QStringLiteral("escpos:/dev/ttyS2?baud=fast") << QStringLiteral("baud=fast");
        QTest::newRow("cutter") << QStringLiteral("escpos:/dev/ttyS2?cutter=maybe")
                                << QStringLiteral("cutter=maybe");
        QTest::newRow("twice") << QStringLiteral("escpos:/dev/ttyS2?width=58&width=80")
                               << QStringLiteral("repeated");
    }
    void mistakesAreNamed() {
        QFETCH(QString, config);
        QFETCH(QString, part);
        const auto made = makeTicketPrinter(config);
        QVERIFY(!made.device);
        QVERIFY2(made.error.contains(part), qPrintable(made.error));
    }

    void speakerHasNoPort() {
        QVERIFY(!makeSpeaker(QStringLiteral("speechd:/dev/audio")).device);
        QVERIFY(!makeSpeaker(QStringLiteral("speechd:?timeout=0")).device);
    }

    void devicesOfOnePortShareItsLine() {
        LineBuses buses;
        const auto strip = buses.makeStripDisplay(
            QStringLiteral("onbon:/dev/ttyS4?address=3&baud=57600&width=256&height=16"));
        QVERIFY2(strip.device, qPrintable(strip.error));
        QCOMPARE(strip.device->description(), QStringLiteral("ONBON strip 3 at /dev/ttyS4, 57600 baud"));
        QCOMPARE(strip.device->capabilities().columns, 32);
        QCOMPARE(strip.device->capabilities().lines, 1);
        const auto pad = buses.makeCaller(QStringLiteral("caller:/dev/ttyS4?address=5&baud=57600"));
        QCOMPARE(pad.device->description(), QStringLiteral("caller 5 at /dev/ttyS4, 57600 baud"));
        const auto clash = buses.makeStripDisplay(QStringLiteral("number:/dev/ttyS4?address=7"));
        QVERIFY(!clash.device);
        QVERIFY2(clash.error.contains(QLatin1String("57600")), qPrintable(clash.error));
    }

    void stripsHavePathOrHost() {
        LineBuses buses;
        QCOMPARE(buses.makeStripDisplay(QStringLiteral("onbon:192.168.3.20?address=1")).device->description(),
                 QStringLiteral("ONBON strip 1 at 192.168.3.20:5005"));
        QCOMPARE(buses.makeCaller(QStringLiteral("caller:box.hall:4001?address=9")).device->description(),
                 QStringLiteral("caller 9 at box.hall:4001"));
        const DeviceStatus none{DeviceState::offline, DeviceReason::notConfigured};
        QCOMPARE(buses.makeStripDisplay(QString()).device->status(), none);
        QCOMPARE(buses.makeCaller(QStringLiteral("none")).device->status(), none);
    }

    void mistakesOfWindowDevicesAreNamed_data() {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("part");
        QTest::newRow("protocol") << QStringLiteral("led:/dev/ttyS4")
                                  << QStringLiteral("\"onbon\", \"number\"");
        QTest::newRow("port") << QStringLiteral("number:ttyS4") << QStringLiteral("not \"ttyS4\"");
        QTest::newRow("no port") << QStringLiteral("onbon") << QStringLiteral("must be a path");
        QTest::newRow("address") << QStringLiteral("number:/dev/ttyS4?address=256")
                                 << QStringLiteral("address=256");
        QTest::newRow("width") << QStringLiteral("number:/dev/ttyS4?width=64") << QStringLiteral("no width");
        QTest::newRow("baud") << QStringLiteral("onbon:/dev/ttyS4?baud=115200")
                              << QStringLiteral("baud=115200");
    }
    void mistakesOfWindowDevicesAreNamed() {
        QFETCH(QString, config);
        QFETCH(QString, part);
        LineBuses buses;
        const auto made = buses.makeStripDisplay(config);
        QVERIFY(!made.device);
        QVERIFY2(made.error.contains(part), qPrintable(made.error));
    }

    void picturesBecomeDots() {
        QImage image(10, 2, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        image.setPixelColor(0, 0, Qt::black);
        image.setPixelColor(9, 1, QColor(0, 0, 120));
        image.setPixelColor(5, 1, QColor(200, 200, 200));
        const TicketImage dots = toTicketImage(image);
        QCOMPARE(dots.bits, (std::vector<std::uint8_t>{0x80, 0x00, 0x00, 0x40}));
        QVERIFY(!toTicketImage(QImage()).isValid());
    }
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "registrytest.moc"
