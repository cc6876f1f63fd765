// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/ui/tokens/theme.h"
#include "shared/ui/types/clockticker.h"
#include "shared/ui/types/idletimer.h"
#include "shared/ui/types/languageswitch.h"
#include "shared/ui/types/wallclock.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QWindow>

using namespace Qt::Literals::StringLiterals;
using namespace atrium::ui;

class TypesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void idleWarnsThenExpires();
    static void whoIsWarnedIsAsked();
    static void aHeldTimerStands();
    static void withoutWarningItExpiresAtOnce();
    static void theLanguageSwitchesBothWays();
    static void aMissingCatalogueIsNamed();
    static void datesReadRightInBothLanguages();
    static void theClockShowsTheTimeOfWhoKnowsBetter();
    static void theScaleIsBounded();
};

void TypesTest::idleWarnsThenExpires() {
    IdleTimer timer;
    timer.setTimeout(20);
    timer.setWarning(30);
    QSignalSpy warned(&timer, &IdleTimer::warningActiveChanged);
    QSignalSpy expired(&timer, &IdleTimer::expired);
    timer.setRunning(true);
    QTRY_COMPARE(expired.count(), 1);
    QCOMPARE(warned.count(), 2); // on, and off as it expired
    QVERIFY(!timer.warningActive());
    QCOMPARE(timer.secondsLeft(), 0);
}

void TypesTest::whoIsWarnedIsAsked() {
    QWindow window;
    IdleTimer timer;
    timer.setTimeout(10);
    timer.setWarning(60'000);
    timer.setRunning(true);
    QTRY_VERIFY(timer.warningActive());
    QCOMPARE(timer.secondsLeft(), 60);
    timer.setTimeout(60'000); // the page is read on: setting it starts anew as well
    QVERIFY(!timer.warningActive());
    timer.setTimeout(10);
    QTRY_VERIFY(timer.warningActive());
    QTest::mouseClick(&window, Qt::LeftButton);
    QVERIFY(timer.warningActive()); // its own keys answer: to stay, or to leave
    timer.extend();
    QVERIFY(!timer.warningActive());
}

void TypesTest::aHeldTimerStands() {
    IdleTimer timer;
    timer.setTimeout(1);
    timer.setWarning(0);
    timer.setHeld(true);
    timer.setRunning(true);
    QSignalSpy expired(&timer, &IdleTimer::expired);
    QCOMPARE(timer.secondsLeft(), 0);
    QTimer later;
    later.setSingleShot(true);
    QSignalSpy waited(&later, &QTimer::timeout);
    later.start(30);
    QVERIFY(waited.wait());
    QCOMPARE(expired.count(), 0);
    timer.setHeld(false);
    QTRY_COMPARE(expired.count(), 1);
}

void TypesTest::withoutWarningItExpiresAtOnce() {
    IdleTimer timer;
    timer.setTimeout(5);
    timer.setWarning(0);
    QSignalSpy warned(&timer, &IdleTimer::warningActiveChanged);
    QSignalSpy expired(&timer, &IdleTimer::expired);
    timer.setRunning(true);
    QTRY_COMPARE(expired.count(), 1);
    QCOMPARE(warned.count(), 0);
}

void TypesTest::theLanguageSwitchesBothWays() {
    Theme& theme = Theme::instance();
    theme.setLanguage(u"zh_CN"_s);
    const LanguageSwitch languages;
    QCOMPARE(QCoreApplication::translate("GradeFace", "非常满意"), u"非常满意"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s); // Qt's own dialogs
    QVERIFY(QCoreApplication::translate("QFileDialog", "Look in:") != u"Look in:"_s);
    theme.setLanguage(u"en"_s);
    QCOMPARE(QCoreApplication::translate("GradeFace", "非常满意"), u"Very satisfied"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
    QVERIFY(languages.missing().isEmpty());
    theme.setLanguage(u"zh_CN"_s);
    QCOMPARE(QCoreApplication::translate("GradeFace", "非常满意"), u"非常满意"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
}

void TypesTest::aMissingCatalogueIsNamed() {
    Theme::instance().setLanguage(u"en"_s);
    LanguageSwitch languages;
    languages.addCatalogue(u"nowhere"_s);
    QCOMPARE(languages.missing(), QStringList{u"nowhere"_s});
    Theme::instance().setLanguage(u"zh_CN"_s);
    QVERIFY(languages.missing().isEmpty());
}

void TypesTest::datesReadRightInBothLanguages() {
    const QDateTime sunday(QDate(2026, 11, 22), QTime(10, 24));
    QCOMPARE(ClockTicker::dateText(sunday, u"zh_CN"_s), u"11月22日 星期日"_s);
    QCOMPARE(ClockTicker::dateText(sunday, u"en"_s), u"Sunday, 22 November"_s);
}

void TypesTest::theClockShowsTheTimeOfWhoKnowsBetter() {
    ClockTicker ticker;
    QSignalSpy ticks(&ticker, &ClockTicker::tick);
    const QTimeZone shanghai("Asia/Shanghai");
    {
        QObject hall;
        WallClock::instance().follow(
            &hall, [&] { return QDateTime(QDate(2026, 11, 22), QTime(9, 41, 5), shanghai); });
        QCOMPARE(ticks.count(), 1);
        QCOMPARE(ticker.time(), u"09:41"_s);
        QCOMPARE(ticker.now().date(), QDate(2026, 11, 22));
    }
    QCOMPARE(ticks.count(), 2);
    QVERIFY(std::abs(ticker.now().msecsTo(QDateTime::currentDateTime())) < 3'600'000); // its own again
}

void TypesTest::theScaleIsBounded() {
    Theme& theme = Theme::instance();
    theme.fitTo(1280, 720);
    QCOMPARE(theme.titleSize(), 35);
    theme.fitTo(0, 0);
    QCOMPARE(theme.titleSize(), 35);
    theme.setScale(100);
    QCOMPARE(theme.scale(), 4.0);
    theme.setScale(1);
}

QTEST_MAIN(TypesTest)

#include "typestest.moc"
