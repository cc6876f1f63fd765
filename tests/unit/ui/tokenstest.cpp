// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/tokens/tokens.h"
#include "shared/ui/icons/lucide.h"
#include "shared/ui/types/fontsetup.h"
#include "shared/ui/types/qrmatrix.h"

#include <QDir>
#include <QFontMetrics>
#include <QTest>

#define ZX_USE_UTF8 1 // text() as UTF-8
#include <ZXing/ReadBarcode.h>

using namespace Qt::Literals::StringLiterals;
using namespace atrium::ui;

class TokensTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void contrastFollowsTheStandard();
    static void everyPairThatMeetsIsReadable_data();
    static void everyPairThatMeetsIsReadable();
    static void everyIconOfTheBuildIsDrawn();
    static void anUnknownIconIsNull();
    static void aQrCodeReadsBack();
    static void digitsHaveOneWidth();
};

void TokensTest::contrastFollowsTheStandard() {
    QCOMPARE(qRound(contrast(0x000000, 0xFFFFFF) * 100), 2100);
    QCOMPARE(qRound(contrast(0x777777, 0xFFFFFF) * 100), 448); // the well-known grey that just fails 4.5:1
    QCOMPARE(contrast(0x123456, 0xABCDEF), contrast(0xABCDEF, 0x123456));
}

void TokensTest::everyPairThatMeetsIsReadable_data() {
    QTest::addColumn<int>("theme");
    QTest::newRow("governmentBlue") << 0;
    QTest::newRow("emblemRed") << 1;
    QTest::newRow("highContrast") << 2;
    QTest::newRow("night") << 3;
}

void TokensTest::everyPairThatMeetsIsReadable() {
    QFETCH(int, theme);
    const auto id = static_cast<ThemeId>(theme);
    const Palette& colours = palette(id);
    QStringList failures;
    for (const MeetingPair& pair : meetingPairs()) {
        // Outlines and icons keep 3:1; all text needs 7:1 in the high-contrast theme.
        const double least = id == ThemeId::highContrast && pair.least >= 4.5 ? 7.0 : pair.least;
        const double actual = contrast(colours.*pair.front, colours.*pair.ground);
        if (actual < least) {
            failures.append(
                u"%1: %2 < %3"_s.arg(QString::fromUtf8(pair.name.data(), qsizetype(pair.name.size())))
                    .arg(actual, 0, 'f', 2)
                    .arg(least));
        }
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
}

void TokensTest::everyIconOfTheBuildIsDrawn() {
    const QStringList files = QDir(u":/atrium/lucide"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 100);
    for (const QString& file : files) {
        const QString name = file.chopped(4);
        const QImage image = drawLucide(name, Qt::red, QSize(48, 48));
        bool drawn = false;
        for (int y = 0; y < 48 && !drawn; ++y) {
            for (int x = 0; x < 48 && !drawn; ++x) {
                const QColor pixel = image.pixelColor(x, y);
                drawn = pixel.alpha() > 200 && pixel.red() > 200 && pixel.blue() < 50;
            }
        }
        QVERIFY2(drawn, qPrintable(name));
    }
}

void TokensTest::anUnknownIconIsNull() {
    QVERIFY(drawLucide(u"no-such-icon"_s, Qt::black, QSize(48, 48)).isNull());
    QVERIFY(drawLucide(u"../lucide/ticket"_s, Qt::black, QSize()).isNull());
    QVERIFY(!hasLucide(QString()));
    QVERIFY(hasLucide(u"ticket"_s));
}

void TokensTest::aQrCodeReadsBack() {
    const QString text =
        u"https://hall.example/t/0123456789abcdef0123456789abcdef.1.0123456789abcdef01234567 取号"_s;
    const QImage matrix = qrMatrix(text);
    QVERIFY(!matrix.isNull());
    QImage page(matrix.width() * 4 + 40, matrix.height() * 4 + 40, QImage::Format_Grayscale8);
    page.fill(255);
    for (int y = 0; y < matrix.height() * 4; ++y) {
        for (int x = 0; x < matrix.width() * 4; ++x) {
            page.scanLine(y + 20)[x + 20] = matrix.constScanLine(y / 4)[x / 4];
        }
    }
    const ZXing::ImageView view(page.constBits(), page.width(), page.height(), ZXing::ImageFormat::Lum,
                                int(page.bytesPerLine()));
    const auto result = ZXing::ReadBarcode(view);
    QCOMPARE(QString::fromStdString(result.text()), text);
    QVERIFY(qrMatrix(QString()).isNull());
    QVERIFY(qrMatrix(QString(8000, u'中')).isNull());
}

void TokensTest::digitsHaveOneWidth() {
    QVERIFY(FontSetup::apply());
    for (const auto weight : {QFont::Normal, QFont::Medium, QFont::Bold}) {
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPixelSize(100);
        font.setWeight(weight);
        const QFontMetricsF metrics(font);
        for (const QChar digit : u"123456789"_s) {
            QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
        }
    }
}

QTEST_MAIN(TokensTest)

#include "tokenstest.moc"
