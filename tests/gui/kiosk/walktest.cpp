// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through every page with the names of a real hall, upright and lying, in both languages and sizes of
// type, as it is and in high contrast with low reach: nothing is cut off, shortened, or stands on something
// else, and whoever leaves is warned.
#include "tests/gui/kiosk/walk.h"
#include "shared/devices/iface/speaker.h"
#include "shared/ui/tokens/theme.h"

#include <QFont>
#include <QMetaEnum>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>
#include <QTest>
#include <QtQml/qqmlextensionplugin.h>

#include <memory>
#include <utility>

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

/// Sizes of type that stand on a key; none when there is no key.
QSet<int> captionSizes(const QQuickItem* key) {
    QSet<int> sizes;
    if (key != nullptr)
        for (const auto* part : key->findChildren<QQuickItem*>())
            if (part->inherits("QQuickText") && part->isVisible())
                sizes.insert(part->property("font").value<QFont>().pixelSize());
    return sizes;
}

/// Its line is taller than its digits, which have nothing above or below them.
const QStringList kTall{u"ticket-number-shown"_s};
/// Nothing is forgotten there that somebody entered, or something is still under way.
const QStringList kUnwarned{u"home"_s, u"ticket"_s, u"quiet"_s, u"printing"_s};
const char* const kBar[] = {"back",         "home",           "bar-large-type", "bar-low-reach",
                            "bar-contrast", "bar-read-aloud", "bar-language"};

/// What is wrong with the words of the page, or of the part that lies over it.
QStringList faultsOf(const test::Scene& scene, QQuickItem* part = nullptr) {
    QStringList out = scene.faults(kTall, part);
    for (const QString& text : scene.elided(part))
        out.append(u"\""_s + text + u"\" is shortened"_s);
    return out;
}

QStringList faultsOfBar(const test::Scene& scene) {
    QStringList out;
    QSet<int> captions;
    for (const char* name : kBar) {
        const auto* key = scene.item(QString::fromLatin1(name));
        const bool isWay = qstrcmp(name, "back") == 0 || qstrcmp(name, "home") == 0; // shown where it leads
        if (key == nullptr && !isWay)
            out.append(u"the bar has no "_s + QString::fromLatin1(name));
        captions.unite(captionSizes(key));
    }
    if (captions.size() > 1)
        out.append(u"captions of the bar differ in size"_s);
    return out;
}

/// A ticket's number stands whole on the page as it opens, whatever must be scrolled to.
bool isNumberCut(const test::Scene& scene) {
    const auto* number = scene.item(kTall.first());
    const auto* done = scene.item(u"ticket-done"_s);
    return number != nullptr && done != nullptr &&
           number->mapRectToScene(QRectF(0, 0, number->width(), number->height())).bottom() >
               done->mapToScene(QPointF()).y();
}

/// The part of the screen that has this property and holds the item of that name; null when it is not there.
QQuickItem* partAround(const test::Scene& scene, const QString& name, const char* property) {
    QQuickItem* part = scene.item(name);
    while (part != nullptr && !part->property(property).isValid())
        part = part->parentItem();
    return part;
}

void setLook(Kiosk& kiosk, const QString& language, bool large, bool helped) {
    auto& theme = ui::Theme::instance();
    theme.setLanguage(language);
    theme.setLargeType(large);
    theme.setLowReach(helped);
    if ((theme.theme() == ui::Theme::HighContrast) != helped)
        kiosk.toggleContrast();
    QCoreApplication::processEvents(); // texts of records follow the language a turn later
}

/// Nobody touches anything: the warning comes, on the pages that need it, and all of it can be read and
/// reached.
QStringList faultsOfWarning(Walk& walk) {
    auto& idle = *walk.kiosk().idle();
    walk.kiosk().readAloud()->stop();
    const bool isDue = idle.running() && !idle.held() && idle.warning() > 0;
    if (isDue == kUnwarned.contains(walk.kiosk().pageName()))
        return {isDue ? u"a warning for nothing"_s : u"no warning"_s};
    if (!isDue)
        return {};
    const int patience = idle.timeout();
    idle.setTimeout(1);
    QQuickItem* sheet = nullptr;
    const bool warned = QTest::qWaitFor([&] {
        sheet = partAround(*walk.scene, u"timeout-extend"_s, "forgets");
        return sheet != nullptr;
    });
    QStringList out = warned ? faultsOf(*walk.scene, sheet) : QStringList{u"the warning does not come"_s};
    const auto* stay = walk.scene->item(u"timeout-extend"_s);
    if (stay != nullptr && stay->mapToScene(QPointF()).y() < walk.scene->window().height() / 2.0)
        out.append(u"the warning stands out of reach"_s);
    idle.setTimeout(patience);
    if (idle.warningActive())
        out.append(u"the warning stays"_s);
    return out;
}

void addLooks() {
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

} // namespace

class WalkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        auto& theme = ui::Theme::instance();
        theme.setLanguage(u"zh_CN"_s);
        theme.setLargeType(false);
        theme.setLowReach(false);
        theme.setTheme(ui::Theme::GovernmentBlue);
    }

    void everyPageStandsWhole_data() { addLooks(); }
    void everyPageStandsWhole() {
        QFETCH(QString, language);
        QFETCH(bool, large);
        QFETCH(QSize, size);
        Walk walk(size);
        walk.bench.start();
        walk.kiosk().readAloud()->start(std::make_unique<SilentSpeaker>());
        walk.kiosk().setHomeLanguage(language);
        QTRY_VERIFY(walk.kiosk().search()->ready());
        QStringList wrong;
        QSet<QString> seen;
        int number = 0;
        for (const Step& step : steps()) {
            ++number;
            step.go(walk, walk.kiosk());
            const QString page = QString::fromLatin1(step.page);
            QTRY_COMPARE(walk.kiosk().pageName(), page);
            seen.insert(page);
            for (const bool helped : {false, true}) {
                setLook(walk.kiosk(), language, large, helped);
                QStringList faults = faultsOf(*walk.scene);
                if (page != u"quiet"_s)
                    faults += faultsOfBar(*walk.scene);
                if (isNumberCut(*walk.scene))
                    faults.append(u"the number is cut off"_s);
                if (helped) {
                    // Half of a screen that lies is too low for a keyboard.
                    for (const QString& button : walk.scene->buttonsAbove(size.height() / 2.0))
                        if (size.width() < size.height() || !button.startsWith(u"key-"_s))
                            faults.append(button + u" is out of reach"_s);
                    faults += faultsOfWarning(walk);
                }
                if (qEnvironmentVariableIsSet("ATRIUM_PICTURES")) // a picture costs as much as all the rest
                    walk.scene->picture(u"%1-%2-%3%4"_s.arg(QString::fromLatin1(QTest::currentDataTag()))
                                            .arg(number, 2, 10, QChar(u'0'))
                                            .arg(page, helped ? u"-helped"_s : QString()));
                for (const QString& fault : std::as_const(faults))
                    wrong.append(page + (helped ? u" (helped): "_s : u": "_s) + fault);
            }
        }
        const auto pages = QMetaEnum::fromType<Kiosk::Page>();
        QCOMPARE(seen.size(), pages.keyCount());
        // One line each: a failure's own text is cut at a thousand characters.
        for (const QString& line : wrong)
            qWarning("%s", qPrintable(line));
        QVERIFY2(wrong.isEmpty(), "see above");
    }

    void withoutItsServerToo_data() { addLooks(); }
    void withoutItsServerToo() {
        QFETCH(QString, language);
        QFETCH(bool, large);
        QFETCH(QSize, size);
        static const QSet<QString> alone{u"home"_s,      u"departments"_s, u"subDepartments"_s,
                                         u"items"_s,     u"search"_s,      u"floors"_s,
                                         u"guideText"_s, u"error"_s,       u"quiet"_s};
        Walk walk(size);
        walk.bench.start();
        walk.kiosk().setHomeLanguage(language);
        QTRY_VERIFY(walk.kiosk().search()->ready());
        walk.bench.server->down = true;
        walk.bench.server->dropStreams();
        setLook(walk.kiosk(), language, large, false);
        const QString notice = language == u"en"_s ? u"connection to the server is lost"_s : u"连接中断"_s;
        QTRY_VERIFY(walk.scene->shows(notice));
        QStringList wrong;
        for (const Step& step : steps()) {
            const QString page = QString::fromLatin1(step.page);
            if (!alone.contains(page))
                continue;
            step.go(walk, walk.kiosk());
            QTRY_COMPARE(walk.kiosk().pageName(), page);
            for (const bool helped : {false, true}) {
                setLook(walk.kiosk(), language, large, helped);
                QStringList faults = faultsOf(*walk.scene);
                if (!walk.scene->shows(notice))
                    faults.append(u"the notice is gone"_s);
                if (qEnvironmentVariableIsSet("ATRIUM_PICTURES"))
                    walk.scene->picture(u"%1-alone-%2%3"_s.arg(QString::fromLatin1(QTest::currentDataTag()),
                                                               page, helped ? u"-helped"_s : QString()));
                for (const QString& fault : std::as_const(faults))
                    wrong.append(page + (helped ? u" (helped): "_s : u": "_s) + fault);
            }
        }
        for (const QString& line : wrong)
            qWarning("%s", qPrintable(line));
        QVERIFY2(wrong.isEmpty(), "see above");
    }

    void enrolmentStandsWhole_data() { addLooks(); }
    void enrolmentStandsWhole() {
        QFETCH(QString, language);
        QFETCH(bool, large);
        QFETCH(QSize, size);
        Walk walk(size);
        walk.bench.start();
        QVERIFY(partAround(*walk.scene, u"enrolment-code"_s, "fingerprint") == nullptr);
        walk.bench.server->refuses = true;
        walk.bench.server->dropStreams();
        QTRY_VERIFY(partAround(*walk.scene, u"enrolment-revoked"_s, "fingerprint") != nullptr);
        QStringList wrong;
        for (const bool helped : {false, true}) {
            setLook(walk.kiosk(), language, large, helped);
            wrong += faultsOf(*walk.scene, partAround(*walk.scene, u"enrolment-code"_s, "fingerprint"));
            walk.scene->picture(u"%1-enrolment%2"_s.arg(QString::fromLatin1(QTest::currentDataTag()),
                                                        helped ? u"-helped"_s : QString()));
        }
        QCOMPARE(wrong, QStringList());
    }

    void noCardIsInvitedWithoutAReader() {
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
