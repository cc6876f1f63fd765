// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/window-terminal/terminal.h"
#include "shared/model/serviceitem.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/widgets/undobar.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atrium::test::Terminal;

class TerminalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void keysCallServeAndFinish();
    static void aKeyThatIsNotAllowedSaysWhyAndAsksNothing();
    static void whatWasRefusedIsPastWithTheNextCommand();
    static void aLongNameOfAnItemEndsInAnEllipsis();
    static void buttonsFollowTheStateAndTellWhyNot();
    static void aWindowThatIsSwitchedOffCallsNobody();
    static void undoIsOfferedForTwoMinutes();
    static void undoIsOfferedForTwoMinutes_data();
    static void aReasonIsChosenByItsNumber();
    static void heldTicketsAreTakenUpByKeyboard();
    static void callingOutOfOrderAsksForAReason();
    static void transferGoesWithoutADialog();
    static void whoHasNoNumberIsServedDirectly();
    static void aFreeWindowCountsDownToTheServersCall();
    static void passedTicketsComeBack();
    static void aScanShowsWhoItIsMasked();
    static void aScanThatGivesNoTextIsSaid();
    static void aRefusalIsSaidInWords();
    static void offlineKeepsTheQueueAndComesBack();
    static void aServerThatHangsIsSeenToHang();
    static void ratingIsPromptedOnce();
    static void aGuideIsShownToTheCitizen();
};

void TerminalTest::keysCallServeAndFinish() {
    Terminal t;
    QVERIFY(t.signIn());
    for (const auto& [key, state, verb] : {std::tuple{Qt::Key_F2, u"calling"_s, "call"},
                                           {Qt::Key_F3, u"calling"_s, "recall"},
                                           {Qt::Key_F4, u"serving"_s, "start"},
                                           {Qt::Key_F5, u"idle"_s, "finish"}}) {
        t.hall->forget();
        t.key(key);
        QTRY_COMPARE(t.hall->commands().size(), 1);
        QCOMPARE(t.hall->commands().first().verb, QByteArray(verb));
        QTRY_COMPARE(t.state(), state);
        QTRY_VERIFY(!t.window->desk().situation().busy);
        if (key == Qt::Key_F2)
            QCOMPARE(t.find<QLabel>("current-number")->text(), u"A0001"_s);
    }
    QCOMPARE(t.find<QTableView>("queue-list")->model()->rowCount(), 2);
}

void TerminalTest::aKeyThatIsNotAllowedSaysWhyAndAsksNothing() {
    Terminal t;
    QVERIFY(t.signIn());
    t.key(Qt::Key_F5);
    QCOMPARE(t.toast(), u"没有正在办理的号码"_s);
    QCOMPARE(t.hall->commands().size(), 0);
}

void TerminalTest::whatWasRefusedIsPastWithTheNextCommand() {
    Terminal t;
    QVERIFY(t.signIn());
    t.key(Qt::Key_F5);
    QCOMPARE(t.toast(), u"没有正在办理的号码"_s);
    t.key(Qt::Key_F2);
    QCOMPARE(t.toast(), QString());
    QTRY_COMPARE(t.state(), u"calling"_s);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F3);
    QTRY_COMPARE(t.hall->commands().size(), 2);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F3);
    QVERIFY(!t.toast().isEmpty()); // called as often as the queue allows
    t.key(Qt::Key_F11);            // asks something first
    QCOMPARE(t.window->describe().value(u"panel"_s).toString(), u"hold"_s);
    QCOMPARE(t.toast(), QString());
    // And what the server refused.
    t.key(Qt::Key_Escape);
    t.hall->refuseWith = "nothingWaiting";
    t.key(Qt::Key_F6);
    QTRY_VERIFY(!t.toast().isEmpty());
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F6);
    QCOMPARE(t.toast(), QString());
    QTRY_COMPARE(t.state(), u"idle"_s);
}

