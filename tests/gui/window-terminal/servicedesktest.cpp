// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/json.h"
#include "tests/gui/window-terminal/terminal.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using atrium::test::Terminal;

namespace {

void chooseItem(Terminal& t) {
    QTest::keyClicks(t.find<QLineEdit>("desk-item-search"), u"gssl"_s); // 公司设立
    t.key(Qt::Key_Down);
    t.key(Qt::Key_Return); // the row with the focus
}

/// Nobody answers a wish for a ticket until `answers`; keys: of the wishes, in order.
void losesAnswers(Terminal& t, bool& answers, QList<QByteArray>& keys) {
    t.server->command = [&, usual = t.server->command](const sync::HttpRequest& request) {
        if (!request.path.endsWith("/tickets"))
            return usual(request);
        for (const auto& [name, value] : request.headers)
            if (name.toLower() == "idempotency-key")
                keys.append(value);
        return answers ? usual(request) : sync::HttpResponse{.status = 0, .failure = u"timeout"_s};
    };
}

/// Body of the report on the print, once the outbox has sent it.
model::PrintReport report(const Terminal& t) {
    for (const auto& command : t.hall->commands())
        if (command.verb.endsWith("/print"))
            return model::fromJson<model::PrintReport>(command.body.toStdString()).value();
    return {.outcome = model::PrintOutcome::failed, .reason = "none came"};
}

} // namespace

class ServiceDeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void withoutAPrinterTheNumberCountsAtOnce();
    static void aTicketIsPrintedAndReported();
    static void aFailedPrintKeepsTheNumber();
    static void aNumberThatTheServerDoesNotTakeIsSaid();
    static void aMistypedNumberIsRefusedBeforeIssuing();
    static void aCardSaysWhoItIsAndFindsTheirTickets();
    static void theNextPersonWaitsForTheTicketOfThisOne();
    static void cancellingNeedsAReason();
    static void aLateAnswerBringsTheSameTicket();
    static void whatNobodyWaitsForIsGivenBack_data();
    static void whatNobodyWaitsForIsGivenBack();
};

void ServiceDeskTest::withoutAPrinterTheNumberCountsAtOnce() {
    Terminal t(false);
    QVERIFY(t.signIn());
    QVERIFY(!t.find<QPushButton>("desk-issue")->isEnabled());
    chooseItem(t);
    t.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(t.window->describe().value(u"number"_s).toString(), u"A0007"_s);
    const auto request =
        model::fromJson<model::IssueRequest>(t.hall->commands().first().body.toStdString()).value();
    QCOMPARE(request.itemId.value, std::string("item-a"));
    QVERIFY(!request.paper);
    QVERIFY(!request.identity);
    QCOMPARE(t.printer.printed, 0);
}

void ServiceDeskTest::aTicketIsPrintedAndReported() {
    Terminal t(false, true);
    QVERIFY(t.signIn());
    chooseItem(t);
    t.find<QPushButton>("desk-issue")->click();
    QTRY_COMPARE(t.printer.printed, 1);
    QTRY_COMPARE(report(t).outcome, model::PrintOutcome::printed);
    QTRY_COMPARE(t.find<QLabel>("desk-print-state")->text(), u"已打印"_s);
}

void ServiceDeskTest::aFailedPrintKeepsTheNumber() {
    Terminal t(false, true);
    t.printer.next = {devices::PrintOutcome::failed, devices::PrintFault::paperOut};
    QVERIFY(t.signIn());
    chooseItem(t);
    t.find<QPushButton>("desk-issue")->click();
    QTRY_COMPARE(report(t).outcome, model::PrintOutcome::onScreen);
    QCOMPARE(QString::fromStdString(report(t).reason), u"paperOut"_s);
    QTRY_VERIFY(t.find<QLabel>("desk-print-state")->text().contains(u"号码有效"_s));
}

void ServiceDeskTest::aNumberThatTheServerDoesNotTakeIsSaid() {
    Terminal t(false, true);
    QVERIFY(t.signIn());
    t.server->command = [usual = t.server->command](const sync::HttpRequest& request) {
        return request.path.endsWith("/print") ? test::FakeWindow::problem(409, "conflict") : usual(request);
    };
    chooseItem(t);
    t.find<QPushButton>("desk-issue")->click();
    QTRY_VERIFY(t.find<QLabel>("desk-print-state")->text().contains(u"号单无效"_s));
}

void ServiceDeskTest::aMistypedNumberIsRefusedBeforeIssuing() {
    Terminal t(false);
    QVERIFY(t.signIn());
    chooseItem(t);
    QTest::keyClicks(t.find<QLineEdit>("desk-identity"), u"110105194912310021"_s); // the last should be X
    t.find<QPushButton>("desk-issue")->click();
    QVERIFY(t.toast().contains(u"校验位"_s));
    // It stands away from the keys, and what it lies on can be pressed through it.
    const auto* toast = t.find<QWidget>("message-toast");
    QVERIFY(toast->testAttribute(Qt::WA_TransparentForMouseEvents));
    QVERIFY(toast->geometry().bottom() < t.window->height() / 4);
    QCOMPARE(t.hall->commands().size(), 0);
    t.find<QLineEdit>("desk-identity")->setText(u"11010519491231002x"_s);
    t.find<QPushButton>("desk-issue")->click();
    QTRY_COMPARE(t.hall->commands().size(), 1);
    const auto request =
        model::fromJson<model::IssueRequest>(t.hall->commands().first().body.toStdString()).value();
    QCOMPARE(request.identity->number, std::string("11010519491231002X"));
    QCOMPARE(request.recognition, model::Recognition::keyedId);
    QTRY_VERIFY(t.find<QLineEdit>("desk-identity")->text().isEmpty());
}

