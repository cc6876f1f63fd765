// SPDX-License-Identifier: GPL-3.0-or-later
// Where the screen is the only ticket, its number and its code are whole in every way the kiosk can stand: a
// phone reads the code from the picture, and neither needs to be scrolled to.
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/tokens/theme.h"
#include "tests/gui/kiosk/bench.h"
#include "tests/support/gui/scene.h"

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

#define ZX_USE_UTF8 1 // text() as UTF-8
#include <ZXing/ReadBarcode.h>
#include <optional>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_KioskPlugin)

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr IdleTimes kPatient{.home = 3'600'000, .ticket = 3'600'000, .page = 3'600'000, .warning = 20'000};
const QString kCode =
    u"http://10.20.30.40:8080/t/0123456789abcdef0123456789abcdef.1.0123456789abcdef01234567"_s;
constexpr int kSmallestCode = 250; ///< pixels of 1080: some 60 mm on a screen of 21 inches

void longNames(DemoHall& demo) {
    demo.items[0].name = "企业设立登记（公司、个人独资企业、合伙企业）“一网通办”";
    demo.items[0].nameEn =
        "Registration of the establishment of companies, sole proprietorships and partnerships";
}

sync::HttpResponse ticket(const sync::HttpRequest& request) {
    const auto issue = model::fromJson<model::IssueRequest>(request.body.toStdString());
    if (!request.path.endsWith("/tickets") || !issue)
        return {.status = 204, .headers = {}, .body = {}, .failure = {}};
    model::TicketView view;
    view.ticket.id = model::TicketId("t1");
    view.ticket.number = "A0127";
    view.ticket.itemId = issue->itemId;
    view.ticket.queueId = model::QueueId("queue-company");
    view.qrText = kCode.toStdString();
    view.peopleAhead = 300;
    view.waitLowMinutes = 115;
    view.windowNumbers = {1, 2, 4, 6, 8};
    view.holderName = "欧阳**";
    view.holderNumber = "1101**********002X";
    return {
        .status = 201, .headers = {}, .body = QByteArray::fromStdString(model::toJson(view)), .failure = {}};
}

QString readCode(const QImage& picture) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const auto found = ZXing::ReadBarcode(
        {grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine())});
    return QString::fromStdString(found.text());
}

/// What is wrong with how the item stands above the key; empty when all of it is seen.
QString hidden(const test::Scene& scene, const QString& name, const QString& key) {
    const auto* item = scene.item(name);
    const auto* below = scene.item(key);
    if (item == nullptr || below == nullptr)
        return name + u" or "_s + key + u" is not there"_s;
    const QRectF own = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    QRectF seen(0, 0, scene.window().width(), scene.window().height());
    seen.setBottom(below->mapToScene(QPointF()).y());
    for (const auto* at = item->parentItem(); at != nullptr; at = at->parentItem())
        if (at->clip() || at->property("kiosk").isValid()) // a page ends where the head and the bar begin
            seen &= at->mapRectToScene(QRectF(0, 0, at->width(), at->height()));
    return seen.contains(own) ? QString() : name + u" is cut off"_s;
}

} // namespace

class CodeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() {
        auto& theme = ui::Theme::instance();
        theme.setLanguage(u"zh_CN"_s);
        theme.setLargeType(false);
        theme.setLowReach(false);
    }

    void numberAndCodeAreWhole_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<std::optional<devices::PrintOutcome>>("outcome");
        using Outcome = std::optional<devices::PrintOutcome>;
        QTest::newRow("upright-no-printer") << QSize(1080, 1920) << Outcome();
        QTest::newRow("upright-not-printed") << QSize(1080, 1920) << Outcome(devices::PrintOutcome::failed);
        QTest::newRow("upright-unknown") << QSize(1080, 1920) << Outcome(devices::PrintOutcome::unknown);
        QTest::newRow("lying-no-printer") << QSize(1920, 1080) << Outcome();
        QTest::newRow("lying-not-printed") << QSize(1920, 1080) << Outcome(devices::PrintOutcome::failed);
        QTest::newRow("lying-unknown") << QSize(1920, 1080) << Outcome(devices::PrintOutcome::unknown);
    }
    void numberAndCodeAreWhole() {
        QFETCH(QSize, size);
        QFETCH(std::optional<devices::PrintOutcome>, outcome);
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
        Bench bench(kPatient, longNames);
        bench.server->command = ticket;
        if (outcome) {
            bench.plugIn();
            bench.printer->next = {*outcome, devices::PrintFault::none};
        }
        ui::Enrolment enrolment(*bench.client, true);
        test::Scene scene({.catalogue = u"kiosk"_s}, u"qrc:/qt/qml/Atrium/Kiosk/Main.qml"_s,
                          QVariantMap{{u"kiosk"_s, QVariant::fromValue(bench.kiosk.get())},
                                      {u"enrolment"_s, QVariant::fromValue(&enrolment)},
                                      {u"everyPage"_s, false}},
                          size);
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QStringList wrong;
        if (outcome != devices::PrintOutcome::unknown) {
            QTRY_COMPARE(bench.kiosk->pageName(), u"code"_s);
            QCOMPARE(bench.kiosk->offersCode(), outcome.has_value());
            wrong = faultsInEveryMode(scene, u"code-keep"_s);
            bench.kiosk->keepCode();
        }
        QTRY_COMPARE(bench.kiosk->pageName(), u"ticket"_s);
        wrong += faultsInEveryMode(scene, u"ticket-done"_s);
        for (const QString& line : wrong)
            qWarning("%s", qPrintable(line));
        QVERIFY2(wrong.isEmpty(), "see above");
    }

private:
    static QStringList faultsInEveryMode(const test::Scene& scene, const QString& key) {
        QStringList wrong;
        auto& theme = ui::Theme::instance();
        for (const QString& language : {u"zh_CN"_s, u"en"_s})
            for (const bool large : {false, true})
                for (const bool low : {false, true}) {
                    theme.setLanguage(language);
                    theme.setLargeType(large);
                    theme.setLowReach(low);
                    QCoreApplication::processEvents(); // texts of records follow the language a turn later
                    const QString mode =
                        u"%1-%2-%3-%4%5"_s.arg(QString::fromLatin1(QTest::currentDataTag()), key, language,
                                               large ? u"large"_s : u"normal"_s, low ? u"-low"_s : QString());
                    const QImage picture = scene.picture(mode);
                    for (const QString& name : {u"ticket-number-shown"_s, u"ticket-code"_s, u"ticket-said"_s})
                        if (const QString fault = hidden(scene, name, key); !fault.isEmpty())
                            wrong.append(mode + u": "_s + fault);
                    const auto* code = scene.item(u"ticket-code"_s);
                    if (code == nullptr || code->width() < kSmallestCode)
                        wrong.append(mode + u": the code is too small"_s);
                    if (readCode(picture) != kCode)
                        wrong.append(mode + u": no phone reads the code"_s);
                    for (const QString& fault : scene.faults({u"ticket-number-shown"_s}))
                        wrong.append(mode + u": "_s + fault);
                }
        return wrong;
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::CodeTest)
#include "codetest.moc"