void TerminalTest::aLongNameOfAnItemEndsInAnEllipsis() {
    Terminal t;
    QVERIFY(t.signIn());
    auto item = *t.client->replica().peek<atrium::model::ServiceItem>(atrium::model::ServiceItemId("item-b"));
    const QString name =
        u"国有建设用地使用权及房屋所有权转移登记（存量房买卖、继承、赠与）、抵押权登记、预告登记"
        u"与更正登记一并办理"_s;
    item.name = name.toStdString();
    item.version = t.server->seq() + 1;
    t.server->publish("recordChanged", {atrium::test::put(item)});
    QTRY_COMPARE(t.client->replica().position(), t.server->seq());
    t.key(Qt::Key_F2);
    QTRY_COMPARE(t.state(), u"calling"_s);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F7);
    auto* row = t.find<QPushButton>("transfer-item-item-b");
    QVERIFY(row != nullptr);
    t.window->resize(1024, 640);
    QTRY_VERIFY(row->text().endsWith(u"…"_s));
    QVERIFY(row->fontMetrics().horizontalAdvance(row->text()) < row->width());
    QVERIFY(row->toolTip().startsWith(name));
    t.window->resize(3800, 1080);
    QTRY_VERIFY(row->text().startsWith(name)); // with its department, where there is room
}

void TerminalTest::buttonsFollowTheStateAndTellWhyNot() {
    Terminal t;
    QVERIFY(t.signIn());
    const auto* call = t.find<QAbstractButton>("bar-call");
    const auto* finish = t.find<QAbstractButton>("bar-finish");
    QVERIFY(call->isEnabled());
    QVERIFY(!finish->isEnabled());
    QVERIFY(!finish->toolTip().isEmpty());
    t.key(Qt::Key_F2);
    QTRY_COMPARE(t.state(), u"calling"_s);
    QTRY_VERIFY(t.find<QAbstractButton>("bar-start")->isEnabled());
    QVERIFY(!call->isEnabled());
    QCOMPARE(call->toolTip(), u"请先结束当前号码"_s);
    t.key(Qt::Key_F3);
    QTRY_COMPARE(t.hall->commands().size(), 2);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    QVERIFY(!t.find<QAbstractButton>("bar-recall")->isEnabled()); // the queue allows two calls
}

void TerminalTest::aWindowThatIsSwitchedOffCallsNobody() {
    Terminal t;
    QVERIFY(t.signIn());
    const auto* call = t.find<QAbstractButton>("bar-call");
    QVERIFY(call->isEnabled());
    auto window = *t.window->desk().window();
    window.active = false;
    t.server->publish("recordChanged", {atrium::test::put(window)});
    QTRY_VERIFY(!call->isEnabled());
    QVERIFY(call->toolTip().contains(u"停用"_s));
    t.hall->forget();
    t.key(Qt::Key_F2);
    QTRY_VERIFY(t.toast().contains(u"停用"_s));
    QVERIFY(t.hall->commands().isEmpty());
    window.active = true;
    t.server->publish("recordChanged", {atrium::test::put(window)});
    QTRY_VERIFY(call->isEnabled());
}

void TerminalTest::undoIsOfferedForTwoMinutes_data() {
    QTest::addColumn<bool>("waitsAgain");
    QTest::newRow("passed") << false;
    QTest::newRow("passed, and waits again") << true;
}

void TerminalTest::undoIsOfferedForTwoMinutes() {
    QFETCH(const bool, waitsAgain);
    Terminal t;
    t.hall->passedWaitAgain = waitsAgain;
    QVERIFY(t.signIn());
    t.key(Qt::Key_F2);
    QTRY_COMPARE(t.state(), u"calling"_s);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F6);
    QTRY_COMPARE(t.state(), u"idle"_s);
    auto* offer = t.find<atrium::ui::UndoBar>("undo-toast");
    QTRY_VERIFY(offer->isVisible());
    QTRY_VERIFY(offer->accessibleName().startsWith(u"A0001 已过号。"_s));
    QVERIFY(offer->accessibleName().contains(u"秒"_s));
    t.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(t.state(), u"calling"_s);
    QTRY_VERIFY(!offer->isVisible());
    QCOMPARE(t.hall->commands().last().verb, QByteArray("undo"));
}

