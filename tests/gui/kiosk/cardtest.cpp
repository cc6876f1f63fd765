// SPDX-License-Identifier: GPL-3.0-or-later
// What a card on the reader does on each page, and what the kiosk says while nobody can read one.
#include "shared/ui/tokens/theme.h"
#include "tests/gui/kiosk/bench.h"

#include <QTest>

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

devices::IdCard card(const char* name, const char* number) {
    devices::IdCard card;
    card.name = name;
    card.idNumber = number;
    return card;
}
const auto kFirst = card("张伟", "11010519491231002X");
const auto kSecond = card("欧阳明华", "110101199003070038");

/// The first citizen's ticket is on paper, and its page stands.
void giveTicket(Bench& bench) {
    bench.plugIn();
    bench.start();
    bench.reader->lay(kFirst);
    QCOMPARE(bench.kiosk->pageName(), u"departments"_s);
    bench.kiosk->chooseItem(u"item-company-formation"_s);
    QTRY_COMPARE(bench.kiosk->pageName(), u"ticket"_s);
    QVERIFY(bench.kiosk->visitor()->holder().contains(u"张"_s));
}

} // namespace

class CardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        ui::Theme::instance().setLargeType(false);
        ui::Theme::instance().setLanguage(u"zh_CN"_s);
    }

    void theNextCardBeginsAVisitWhileATicketStands() {
        Bench bench;
        giveTicket(bench);
        ui::Theme::instance().setLargeType(true); // the first citizen's wish
        bench.reader->lay(kSecond);
        QCOMPARE(bench.kiosk->pageName(), u"departments"_s);
        QVERIFY(bench.kiosk->ticket()->number().isEmpty());
        QVERIFY2(bench.kiosk->visitor()->holder().contains(u"欧阳"_s),
                 qPrintable(bench.kiosk->visitor()->holder()));
        QVERIFY(!ui::Theme::instance().largeType());
    }

    void aCardBeingReadHidesTheTicketBeforeAllIsKnown() {
        Bench bench;
        giveTicket(bench);
        bench.reader->find();
        QCOMPARE(bench.kiosk->pageName(), u"home"_s);
        QVERIFY(bench.kiosk->ticket()->number().isEmpty());
        QVERIFY(bench.kiosk->visitor()->holder().isEmpty());
    }

    void aCodeThatIsOnlyOnTheScreenStaysUntilTheNextCardIsRead() {
        Bench bench;
        bench.plugIn();
        bench.printer->next = {devices::PrintOutcome::failed, devices::PrintFault::paperOut};
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"code"_s);
        bench.reader->find();
        QCOMPARE(bench.kiosk->pageName(), u"code"_s);
        bench.reader->lay(kSecond);
        QCOMPARE(bench.kiosk->pageName(), u"departments"_s);
        QVERIFY(bench.kiosk->ticket()->number().isEmpty());
        // Nobody gave the number back, so it counts.
        QTRY_COMPARE(bench.reports().size(), 1);
        QVERIFY(bench.reports().at(0).contains(R"("onScreen")"));
    }

    void aReaderThatGoesEndsWhatItBegan() {
        Bench bench;
        bench.plugIn();
        bench.start();
        QVERIFY(bench.kiosk->devices()->canReadCards());
        bench.reader->find();
        QVERIFY(bench.kiosk->devices()->reading());
        bench.reader->unplug();
        QVERIFY(!bench.kiosk->devices()->reading());
        QVERIFY(!bench.kiosk->devices()->canReadCards());
        bench.reader->start();
        QVERIFY(bench.kiosk->devices()->canReadCards());
    }

    void aTicketThatTheServerDoesNotTakeIsSaid() {
        Bench bench;
        bench.plugIn();
        bench.server->command = [usual = bench.server->command](const sync::HttpRequest& request) {
            if (!request.path.endsWith("/print"))
                return usual(request);
            return sync::HttpResponse{.status = 409,
                                      .headers = {{"content-type", "application/problem+json"}},
                                      .body = R"({"code":"conflict","title":"void"})",
                                      .failure = {}};
        };
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"error"_s);
        QVERIFY2(bench.kiosk->happened().contains(u"号单无效"_s), qPrintable(bench.kiosk->happened()));
        QVERIFY(bench.kiosk->ticket()->number().isEmpty());
    }

    void thePaperNamesDepartmentAndSection() {
        Bench bench;
        bench.plugIn();
        bench.start();
        bench.kiosk->openDepartments();
        bench.kiosk->chooseItem(u"item-unemployed"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"ticket"_s);
        QCOMPARE(bench.kiosk->ticket()->print().department, u"人力资源和社会保障局 · 就业服务科"_s);
        ui::Theme::instance().setLanguage(u"en"_s);
        QCOMPARE(bench.kiosk->ticket()->print().department,
                 u"Human Resources and Social Security Bureau · Employment Services Section"_s);
        bench.kiosk->leave();
        bench.kiosk->openDepartments();
        bench.kiosk->chooseItem(u"item-company-formation"_s);
        QTRY_COMPARE(bench.kiosk->pageName(), u"ticket"_s);
        QCOMPARE(bench.kiosk->ticket()->print().department, u"市场监管局"_s); // it has no sections
    }
};

} // namespace atrium::kiosk

QTEST_MAIN(atrium::kiosk::CardTest)
#include "cardtest.moc"
