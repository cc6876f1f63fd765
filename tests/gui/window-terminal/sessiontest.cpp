// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window-terminal/terminal.h"

#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atrium::test::Terminal;

namespace {

void end(Terminal& t) {
    t.window.reset();
    t.hallState.reset();
    t.client.reset();
    t.server = nullptr;
}

/// Ends without a chance to clear up: what was on the disk at that moment stays.
void crash(Terminal& t) {
    QFile file(t.folder() + u"/session"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    file.close();
    end(t);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(kept), kept.size());
}

} // namespace

class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void emptyFieldsAreSaidAndNothingIsAsked();
    static void aWrongPasswordIsSaidAndCanBeTypedAnew();
    static void capitalsAreNoticed();
    static void theSessionIsPrivateAndSurvivesACrash();
    static void anOrderlyEndAsksForThePassword();
    static void aCrashLongAgoAsksForThePassword_data();
    static void aCrashLongAgoAsksForThePassword();
    static void aLostSessionLeadsBackToSignIn();
    static void signingOutForgetsTheSession();
    static void aTerminalThatIsShutOutSaysSoAndAsksForACode();
};

void SessionTest::aTerminalThatIsShutOutSaysSoAndAsksForACode() {
    Terminal t;
    QVERIFY(t.signIn());
    t.server->refuses = true;
    t.server->dropStreams();
    QTRY_COMPARE(t.window->describe().value(u"page"_s).toString(), u"enrolment"_s);
    const auto* why = t.find<QLabel>("enrolment-refusal");
    QTRY_VERIFY(why->isVisible());
    QCOMPARE(why->text(), u"此设备的授权已被撤销，请重新登记。"_s);
    QVERIFY(t.find<QLineEdit>("enrolment-code")->isVisible());
    QVERIFY(!t.find<QLabel>("offline-banner")->isVisible());
    QVERIFY(!QFile::exists(t.folder() + u"/session"_s));
}

void SessionTest::emptyFieldsAreSaidAndNothingIsAsked() {
    Terminal t;
    QVERIFY(QTest::qWaitForWindowActive(t.window.get()));
    QTRY_VERIFY(t.hallState->online());
    t.find<QPushButton>("sign-in")->click();
    QCOMPARE(t.find<QLabel>("sign-in-refusal")->text(), u"请输入账号"_s);
    QVERIFY(t.find<QLineEdit>("account")->hasFocus());
    QTest::keyClicks(t.find<QLineEdit>("account"), u" c1003 "_s);
    t.find<QPushButton>("sign-in")->click();
    QCOMPARE(t.find<QLabel>("sign-in-refusal")->text(), u"请输入密码"_s);
    QVERIFY(!t.server->asked().contains("POST /api/v1/session"));
}

void SessionTest::aWrongPasswordIsSaidAndCanBeTypedAnew() {
    Terminal t;
    QVERIFY(QTest::qWaitForWindowActive(t.window.get()));
    QTRY_VERIFY(t.hallState->online());
    QTest::keyClicks(t.find<QLineEdit>("account"), u"c1003"_s);
    t.key(Qt::Key_Return); // to the password
    QVERIFY(t.find<QLineEdit>("password")->hasFocus());
    QTest::keyClicks(t.find<QLineEdit>("password"), u"wrong"_s);
    t.key(Qt::Key_Return);
    QTRY_COMPARE(t.find<QLabel>("sign-in-refusal")->text(), u"账号或密码不正确"_s);
    QCOMPARE(t.find<QLineEdit>("password")->selectedText().size(), 5);
    QCOMPARE(t.server->asked().count("POST /api/v1/session"), 1);
    QTest::keyClicks(t.find<QLineEdit>("password"), u"right"_s);
    t.key(Qt::Key_Return);
    QTRY_COMPARE(t.window->pageName(), u"work"_s);
}