void TerminalTest::aReasonIsChosenByItsNumber() {
    Terminal t;
    QVERIFY(t.signIn());
    t.key(Qt::Key_F8);
    QCOMPARE(t.window->describe().value(u"panel"_s).toString(), u"pause"_s);
    QCOMPARE(t.hall->commands().size(), 0);
    t.key(Qt::Key_2);
    QTRY_COMPARE(t.state(), u"paused"_s);
    QCOMPARE(QString::fromStdString(t.hall->lastRequest().reason), u"午餐"_s);
    QTRY_COMPARE(t.window->describe().value(u"panel"_s).toString(), QString());
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F8);
    QTRY_COMPARE(t.state(), u"idle"_s);
    QCOMPARE(t.hall->commands().last().verb, QByteArray("resume"));
}

void TerminalTest::heldTicketsAreTakenUpByKeyboard() {
    Terminal t;
    QVERIFY(t.signIn());
    t.key(Qt::Key_F2);
    QTRY_COMPARE(t.state(), u"calling"_s);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F11);
    t.find<QLineEdit>("hold-reason-text")->setText(u"去缴费"_s); // an input method would
    QTest::keyClick(t.find<QLineEdit>("hold-reason-text"), Qt::Key_Return);
    QTRY_COMPARE(t.state(), u"idle"_s);
    QCOMPARE(QString::fromStdString(t.hall->lastRequest().reason), u"去缴费"_s);
    QTRY_VERIFY(t.toast().startsWith(u"A0001 已挂起"_s));
    QTRY_COMPARE(t.find<QTableView>("held-list")->model()->rowCount(), 1);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(t.find<QTableView>("held-list")->hasFocus());
    t.key(Qt::Key_Return);
    QTRY_COMPARE(t.state(), u"serving"_s);
    QCOMPARE(t.hall->lastRequest().ticketId->value, std::string("ticket-1"));
}

void TerminalTest::callingOutOfOrderAsksForAReason() {
    Terminal t;
    QVERIFY(t.signIn());
    t.key(Qt::Key_1, Qt::ControlModifier);
    t.key(Qt::Key_Down);
    t.key(Qt::Key_Return);
    QCOMPARE(t.window->describe().value(u"panel"_s).toString(), u"order"_s);
    QCOMPARE(t.hall->commands().size(), 0);
    t.key(Qt::Key_1);
    QTRY_COMPARE(t.state(), u"calling"_s);
    QCOMPARE(t.hall->lastRequest().ticketId->value, std::string("ticket-2"));
    QVERIFY(!t.hall->lastRequest().reason.empty());
    QTRY_COMPARE(t.find<QLabel>("current-number")->text(), u"A0002"_s);
}

void TerminalTest::whoHasNoNumberIsServedDirectly() {
    Terminal t;
    QVERIFY(t.signIn());
    t.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(t.window->describe().value(u"panel"_s).toString(), u"direct"_s);
    auto* confirm = t.find<QPushButton>("direct-confirm");
    QVERIFY(!confirm->isEnabled());
    QTest::keyClicks(t.window->focusWidget(), u"gsbg"_s); // 公司变更
    t.key(Qt::Key_Return);
    QVERIFY(t.find<QPushButton>("direct-item-item-b")->isChecked());
    QVERIFY(confirm->isEnabled());
    confirm->click();
    QTRY_COMPARE(t.state(), u"serving"_s);
    QCOMPARE(t.hall->commands().last().verb, QByteArray("direct"));
    QCOMPARE(t.hall->lastRequest().itemId->value, std::string("item-b"));
    QTRY_COMPARE(t.find<QLabel>("current-number")->text(), u"A0009"_s);
    QTRY_COMPARE(t.window->describe().value(u"panel"_s).toString(), QString());
    t.key(Qt::Key_D, Qt::ControlModifier); // somebody is there
    QCOMPARE(t.window->describe().value(u"panel"_s).toString(), QString());
}

void TerminalTest::aFreeWindowCountsDownToTheServersCall() {
    Terminal t;
    QVERIFY(t.signIn());
    QVERIFY(!t.window->desk().secondsToOwnCall());
    t.hall->publishOwnCalls(600);
    QTRY_VERIFY(t.window->desk().secondsToOwnCall().value_or(0) > 300);
    const auto labels = t.window->findChildren<QLabel*>();
    QTRY_VERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().endsWith(u"秒后自动叫号"_s);
    }));
    t.key(Qt::Key_F2);
    QTRY_COMPARE(t.state(), u"calling"_s);
    QVERIFY(!t.window->desk().secondsToOwnCall());
}

