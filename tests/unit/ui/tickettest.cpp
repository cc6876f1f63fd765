// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/ticket/ticketpainter.h"
#include "shared/ui/types/fontsetup.h"

#include <QTest>

#define ZX_USE_UTF8 1 // text() as UTF-8
#include <ZXing/ReadBarcode.h>

using namespace Qt::Literals::StringLiterals;
using namespace atrium::ui;

namespace {

TicketPrint sample() {
    return {.hall = u"XX高新区政务服务中心"_s,
            .number = u"A0127"_s,
            .department = u"市场监督管理局"_s,
            .item = u"公司设立登记"_s,
            .windows = u"A 区 3–8 号窗口"_s,
            .takenAt = u"2026-11-22 10:24"_s,
            .peopleAhead = u"9 人"_s,
            .expectedWait = u"约 15–20 分钟"_s,
            .holder = u"张* 3101**********1234"_s,
            .hints = {u"请留意屏幕和广播，过号请到一楼服务台。"_s,
                      u"请带齐：登记申请书、章程、股东主体资格证明、住所使用证明。"_s},
            .qrText =
                u"https://hall.example/t/0123456789abcdef0123456789abcdef.1.0123456789abcdef01234567"_s};
}

QString decode(const QImage& ticket) {
    const QImage grey = ticket.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                int(grey.bytesPerLine()));
    return QString::fromStdString(ZXing::ReadBarcode(view).text());
}

int blackDots(const QImage& image, const QRect& area) {
    int black = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            black += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        }
    }
    return black;
}

} // namespace

class TicketTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void initTestCase() { QVERIFY(FontSetup::apply()); }
    static void theQrCodeReadsBack_data();
    static void theQrCodeReadsBack();
    static void longTextsWrapAndStayOnThePaper();
    static void theFlagsAreSeen();
    static void emptyTextsLeaveTheirLinesOut();
    static void keepPictures();
};

void TicketTest::theQrCodeReadsBack_data() {
    QTest::addColumn<int>("dots");
    QTest::newRow("58 mm") << kTicketDots58;
    QTest::newRow("80 mm") << kTicketDots80;
}

void TicketTest::theQrCodeReadsBack() {
    QFETCH(int, dots);
    const QImage image = paintTicket(sample(), dots);
    QCOMPARE(image.width(), dots);
    QCOMPARE(image.depth(), 1);
    QCOMPARE(decode(image), sample().qrText);
}

void TicketTest::longTextsWrapAndStayOnThePaper() {
    TicketPrint ticket = sample();
    const int before = paintTicket(ticket, kTicketDots58).height();
    ticket.item = u"企业名称自主申报与住所（经营场所）登记信息变更备案"_s;
    ticket.department = u"人力资源和社会保障局（劳动人事争议仲裁院）"_s;
    ticket.number = u"AK-K3007"_s;
    const QImage image = paintTicket(ticket, kTicketDots58);
    QVERIFY(image.height() > before);
    // Nothing touches the edges: what is wider than the paper would.
    QCOMPARE(blackDots(image, QRect(0, 0, 4, image.height())), 0);
    QCOMPARE(blackDots(image, QRect(image.width() - 4, 0, 4, image.height())), 0);
}

void TicketTest::theFlagsAreSeen() {
    TicketPrint ticket = sample();
    const QImage plain = paintTicket(ticket, kTicketDots80);
    ticket.duplicate = true;
    const QImage copy = paintTicket(ticket, kTicketDots80);
    ticket.unconfirmed = true;
    const QImage both = paintTicket(ticket, kTicketDots80);
    QVERIFY(plain.height() < copy.height());
    QVERIFY(copy.height() < both.height());
}

void TicketTest::emptyTextsLeaveTheirLinesOut() {
    TicketPrint ticket;
    ticket.number = u"B001"_s;
    const QImage image = paintTicket(ticket, kTicketDots58);
    QVERIFY(image.height() < paintTicket(sample(), kTicketDots58).height() / 2);
    QVERIFY(blackDots(image, image.rect()) > 500);
}

// With ATRIUM_PICTURES set to a folder the tickets are left there to be looked at.
void TicketTest::keepPictures() {
    const QString folder = qEnvironmentVariable("ATRIUM_PICTURES");
    TicketPrint ticket = sample();
    ticket.english = true;
    ticket.duplicate = true;
    const QImage narrow = paintTicket(ticket, kTicketDots58);
    const QImage wide = paintTicket(sample(), kTicketDots80);
    QVERIFY(!narrow.isNull() && !wide.isNull());
    if (!folder.isEmpty()) {
        QVERIFY(narrow.save(folder + u"/ticket-58.png"_s));
        QVERIFY(wide.save(folder + u"/ticket-80.png"_s));
    }
}

QTEST_MAIN(TicketTest)

#include "tickettest.moc"
