// SPDX-License-Identifier: GPL-3.0-or-later
// Every page there is has a screen, and reading aloud says in either language what stands on it.
#include "apps/kiosk/demo/demotransport.h"
#include "apps/kiosk/kiosk.h"
#include "shared/devices/iface/speaker.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/enrolment.h"
#include "shared/ui/quickapp.h"
#include "shared/ui/tokens/theme.h"

#include <QMetaEnum>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Atrium_UiPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_AppkitPlugin)
Q_IMPORT_QML_PLUGIN(Atrium_KioskPlugin)

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Keeps what it was asked to say; a job ends when the test lets it.
class ListeningSpeaker : public devices::Speaker {
public:
    void start() override {}
    void stop() override {}
    [[nodiscard]] QString description() const override { return u"test"_s; }
    quint64 say(const std::vector<devices::SpeechSegment>& segments) override {
        text.clear();
        languages.clear();
        for (const auto& segment : segments) {
            text += segment.text + u' ';
            languages.insert(segment.language == devices::SpeechLanguage::english ? u"en"_s : u"zh"_s);
        }
        return ++m_job;
    }
    void cancel(quint64 job) override { cancelled = job; }
    void end() { Q_EMIT finished(m_job, devices::SpeechOutcome::spoken); }

    QString text;
    QSet<QString> languages;
    quint64 cancelled = 0;

private:
    quint64 m_job = 0;
};

/// The kiosk with its pages, as main() makes it for the demonstration.
struct Screen {
    QTemporaryDir folder;
    sync::HallClient client{demoConnection(folder.path()), std::make_unique<DemoTransport>()};
    ui::HallState hall{client};
    ui::Enrolment enrolment{client, true};
    Kiosk kiosk{client, hall};
    ui::QuickApp quick{{.catalogue = u"kiosk"_s}};
    QQuickWindow* window = nullptr;

    explicit Screen(bool everyPage) {
        kiosk.devices()->configure({});
        quick.engine().setInitialProperties({{u"kiosk"_s, QVariant::fromValue(&kiosk)},
                                             {u"enrolment"_s, QVariant::fromValue(&enrolment)},
                                             {u"everyPage"_s, everyPage}});
        quick.engine().load(QUrl(u"qrc:/qt/qml/Atrium/Kiosk/Main.qml"_s));
        window = qobject_cast<QQuickWindow*>(quick.engine().rootObjects().value(0));
        window->show();
        client.start();
    }
    [[nodiscard]] bool ready() {
        return window->isExposed() && hall.online() && kiosk.catalogue()->departments()->count() > 0;
    }
    /// The screens by the page that they are for.
    static void collect(QQuickItem* item, QMap<int, QQuickItem*>& found) {
        if (item->property("page").isValid() && item->property("always").isValid())
            found.insert(item->property("page").toInt(), item);
        const auto children = item->childItems();
        for (auto* child : children)
            collect(child, found);
    }
    [[nodiscard]] QMap<int, QQuickItem*> pages() const {
        QMap<int, QQuickItem*> found;
        collect(window->contentItem(), found);
        return found;
    }
};

} // namespace

class PagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { ui::Theme::instance().setLanguage(u"zh_CN"_s); }

    void everyPageHasAScreenAndWords_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("Chinese") << u"zh_CN"_s;
        QTest::newRow("English") << u"en"_s;
    }
    void everyPageHasAScreenAndWords() {
        QFETCH(QString, language);
        Screen screen(true);
        QVERIFY(screen.window != nullptr);
        ui::Theme::instance().setLanguage(language);
        QTRY_VERIFY(screen.ready());
        const auto pages = screen.pages();
        const auto names = QMetaEnum::fromType<Kiosk::Page>();
        for (int at = 0; at < names.keyCount(); ++at) {
            auto* page = pages.value(names.value(at));
            QVERIFY2(page != nullptr, names.key(at));
            const QString text = ReadAloud::textOf(page);
            // What a page says may be given by an error or a ticket that is not there now; its heading is.
            const bool isFilled = names.value(at) != Kiosk::Error && names.value(at) != Kiosk::NoPaper;
            QVERIFY2(!isFilled || text.size() > 4, names.key(at));
            const bool hasChinese = text.contains(QRegularExpression(u"[\\x{4e00}-\\x{9fff}]"_s));
            if (isFilled && language == u"zh_CN"_s)
                QVERIFY2(hasChinese, names.key(at));
        }
        const QMap<int, QString> expected =
            language == u"en"_s ? QMap<int, QString>{{Kiosk::Home, u"Take a number"_s},
                                                     {Kiosk::Departments, u"Which department?"_s},
                                                     {Kiosk::KeyIdentity, u"Key in the number"_s},
                                                     {Kiosk::LookupResult, u"Today's tickets"_s},
                                                     {Kiosk::Quiet, u"Touch to begin"_s}}
                                : QMap<int, QString>{{Kiosk::Home, u"现场取号"_s},
                                                     {Kiosk::Departments, u"您到哪个部门办事？"_s},
                                                     {Kiosk::KeyIdentity, u"请输入证件号码"_s},
                                                     {Kiosk::LookupResult, u"今天的号"_s},
                                                     {Kiosk::Quiet, u"触摸屏幕开始"_s}};
        for (auto at = expected.begin(); at != expected.end(); ++at) {
            const QString text = ReadAloud::textOf(pages.value(at.key()));
            QVERIFY2(text.contains(at.value()), qPrintable(text));
        }
    }

    void onRequestThePageIsSaidInItsLanguage() {
        Screen screen(false);
        QTRY_VERIFY(screen.ready());
        auto owned = std::make_unique<ListeningSpeaker>();
        auto& speaker = *owned;
        auto& aloud = *screen.kiosk.readAloud();
        aloud.start(std::move(owned));
        QVERIFY(aloud.available());

        screen.kiosk.openDepartments();
        aloud.toggle();
        QVERIFY(aloud.speaking());
        QVERIFY2(speaker.text.contains(u"bu4 men2"_s), qPrintable(speaker.text));
        QVERIFY(speaker.languages.contains(u"zh"_s));
        // While it speaks nobody is taken for gone; a second touch ends it.
        aloud.toggle();
        QVERIFY(!aloud.speaking());
        QCOMPARE(speaker.cancelled, quint64(1));

        ui::Theme::instance().setLanguage(u"en"_s);
        // Texts that come from records and devices follow a little later than those of the page.
        const QRegularExpression han(u"[\\x{4e00}-\\x{9fff}]"_s);
        const auto text = [&screen] { return ReadAloud::textOf(screen.pages().value(Kiosk::Departments)); };
        QTRY_VERIFY2(!text().contains(han), qPrintable(text()));
        aloud.toggle();
        QVERIFY2(speaker.text.contains(u"department"_s, Qt::CaseInsensitive), qPrintable(speaker.text));
        QVERIFY2(speaker.languages == QSet<QString>{u"en"_s}, qPrintable(speaker.text));
        speaker.end();
        QVERIFY(!aloud.speaking());
    }

    void largeTypeReadsEachPageByItself() {
        Screen screen(false);
        QTRY_VERIFY(screen.ready());
        auto owned = std::make_unique<ListeningSpeaker>();
        auto& speaker = *owned;
        screen.kiosk.readAloud()->start(std::move(owned));
        ui::Theme::instance().setLargeType(true);
        screen.kiosk.openDepartments();
        QTRY_VERIFY(speaker.text.contains(u"bu4 men2"_s));
        // The next page ends what was said of this one.
        screen.kiosk.openSearch();
        QCOMPARE(speaker.cancelled, quint64(1));
        ui::Theme::instance().setLargeType(false);
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::PagesTest)
#include "pagestest.moc"