void TerminalTest::transferGoesWithoutADialog() {
    Terminal t;
    QVERIFY(t.signIn());
    t.key(Qt::Key_F2);
    QTRY_COMPARE(t.state(), u"calling"_s);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F7);
    auto* confirm = t.find<QPushButton>("transfer-confirm");
    QVERIFY(!confirm->isEnabled());
    QTest::keyClicks(t.window->focusWidget(), u"gsbg"_s); // 公司变更
    t.key(Qt::Key_Return);
    QVERIFY(t.find<QPushButton>("transfer-item-item-b")->isChecked());
    t.find<QPushButton>("transfer-window-window-05")->click();
    t.find<QAbstractButton>("transfer-return")->click();
    QVERIFY(confirm->isEnabled());
    confirm->click();
    QTRY_COMPARE(t.state(), u"idle"_s);
    const auto request = t.hall->lastRequest();
    QCOMPARE(request.itemId->value, std::string("item-b"));
    QCOMPARE(request.toWindowId->value, std::string("window-05"));
    QVERIFY(request.withReturn);
    QTRY_COMPARE(t.toast(), u"A0001 已转走。"_s);
    QTRY_COMPARE(t.window->describe().value(u"panel"_s).toString(), QString());
}

void TerminalTest::passedTicketsComeBack() {
    Terminal t;
    QVERIFY(t.signIn());
    t.key(Qt::Key_F2);
    QTRY_COMPARE(t.state(), u"calling"_s);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F6);
    QTRY_COMPARE(t.find<QTableView>("passed-list")->model()->rowCount(), 1);
    t.key(Qt::Key_3, Qt::ControlModifier);
    t.key(Qt::Key_Return);
    QTRY_COMPARE(t.hall->commands().last().verb, QByteArray("/ticket-1/requeue"));
}

void TerminalTest::aScanShowsWhoItIsMasked() {
    Terminal t;
    QVERIFY(t.signIn());
    t.key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(t.find<QLineEdit>("scan-field")->hasFocus());
    QTest::keyClicks(t.window->focusWidget(), u"http://hall/t/0123.1.abcd"_s);
    t.key(Qt::Key_Return);
    QTRY_COMPARE(t.window->describe().value(u"panel"_s).toString(), u"scan"_s);
    QCOMPARE(t.find<QLabel>("scan-number")->text(), u"A0007"_s);
    QVERIFY(t.find<QLabel>("scan-holder")->text().contains(u"3101**********1234"_s));
    t.key(Qt::Key_Escape);
    QCOMPARE(t.window->describe().value(u"panel"_s).toString(), QString());
    t.hall->forget();
    t.scanner.scan(u"http://hall/t/ff.1.aa"_s); // the serial scanner does the same
    QTRY_COMPARE(t.hall->commands().size(), 1);
}

void TerminalTest::aScanThatGivesNoTextIsSaid() {
    Terminal t;
    t.scanner.refuse(atrium::devices::ScanFault::badCharacter);
    QCOMPARE(t.toast(), QString()); // nobody works here yet
    QVERIFY(t.signIn());
    t.scanner.refuse(atrium::devices::ScanFault::badCharacter);
    QCOMPARE(t.toast(), u"没有扫出内容，请再扫一次，或改为输入号码"_s);
    QVERIFY(t.hall->commands().isEmpty());
}

void TerminalTest::aRefusalIsSaidInWords() {
    Terminal t;
    QVERIFY(t.signIn());
    t.hall->refuseWith = "nothingWaiting";
    t.key(Qt::Key_F2);
    QTRY_COMPARE(t.toast(), u"没有可呼叫的号码"_s);
    QCOMPARE(t.state(), u"idle"_s);
}