void ServiceDeskTest::aCardSaysWhoItIsAndFindsTheirTickets() {
    Terminal t(false);
    QVERIFY(t.signIn());
    model::TicketView view;
    view.ticket = test::FakeWindow::ticket(9);
    t.hall->found = {view};
    devices::IdCard card;
    card.name = "张伟";
    card.idNumber = "11010519491231002X";
    t.reader.lay(card);
    QTRY_COMPARE(t.window->describe().value(u"number"_s).toString(), u"A0009"_s);
    const auto shown = t.find<QLabel>("desk-visitor")->accessibleName();
    QVERIFY(shown.contains(u"张*"_s));
    QVERIFY(!shown.contains(u"19491231"_s));
}

void ServiceDeskTest::theNextPersonWaitsForTheTicketOfThisOne() {
    Terminal t(false, true);
    QVERIFY(t.signIn());
    chooseItem(t);
    t.find<QPushButton>("desk-issue")->click();
    devices::IdCard card;
    card.name = "张伟";
    card.idNumber = "11010519491231002X";
    t.reader.lay(card); // before the printer and the server have answered
    QVERIFY(t.toast().contains(u"正在取号"_s));
    t.find<QPushButton>("desk-identity-clear")->click();
    QTRY_COMPARE(report(t).outcome, model::PrintOutcome::printed);
    QCOMPARE(t.window->describe().value(u"number"_s).toString(), u"A0007"_s);
    t.reader.lay(card);
    QTRY_VERIFY(t.find<QLabel>("desk-visitor")->accessibleName().contains(u"张*"_s));
}

void ServiceDeskTest::cancellingNeedsAReason() {
    Terminal t(false);
    QVERIFY(t.signIn());
    model::TicketView view;
    view.ticket = test::FakeWindow::ticket(7);
    t.hall->found = {view};
    t.key(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(t.window->focusWidget(), u"a0007"_s);
    t.key(Qt::Key_Return);
    QTRY_COMPARE(t.window->describe().value(u"number"_s).toString(), u"A0007"_s);
    QVERIFY(t.find<QPushButton>("desk-cancel")->isEnabled());
    const auto asked =
        model::fromJson<model::LookupRequest>(t.hall->commands().first().body.toStdString()).value();
    QCOMPARE(asked.number, std::string("A0007"));
    t.hall->forget();
    t.find<QPushButton>("desk-cancel")->click();
    QCOMPARE(t.hall->commands().size(), 0);
    t.key(Qt::Key_1);
    QTRY_COMPARE(t.hall->commands().size(), 1);
    const auto body =
        model::fromJson<model::CancelRequest>(t.hall->commands().first().body.toStdString()).value();
    QCOMPARE(QString::fromStdString(body.reason), u"本人要求"_s);
    QTRY_VERIFY(!t.find<QPushButton>("desk-cancel")->isEnabled());
}

void ServiceDeskTest::aLateAnswerBringsTheSameTicket() {
    Terminal t(false);
    QVERIFY(t.signIn());
    bool answers = false;
    QList<QByteArray> keys;
    losesAnswers(t, answers, keys);
    chooseItem(t);
    t.find<QPushButton>("desk-issue")->click();
    QTRY_VERIFY(t.toast().contains(u"继续询问"_s));
    QVERIFY(!t.find<QPushButton>("desk-issue")->isEnabled());
    answers = true;
    QTRY_COMPARE(t.window->describe().value(u"number"_s).toString(), u"A0007"_s);
    QVERIFY(keys.size() > 1);
    QCOMPARE(QSet<QByteArray>(keys.cbegin(), keys.cend()).size(), 1); // the same wish, not a second one
}

void ServiceDeskTest::whatNobodyWaitsForIsGivenBack_data() {
    QTest::addColumn<bool>("paper");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("on paper") << true << QByteArray("/print");
    QTest::newRow("on the screen") << false << QByteArray("/cancel");
}

void ServiceDeskTest::whatNobodyWaitsForIsGivenBack() {
    QFETCH(bool, paper);
    QFETCH(QByteArray, path);
    Terminal t(false, paper);
    QVERIFY(t.signIn());
    bool answers = false;
    QList<QByteArray> keys;
    losesAnswers(t, answers, keys);
    chooseItem(t);
    t.find<QPushButton>("desk-issue")->click();
    QTRY_VERIFY(t.toast().contains(u"继续询问"_s));
    t.find<QPushButton>("desk-identity-clear")->click();
    answers = true;
    QTRY_COMPARE(t.hall->commands().size(), 2);
    QVERIFY2(t.hall->commands().last().verb.endsWith(path), t.hall->commands().last().verb.constData());
    if (paper)
        QCOMPARE(report(t).outcome, model::PrintOutcome::failed);
    QCOMPARE(t.printer.printed, 0);
    QCOMPARE(QSet<QByteArray>(keys.cbegin(), keys.cend()).size(), 1);
    QVERIFY(t.window->describe().value(u"number"_s).toString().isEmpty());
}

QTEST_MAIN(ServiceDeskTest)
#include "servicedesktest.moc"