void SessionTest::capitalsAreNoticed() {
    Terminal t;
    QVERIFY(QTest::qWaitForWindowActive(t.window.get()));
    auto* password = t.find<QLineEdit>("password");
    const auto* hint = t.find<QLabel>("caps-hint");
    QTest::keyClicks(password, u"a"_s);
    QVERIFY(!hint->isVisible());
    QTest::sendKeyEvent(QTest::Click, password, Qt::Key_A, u'A', Qt::NoModifier);
    QVERIFY(hint->isVisible());
}

void SessionTest::theSessionIsPrivateAndSurvivesACrash() {
    Terminal first;
    QVERIFY(first.signIn());
    const QFileInfo file(first.folder() + u"/session"_s);
    QVERIFY(file.exists());
    QCOMPARE(file.permissions() &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    crash(first);

    Terminal second(true, false, first.folder());
    second.hall->status.state = atrium::model::WindowState::serving;
    auto entry = second.hall->queue.waiting.front();
    entry.ticket.state = atrium::model::TicketState::serving;
    entry.ticket.startedAt = atrium::model::fromMillis(atrium::test::FakeWindow::kNow);
    second.hall->queue.current = entry;
    for (int i = 0; i < 20; ++i)
        second.server->publishUnseen(); // the hall went on meanwhile
    second.hall->publishStatus();
    QCOMPARE(second.window->pageName(), u"work"_s);
    QTRY_COMPARE(second.find<QLabel>("current-number")->text(), u"A0001"_s);
    QTRY_VERIFY(second.find<QAbstractButton>("bar-finish")->isEnabled());
}

void SessionTest::anOrderlyEndAsksForThePassword() {
    Terminal first;
    QVERIFY(first.signIn());
    end(first);
    Terminal second(true, false, first.folder());
    QCOMPARE(second.window->pageName(), u"signIn"_s);
    QTRY_VERIFY(second.hallState->online());
    QCOMPARE(second.window->pageName(), u"signIn"_s);
}

void SessionTest::aCrashLongAgoAsksForThePassword_data() {
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("page");
    QTest::newRow("a moment ago") << 4 * 60 << u"work"_s;
    QTest::newRow("after a break") << 6 * 60 << u"signIn"_s;
    QTest::newRow("by a clock set back") << -3600 << u"signIn"_s;
}

void SessionTest::aCrashLongAgoAsksForThePassword() {
    QFETCH(int, seconds);
    QFETCH(QString, page);
    Terminal first;
    QVERIFY(first.signIn());
    crash(first);
    QFile file(first.folder() + u"/session"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(
        file.setFileTime(QDateTime::currentDateTime().addSecs(-seconds), QFileDevice::FileModificationTime));
    file.close();
    Terminal second(true, false, first.folder());
    QCOMPARE(second.window->pageName(), page);
    if (page == u"work"_s)
        return;
    QVERIFY(!file.exists());
    QVERIFY(second.find<QLabel>("sign-in-refusal")->text().contains(u"请重新登录"_s));
}

void SessionTest::aLostSessionLeadsBackToSignIn() {
    Terminal t;
    QVERIFY(t.signIn());
    t.hall->knowsSession = false;
    t.key(Qt::Key_F2);
    QTRY_COMPARE(t.window->pageName(), u"signIn"_s);
    QVERIFY(t.find<QLabel>("sign-in-refusal")->text().contains(u"登录已失效"_s));
    QVERIFY(!QFileInfo::exists(t.folder() + u"/session"_s));
    QVERIFY(t.find<QLineEdit>("password")->text().isEmpty());
}

void SessionTest::signingOutForgetsTheSession() {
    Terminal t;
    QVERIFY(t.signIn());
    t.find<QAbstractButton>("sign-out")->click();
    QTRY_COMPARE(t.window->pageName(), u"signIn"_s);
    QVERIFY(t.server->asked().contains("DELETE /api/v1/session"));
    QVERIFY(!QFileInfo::exists(t.folder() + u"/session"_s));
}

QTEST_MAIN(SessionTest)
#include "sessiontest.moc"