void TerminalTest::offlineKeepsTheQueueAndComesBack() {
    Terminal t;
    QVERIFY(t.signIn());
    const auto* banner = t.find<QLabel>("offline-banner");
    QVERIFY(!banner->isVisible());
    t.server->down = true;
    t.server->dropStreams();
    QTRY_VERIFY(banner->isVisible());
    const auto* call = t.find<QAbstractButton>("bar-call");
    QTRY_VERIFY(!call->isEnabled());
    QVERIFY(call->toolTip().contains(u"断开"_s));
    QCOMPARE(t.find<QTableView>("queue-list")->model()->rowCount(), 3);
    t.key(Qt::Key_F2);
    QVERIFY(t.toast().contains(u"断开"_s));
    t.server->down = false;
    QTRY_VERIFY(!banner->isVisible());
    QTRY_VERIFY(call->isEnabled());
}

void TerminalTest::aServerThatHangsIsSeenToHang() {
    Terminal t;
    QVERIFY(t.signIn());
    const auto* state = t.find<QLabel>("bar-state");
    const auto* banner = t.find<QLabel>("offline-banner");
    const QString waiting = u"正在等服务器答复…"_s;
    QElapsedTimer clock;
    t.server->frozen = true; // it takes what is asked and never answers
    clock.start();
    t.key(Qt::Key_F2);
    QVERIFY(state->text() != waiting);
    QTRY_COMPARE_WITH_TIMEOUT(state->text(), waiting, 3'000);
    QVERIFY2(clock.elapsed() >= 1'000, "a short wait moves nothing");
    QVERIFY(!banner->isVisible());
    // The time of one attempt is over: as if the connection were lost.
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 15'000);
    QVERIFY2(clock.elapsed() >= 10'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(banner->text().contains(u"没有答复"_s), qPrintable(banner->text()));
    QVERIFY(t.find<QLabel>("bar-place")->text().contains(u"离线"_s));
    t.key(Qt::Key_F8);
    QCOMPARE(t.toast(), u"与服务器断开，恢复连接后才能办理"_s);
    t.server->frozen = false;
    t.server->thaw();
    QTRY_COMPARE(t.state(), u"calling"_s);
    QTRY_VERIFY(!banner->isVisible());
    QTRY_VERIFY(state->text() != waiting);
    QCOMPARE(t.hall->commands().size(), 1);
}

void TerminalTest::ratingIsPromptedOnce() {
    Terminal t;
    QVERIFY(t.signIn());
    const auto* rating = t.find<QAbstractButton>("bar-rating");
    for (const auto key : {Qt::Key_F2, Qt::Key_F4, Qt::Key_F5}) {
        QTRY_VERIFY(!t.window->desk().situation().busy);
        QVERIFY(!rating->isEnabled());
        t.key(key);
        QTRY_VERIFY(!t.window->desk().situation().busy);
    }
    QTRY_VERIFY(rating->isEnabled());
    t.key(Qt::Key_F10);
    QTRY_COMPARE(t.hall->commands().last().verb, QByteArray("prompt-rating"));
    QTRY_VERIFY(!rating->isEnabled());
}

void TerminalTest::aGuideIsShownToTheCitizen() {
    Terminal t;
    QVERIFY(t.signIn());
    const auto* show = t.find<QAbstractButton>("bar-show");
    for (const auto key : {Qt::Key_F2, Qt::Key_F4}) {
        QVERIFY(!show->isEnabled());
        t.key(key);
        QTRY_VERIFY(!t.window->desk().situation().busy);
    }
    QTRY_VERIFY(show->isEnabled());
    t.key(Qt::Key_F9);
    QTRY_COMPARE(t.hall->commands().last().verb, QByteArray("show"));
    QCOMPARE(t.hall->lastRequest().itemId, t.hall->queue.current->ticket.itemId);
    QTRY_COMPARE(show->text(), u"收回"_s);
    QCOMPARE(t.state(), u"serving"_s);
    QTRY_VERIFY(!t.window->desk().situation().busy);
    t.key(Qt::Key_F9);
    QTRY_COMPARE(show->text(), u"出示"_s);
    QCOMPARE(t.hall->lastRequest().itemId, std::nullopt);
}

QTEST_MAIN(TerminalTest)
#include "terminaltest.moc"
