// SPDX-License-Identifier: GPL-3.0-or-later
// Whose number it is, and what becomes of one that nobody got: with a reader, a printer and a scanner.
#include "shared/ui/tokens/theme.h"
#include "tests/gui/kiosk/bench.h"

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kItem = u"item-company-formation"_s;
constexpr IdleTimes kHasty{.home = 200, .ticket = 200, .page = 200, .warning = 100};

sync::HttpResponse ticketAnswer() {
    model::TicketView view;
    view.ticket.id = model::TicketId("t1");
    view.ticket.number = "A0127";
    view.ticket.itemId = model::ServiceItemId(kItem.toStdString());
    view.ticket.state = model::TicketState::waiting;
    return {
        .status = 201, .headers = {}, .body = QByteArray::fromStdString(model::toJson(view)), .failure = {}};
}

devices::IdCard card() {
    devices::IdCard out;
    out.name = "上官云";
    out.idNumber = "11010519900307849X";
    return out;
}

/// Every look-up finds the one ticket, every cancelling succeeds.
void answerLookups(Bench& bench) {
    bench.server->command = [](const sync::HttpRequest& request) {
        auto answer = ticketAnswer();
        answer.status = 200;
        if (request.path.endsWith("/lookup"))
            answer.body = "{\"tickets\":[" + answer.body + "]}";
        return answer;
    };
}

bool canCancel(Bench& bench) {
    return bench.kiosk->lookup()->tickets()->value(0, u"canCancel"_s).toBool();
}

void key(Kiosk& kiosk, const QString& number) {
    kiosk.openKeyIdentity();
    for (const QChar one : number)
        kiosk.visitor()->type(QString(one));
    kiosk.confirmKeyed();
}

} // namespace

class VisitTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        ui::Theme::instance().setLargeType(false);
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
    }

    /// By this machine's own clock, which may be anything, one born in 2099 cannot stand here.
    void theServersDayDecidesWhoIsBorn() {
        Bench bench;
        bench.start();
        key(*bench.kiosk, u"110105209905078495"_s);
        QVERIFY(!bench.kiosk->visitor()->known());
        const auto later =
            model::fromMillis(QDateTime(QDate(2100, 1, 2), QTime(), Qt::UTC).toMSecsSinceEpoch());
        bench.server->heartbeat(later);
        QTRY_VERIFY(bench.client->sync().serverNow() >= later);
        key(*bench.kiosk, u"110105209905078495"_s);
        QVERIFY(bench.kiosk->visitor()->known());
    }

    void aPrintedNumberCounts() {
        Bench bench;
        bench.plugIn();
        bench.start();
        bench.kiosk->chooseItem(kItem);
        QTRY_COMPARE(bench.kiosk->pageName(), u"ticket"_s);
        QCOMPARE(bench.printer->printed, 1);
        QTRY_COMPARE(bench.reports().size(), 1);
        QVERIFY(bench.reports().at(0).contains(R"("printed")"));
    }

    void aPhoneMayBeLeftWhereTheHallSendsMessages() {
        Bench bench({}, [](DemoHall& demo) { demo.hall.messages.active = true; });
        bench.plugIn();
        bench.start();
        auto& kiosk = *bench.kiosk;
        kiosk.chooseItem(kItem);
        QCOMPARE(kiosk.pageName(), u"phone"_s);
        for (const QChar one : u"12812341234"_s)
            kiosk.phone()->type(QString(one));
        kiosk.confirmPhone();
        QCOMPARE(kiosk.pageName(), u"phone"_s);
        QVERIFY(!kiosk.phone()->refusal().isEmpty());
        kiosk.phone()->clear();
        for (const QChar one : u"138123412345"_s) // the twelfth is too many
            kiosk.phone()->type(QString(one));
        QCOMPARE(kiosk.phone()->keyed(), u"138 1234 1234"_s);
        kiosk.confirmPhone();
        QTRY_COMPARE(kiosk.pageName(), u"ticket"_s);
        QVERIFY(bench.heard("/tickets").at(0).contains(R"("phone":"13812341234")"));
        QVERIFY(kiosk.ticket()->message().contains(u"138****1234"_s));
        QVERIFY(kiosk.ticket()->print().hints.join(u' ').contains(u"138****1234"_s));
        kiosk.leave();
        kiosk.chooseItem(kItem);
        QCOMPARE(kiosk.pageName(), u"phone"_s);
        QCOMPARE(kiosk.phone()->keyed(), QString());
        kiosk.skipPhone();
        QTRY_COMPARE(kiosk.pageName(), u"ticket"_s);
        QVERIFY(bench.heard("/tickets").at(1).contains(R"("phone":"")"));
        QVERIFY(kiosk.ticket()->message().isEmpty());
    }

    void aNumberMadeWithoutAnAnswerIsTakenBack() {
        Bench bench;
        bench.plugIn();
        bench.start();
        QList<QByteArray> keys;
        bool answers = false;
        bench.server->command = [&](const sync::HttpRequest& request) {
            if (!request.path.endsWith("/tickets"))
                return sync::HttpResponse{.status = 204, .headers = {}, .body = {}, .failure = {}};
            for (const auto& [name, value] : request.headers)
                if (name.toLower() == "idempotency-key")
                    keys.append(value);
            return answers ? ticketAnswer() : sync::HttpResponse{.status = 0, .failure = u"timeout"_s};
        };
        bench.kiosk->chooseItem(kItem);
        QTRY_COMPARE(bench.kiosk->pageName(), u"error"_s);
        answers = true;
        QTRY_COMPARE(bench.reports().size(), 1);
        QVERIFY2(bench.reports().at(0).contains(R"("failed")"), bench.reports().at(0).constData());
        QVERIFY(keys.size() > 1);
        QCOMPARE(QSet<QByteArray>(keys.cbegin(), keys.cend()).size(), 1); // the same wish, not a second one
        QCOMPARE(bench.printer->printed, 0);
        QCOMPARE(bench.kiosk->pageName(), u"error"_s);
    }

    void aNumberOnTheScreenIsShownWhenItsAnswerComes() {
        Bench bench;
        bench.start();
        QSet<QByteArray> keys;
        int asked = 0;
        bool answers = false;
        bench.server->command = [&](const sync::HttpRequest& request) {
            if (!request.path.endsWith("/tickets")) // what the kiosk says of itself comes when it comes
                return sync::HttpResponse{.status = 204};
            keys.insert(sync::headerValue(request.headers, "Idempotency-Key"));
            ++asked;
            return answers ? ticketAnswer() : sync::HttpResponse{.status = 0, .failure = u"timeout"_s};
        };
        bench.kiosk->chooseItem(kItem);
        QTRY_COMPARE(bench.kiosk->pageName(), u"error"_s);
        bench.kiosk->chooseItem(kItem); // once more, of one who does not want to wait
        QTRY_COMPARE(bench.kiosk->pageName(), u"error"_s);
        QVERIFY(asked > 1);
        answers = true;
        QTRY_COMPARE(bench.kiosk->pageName(), u"code"_s);
        QCOMPARE(bench.kiosk->ticket()->number(), u"A0127"_s);
        QCOMPARE(keys.size(), 1);
        QVERIFY(bench.reports().isEmpty());
    }

    void aNumberOnTheScreenIsGivenBackInTheHoldersName() {
        Bench bench;
        bench.start();
        bool answers = false;
        bench.server->command = [&](const sync::HttpRequest&) {
            return answers ? ticketAnswer() : sync::HttpResponse{.status = 0, .failure = u"timeout"_s};
        };
        key(*bench.kiosk, u"11010519900307849X"_s);
        bench.kiosk->chooseItem(kItem);
        QTRY_COMPARE(bench.kiosk->pageName(), u"error"_s);
        answers = true;
        QTRY_COMPARE(bench.heard("/cancel").size(), 1);
        QVERIFY(bench.heard("/cancel").at(0).contains("11010519900307849X"));
        QCOMPARE(bench.kiosk->pageName(), u"error"_s);
        QCOMPARE(bench.client->outbox().pending(), 0);
    }

    void theTakingBackWaitsForAnAnswerToo() {
        Bench bench;
        bench.plugIn();
        bench.start();
        int asked = 0;
        bench.server->command = [&](const sync::HttpRequest& request) {
            const bool answers = request.path.endsWith("/tickets") && ++asked > 3;
            return answers ? ticketAnswer() : sync::HttpResponse{.status = 0, .failure = u"timeout"_s};
        };
        bench.kiosk->chooseItem(kItem);
        QTRY_VERIFY(!bench.reports().isEmpty());
        QCOMPARE(bench.client->outbox().pending(), 1);
        bench.close();
        bench.open();
        bench.start(); // a server that answers
        QTRY_COMPARE(bench.reports().size(), 1);
        QVERIFY(bench.reports().at(0).contains(R"("failed")"));
        QTRY_COMPARE(bench.client->outbox().pending(), 0);
    }

    void aCodeThatWasWalkedAwayFromCounts() {
        Bench bench(kHasty);
        bench.plugIn();
        bench.start();
        bench.printer->next = {devices::PrintOutcome::failed, devices::PrintFault::paperOut};
        bench.kiosk->chooseItem(kItem);
        QTRY_COMPARE(bench.reports().size(), 1);
        QVERIFY2(bench.reports().at(0).contains(R"("onScreen")"), bench.reports().at(0).constData());
        QTRY_COMPARE(bench.kiosk->pageName(), u"quiet"_s);
        QVERIFY(bench.kiosk->ticket()->number().isEmpty());
    }

    void aCodeThatIsDeclinedIsVoid() {
        Bench bench;
        bench.plugIn();
        bench.start();
        bench.printer->next = {devices::PrintOutcome::failed, devices::PrintFault::paperOut};
        bench.kiosk->chooseItem(kItem);
        QTRY_COMPARE(bench.kiosk->pageName(), u"code"_s);
        QVERIFY(bench.kiosk->offersCode());
        QVERIFY(bench.reports().isEmpty());
        bench.kiosk->discardCode();
        QTRY_COMPARE(bench.reports().size(), 1);
        QVERIFY(bench.reports().at(0).contains(R"("failed")"));
    }

    void withTheCardANumberIsGivenBack() {
        Bench bench;
        bench.plugIn();
        bench.start();
        answerLookups(bench);
        bench.kiosk->openLookup();
        bench.reader->lay(card());
        QTRY_COMPARE(bench.kiosk->pageName(), u"lookupResult"_s);
        QVERIFY(canCancel(bench));
        bench.kiosk->lookup()->askCancel(u"A0127"_s);
        QVERIFY(bench.heard("/cancel").isEmpty());
        bench.kiosk->lookup()->confirmCancel();
        QTRY_COMPARE(bench.heard("/cancel").size(), 1);
        QVERIFY(bench.heard("/cancel").at(0).contains(R"("idCard")"));
        QTRY_VERIFY(!bench.kiosk->lookup()->message().isEmpty());
    }

    void whoWasPassedReportsWithTheTicketsCode() {
        Bench bench;
        bench.plugIn();
        bench.start();
        auto queue = *bench.client->replica().find<model::Queue>(model::QueueId("queue-company"));
        queue.passedRule = model::PassedRule::keepsPlace;
        bench.server->publish("recordChanged", {test::put(queue)});
        auto passed = model::fromJson<model::TicketView>(ticketAnswer().body.toStdString()).value();
        passed.ticket.queueId = queue.id;
        passed.ticket.state = model::TicketState::noShow;
        passed.ticket.noShows = 1;
        bench.server->command = [&passed](const sync::HttpRequest& request) {
            if (request.path.endsWith("/report")) {
                passed.ticket.state = model::TicketState::waiting;
                ++passed.ticket.version;
            }
            const auto body = QByteArray::fromStdString(model::toJson(passed));
            return sync::HttpResponse{
                .status = 200,
                .body = request.path.endsWith("/lookup") ? "{\"tickets\":[" + body + "]}" : body};
        };
        bench.scanner->scan(u"http://hall/t/t1.1.00"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"lookupResult"_s);
        const auto* rows = bench.kiosk->lookup()->tickets();
        QTRY_VERIFY(rows->value(0, u"canReport"_s).toBool());
        QCOMPARE(rows->value(0, u"state"_s).toString(), u"已过号，请报到"_s);
        bench.kiosk->lookup()->report(u"A0127"_s);
        QTRY_COMPARE(bench.heard("/report").size(), 1);
        QVERIFY(bench.heard("/report").at(0).contains("/t/t1.1.00"));
        QTRY_COMPARE(bench.kiosk->lookup()->message(), u"A0127 已报到，请听叫号。"_s);
        QVERIFY(!rows->value(0, u"canReport"_s).toBool());
        QCOMPARE(rows->value(0, u"state"_s).toString(), u"等候中"_s);
    }

    void whoKeysANumberSeesTicketsButGivesNoneBack() {
        Bench bench;
        bench.plugIn();
        bench.start();
        answerLookups(bench);
        bench.kiosk->openLookup();
        key(*bench.kiosk, u"11010519900307849X"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"lookupResult"_s);
        QVERIFY(!canCancel(bench));
    }

    void whoShowsATicketsCodeSeesItButGivesNoneBack() {
        Bench bench;
        bench.plugIn();
        bench.start();
        answerLookups(bench);
        bench.scanner->scan(u"http://hall/t/t1.1.00"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"lookupResult"_s);
        QVERIFY(bench.heard("/lookup").at(0).contains("/t/t1.1.00"));
        QVERIFY(!canCancel(bench));
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::VisitTest)
#include "visittest.moc"
