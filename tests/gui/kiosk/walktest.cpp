// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through every page with the names of a real hall, upright and lying, in both languages and sizes of
// type: nothing is cut off, shortened, or stands on something else.
#include "shared/devices/iface/speaker.h"
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/tokens/theme.h"
#include "tests/gui/kiosk/bench.h"
#include "tests/support/gui/scene.h"

#include <QFont>
#include <QQuickItem>
#include <QSet>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

#include <memory>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_KioskPlugin)

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nobody waits for its words: the bar shows the key for reading aloud.
class SilentSpeaker : public devices::Speaker {
public:
    void start() override {}
    void stop() override {}
    [[nodiscard]] QString description() const override { return u"test"_s; }
    quint64 say(const std::vector<devices::SpeechSegment>&) override { return 0; }
    void cancel(quint64) override {}
};

/// No test outlasts these.
constexpr IdleTimes kPatient{.home = 3'600'000, .ticket = 3'600'000, .page = 3'600'000, .warning = 20'000};

/// The longest names of the demonstration hall and of halls like it.
void longNames(DemoHall& demo) {
    demo.hall.name = "呼伦贝尔经济技术开发区政务服务和公共资源交易中心";
    demo.hall.nameEn = "Hulunbuir Economic and Technological Development Zone Government Service Centre";
    demo.departments[0].name = demo.departments[0].shortName = "市场监督管理局（知识产权局）";
    demo.departments[0].nameEn = "Administration for Market Regulation and Intellectual Property";
    demo.items[0].name = "企业设立登记（公司、个人独资企业、合伙企业）“一网通办”";
    demo.items[0].nameEn =
        "Registration of the establishment of companies, sole proprietorships and partnerships";
    const char* papers[] = {"经办人身份证件", "住所（经营场所）使用证明", "公司章程", "法定代表人任职文件",
                            "股东主体资格证明"};
    demo.items[0].materials.clear();
    for (const char* name : papers) {
        demo.items[0].materials.emplace_back();
        demo.items[0].materials.back().name = name;
    }
    for (auto& day : demo.days)
        day.waiting = 300;
    for (int weekday = 1; weekday <= 5; ++weekday) {
        // Open at the server's time, and closed: a Saturday.
        demo.queues[0].hours.push_back({.weekday = weekday, .from = {540}, .to = {720}});
        demo.queues[0].hours.push_back({.weekday = weekday, .from = {810}, .to = {1020}});
        demo.queues[1].hours.push_back({.weekday = weekday, .from = {540}, .to = {1020}});
    }
    demo.queues[0].hours.push_back({.weekday = 6, .from = {540}, .to = {720}});
}

model::TicketView ticketFor(const model::ServiceItemId& item) {
    model::TicketView view;
    view.ticket.id = model::TicketId("t1");
    view.ticket.number = "A0127";
    view.ticket.itemId = item;
    view.ticket.queueId = model::QueueId("queue-company");
    view.ticket.state = model::TicketState::waiting;
    view.qrText = "http://10.20.30.40:8080/t/0123456789abcdef0123456789abcdef.1.0123456789abcdef01234567";
    view.peopleAhead = 300;
    view.waitLowMinutes = 115;
    view.waitHighMinutes = 130;
    view.windowNumbers = {1, 2, 3, 4};
    view.holderName = "欧阳**";
    view.holderNumber = "1101**********002X";
    return view;
}

sync::HttpResponse answer(int status, const std::string& body) {
    return {.status = status, .headers = {}, .body = QByteArray::fromStdString(body), .failure = {}};
}

std::unique_ptr<test::Scene> screenOf(Bench& bench, ui::Enrolment& enrolment, QSize size) {
    return std::make_unique<test::Scene>(ui::QuickAppOptions{.catalogue = u"kiosk"_s},
                                         u"qrc:/qt/qml/Atrium/Kiosk/Main.qml"_s,
                                         QVariantMap{{u"kiosk"_s, QVariant::fromValue(bench.kiosk.get())},
                                                     {u"enrolment"_s, QVariant::fromValue(&enrolment)},
                                                     {u"everyPage"_s, false}},
                                         size);
}

/// Sizes of type that stand on a key; none when there is no key.
QSet<int> captionSizes(const QQuickItem* key) {
    QSet<int> sizes;
    if (key != nullptr)
        for (const auto* part : key->findChildren<QQuickItem*>())
            if (part->inherits("QQuickText") && part->isVisible())
                sizes.insert(part->property("font").value<QFont>().pixelSize());
    return sizes;
}

struct Step {
    const char* page;
    std::function<void(Kiosk&)> go;
};
const Step kSteps[] = {
    {"home", [](Kiosk& k) { k.leave(); }},
    {"departments", [](Kiosk& k) { k.openDepartments(); }},
    {"subDepartments", [](Kiosk& k) { k.openDepartment(u"dept-social"_s); }},
    {"items", [](Kiosk& k) { k.openDepartment(u"dept-social-insurance"_s); }},
    {"items", [](Kiosk& k) { k.goHome(), k.openDepartments(), k.openDepartment(u"dept-market"_s); }},
    {"identity", [](Kiosk& k) { k.chooseItem(u"item-passport"_s); }},
    {"keyIdentity", [](Kiosk& k) { k.openKeyIdentity(), k.visitor()->type(u"1"_s), k.confirmKeyed(); }},
    // Its keys stand above what is said of a card.
    {"keyIdentity", [](Kiosk& k) { Q_EMIT k.devices()->cardFailed(devices::CardFault::unreadable); }},
    {"search", [](Kiosk& k) { k.openSearch(); }},
    {"guideText",
     [](Kiosk& k) {
         k.goHome(), k.openGuides(), k.openDepartment(u"dept-market"_s);
         k.chooseItem(u"item-company-formation"_s);
     }},
    {"floors", [](Kiosk& k) { k.goHome(), k.openFloors(); }},
    {"lookup", [](Kiosk& k) { k.goHome(), k.openLookup(); }},
    {"lookupResult", [](Kiosk& k) { k.lookup()->findByCode(u"http://hall/t/t1.1.00"_s); }},
    {"ticket", [](Kiosk& k) { k.goHome(), k.openDepartments(), k.chooseItem(u"item-company-formation"_s); }},
    {"code", [](Kiosk& k) { k.takeAnother(), k.takeOnScreen(); }},
    {"quiet", [](Kiosk& k) { k.leave(), Q_EMIT k.idle()->expired(); }},
};

/// Its line is taller than its digits, which have nothing above or below them.
const QStringList kTall{u"ticket-number-shown"_s};

} // namespace

class WalkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPageStandsWhole_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("large");
        QTest::addColumn<QSize>("size");
        for (const QString& language : {u"zh_CN"_s, u"en"_s})
            for (const bool large : {false, true})
                for (const QSize size : {QSize(1080, 1920), QSize(1920, 1080)})
                    QTest::addRow("%s-%s-%s", qPrintable(language), large ? "large" : "normal",
                                  size.width() > size.height() ? "lying" : "upright")
                        << language << large << size;
    }
    void everyPageStandsWhole() {
        QFETCH(QString, language);
        QFETCH(bool, large);
        QFETCH(QSize, size);
        auto& theme = ui::Theme::instance();
        theme.setLanguage(u"zh_CN"_s);
        theme.setLargeType(false);
        Bench bench(kPatient, longNames);
        bench.plugIn();
        bench.server->command = [](const sync::HttpRequest& request) {
            const auto issue = model::fromJson<model::IssueRequest>(request.body.toStdString());
            if (request.path.endsWith("/tickets/lookup")) {
                model::LookupResponse found;
                found.tickets.push_back(ticketFor(model::ServiceItemId("item-company-formation")));
                found.tickets.back().ticket.state = model::TicketState::waiting;
                return answer(200, model::toJson(found));
            }
            return request.path.endsWith("/tickets") && issue
                       ? answer(201, model::toJson(ticketFor(issue->itemId)))
                       : answer(204, {});
        };
        ui::Enrolment enrolment(*bench.client, true);
        const auto scene = screenOf(bench, enrolment, size);
        bench.start();
        bench.kiosk->readAloud()->start(std::make_unique<SilentSpeaker>());
        bench.kiosk->setHomeLanguage(language);
        QTRY_VERIFY(bench.kiosk->search()->ready());
        QStringList wrong;
        for (const Step& step : kSteps) {
            step.go(*bench.kiosk);
            QTRY_COMPARE(bench.kiosk->pageName(), QString::fromLatin1(step.page));
            theme.setLanguage(language);
            theme.setLargeType(large);
            QCoreApplication::processEvents(); // texts of records follow the language a turn later
            const QString name = u"%1-%2-%3"_s.arg(QString::fromLatin1(QTest::currentDataTag()))
                                     .arg(&step - kSteps, 2, 10, QChar(u'0'))
                                     .arg(bench.kiosk->pageName());
            for (const QString& fault : scene->faults(kTall))
                wrong.append(bench.kiosk->pageName() + u": "_s + fault);
            QSet<int> captions;
            for (const char* key : {"back", "home", "bar-large-type", "bar-low-reach", "bar-contrast",
                                    "bar-read-aloud", "bar-language"})
                captions.unite(captionSizes(scene->item(QString::fromLatin1(key))));
            if (captions.size() > 1)
                wrong.append(bench.kiosk->pageName() + u": captions of the bar differ in size"_s);
            for (const QString& text : scene->elided())
                wrong.append(bench.kiosk->pageName() + u": \""_s + text + u"\" is shortened"_s);
            // A ticket's number stands whole on the page as it opens, whatever must be scrolled to.
            if (const auto* number = scene->item(kTall.first())) {
                const QRectF at = number->mapRectToScene(QRectF(0, 0, number->width(), number->height()));
                const auto* done = scene->item(u"ticket-done"_s);
                if (done != nullptr && at.bottom() > done->mapToScene(QPointF()).y())
                    wrong.append(bench.kiosk->pageName() + u": the number is cut off"_s);
            }
            scene->picture(name);
        }
        // One line each: a failure's own text is cut at a thousand characters.
        for (const QString& line : wrong)
            qWarning("%s", qPrintable(line));
        QVERIFY2(wrong.isEmpty(), "see above");
    }

    void noCardIsInvitedWithoutAReader() {
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
        ui::Theme::instance().setLargeType(false);
        Bench bench(kPatient);
        bench.plugIn();
        ui::Enrolment enrolment(*bench.client, true);
        const auto scene = screenOf(bench, enrolment, {1080, 1920});
        bench.start();
        QVERIFY(scene->shows(u"刷身份证或点选业务"_s));
        bench.reader->unplug();
        QVERIFY(!scene->shows(u"刷身份证"_s));
        QVERIFY(scene->shows(u"点选部门和业务"_s));
        Q_EMIT bench.kiosk->idle()->expired();
        QCOMPARE(bench.kiosk->pageName(), u"quiet"_s);
        QTRY_VERIFY(scene->shows(u"触摸屏幕开始"_s));
        QVERIFY(!scene->shows(u"放上身份证"_s));
        bench.reader->start();
        QVERIFY(scene->shows(u"触摸屏幕开始，或放上身份证"_s));
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::WalkTest)
#include "walktest.moc"
