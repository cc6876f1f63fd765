// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket says in words what its queue does with a number that is passed.
#include "shared/ui/appkit/passedrule.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atrium::model::PassedRule;
using atrium::model::Queue;
using atrium::ui::passedRuleText;

class PassedRuleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void everyRuleHasItsWords_data();
    static void everyRuleHasItsWords();
    static void oneAndManyInEnglish();
};

void PassedRuleTest::everyRuleHasItsWords_data() {
    QTest::addColumn<Queue>("queue");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char* name, PassedRule rule, int limit, int places, int minutes,
                        const QString& chinese) {
        Queue queue;
        queue.passedRule = rule;
        queue.noShowLimit = limit;
        queue.requeuePlaces = places;
        queue.passedMinutes = minutes;
        QTest::newRow(name) << queue << chinese;
    };
    using enum PassedRule;
    row("back", placesBack, 1, 3, 0, u"过号自动退后 3 位，最多 1 次；之后请到服务台。"_s);
    row("back by none", placesBack, 2, 0, 0, u"过号保留原位，最多 2 次；之后请到服务台。"_s);
    row("to the end", atEnd, 2, 3, 0, u"过号自动排到队尾，最多 2 次；之后请到服务台。"_s);
    row("kept", keepsPlace, 1, 3, 0, u"过号后请到自助机报到，优先叫号。"_s);
    row("kept for a time", keepsPlace, 1, 3, 30, u"过号后 30 分钟内到自助机报到，优先叫号。"_s);
    row("void", never, 1, 3, 30, u"过号作废，请重新取号。"_s);
    for (const auto rule : {placesBack, atEnd, keepsPlace})
        row(qPrintable(u"not once %1"_s.arg(int(rule))), rule, 0, 3, 30, u"过号请到服务台。"_s);
}

void PassedRuleTest::everyRuleHasItsWords() {
    QFETCH(Queue, queue);
    QFETCH(QString, chinese);
    QCOMPARE(passedRuleText(queue, false), chinese);
    const QString english = passedRuleText(queue, true);
    QVERIFY(!english.isEmpty());
    for (const QChar one : english)
        QVERIFY2(one.unicode() < 128, qPrintable(english));
}

void PassedRuleTest::oneAndManyInEnglish() {
    Queue queue;
    queue.requeuePlaces = 1;
    QCOMPARE(passedRuleText(queue, true),
             u"A passed number goes back 1 place once; after that ask at the service desk."_s);
    queue.requeuePlaces = 3;
    queue.noShowLimit = 2;
    QCOMPARE(passedRuleText(queue, true),
             u"A passed number goes back 3 places, up to 2 times; after that ask at the service desk."_s);
}

QTEST_GUILESS_MAIN(PassedRuleTest)
#include "passedruletest.moc"
