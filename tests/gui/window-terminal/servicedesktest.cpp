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
    static void cancellingNeedsAReason();
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

QTEST_MAIN(ServiceDeskTest)
#include "servicedesktest.moc"
