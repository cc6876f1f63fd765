// SPDX-License-Identifier: GPL-3.0-or-later
// The rating as a citizen gives it, or does not, and what the server hears of it.
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/tokens/theme.h"
#include "tests/gui/dual-screen/outer.h"

#include <QQuickItem>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using atrium::test::Outer;
using atrium::test::put;

namespace {

const QByteArray kRatings = "/ratings";
const QByteArray kDismiss = "/ratings/dismiss";

/// Long enough that no slow machine ends a page by itself.
constexpr atrium::dualscreen::RatingTimes kPatient{
    .seconds = 30, .second = std::chrono::minutes(1), .thanks = std::chrono::minutes(5)};

QStringList reasonsOn(const Outer& t) {
    QStringList out;
    for (int i = 0; t.scene->item(u"reason-%1"_s.arg(i)) != nullptr; ++i)
        out.append(t.scene->text(u"reason-%1"_s.arg(i)));
    return out;
}

} // namespace

class RatingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void fiveGradesAreShownAndNothingIsPreset();
    static void threeGradesAreShownWhereTheHallSaysSo();
    static void reasonsFollowTheGrade();
    static void theRatingGoesOutUnderTheScreensOwnToken();
    static void reasonsAreStoredInTheHallsLanguage();
    static void closingStoresNoAnswer();
    static void timeOutStoresNoAnswer();
    static void aTouchBeginsTheTimeAnew();
    static void thanksEndsByItself();
    static void theNextCallTakesTheScreen();
    static void aServiceTakenUpAgainIsRatedAtItsEnd();
    static void aSecondPromptOpensThePageOnceMore();
    static void ratedWithoutTheServerItArrivesLater();
    static void aRatingThatIsNotTakenIsSaid_data();
    static void aRatingThatIsNotTakenIsSaid();
    static void aRefusalEndsByItself();
    static void whatIsRefusedLaterDisturbsNobody();
};

void RatingTest::fiveGradesAreShownAndNothingIsPreset() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QCOMPARE(t.page(), u"rating"_s);
    for (int grade = 1; grade <= 5; ++grade) {
        const auto* face = t.scene->item(u"grade-%1"_s.arg(grade));
        QVERIFY2(face != nullptr, qPrintable(u"grade %1 is missing"_s.arg(grade)));
        QVERIFY(!face->property("checked").toBool());
    }
    QVERIFY(t.scene->item(u"rating-submit"_s) == nullptr);
    QVERIFY(t.scene->shows(u"窗口人员看不到内容"_s));
    t.screen->submit(); // whatever comes this way: without a grade there is no rating
    QCOMPARE(t.page(), u"rating"_s);
    QCOMPARE(t.client->outbox().pending(), 0);
}

void RatingTest::threeGradesAreShownWhereTheHallSaysSo() {
    Outer t(kPatient);
    t.hall.ratingGrades = 3;
    t.server->publish("recordChanged", {put(t.hall)});
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    for (const int grade : {5, 4, 2})
        QVERIFY(t.scene->item(u"grade-%1"_s.arg(grade)) != nullptr);
    QVERIFY(t.scene->item(u"grade-3"_s) == nullptr);
    QVERIFY(t.scene->item(u"grade-1"_s) == nullptr);
    QVERIFY(t.scene->touch(u"grade-2"_s));
    QVERIFY(t.scene->touch(u"rating-submit"_s));
    QTRY_COMPARE(t.heard(kRatings).size(), 1);
    QVERIFY(t.heard(kRatings).first().contains(R"("grade":2)"));
    // The administrator changes it while the screen runs.
    t.hall.ratingGrades = 5;
    t.hall.version = t.server->seq() + 1;
    QVERIFY(t.publish({put(t.hall)}));
    QCOMPARE(t.hallState->ratingGrades(), 5);
}

void RatingTest::reasonsFollowTheGrade() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QVERIFY(reasonsOn(t).isEmpty());
    QVERIFY(t.scene->touch(u"grade-5"_s));
    QCOMPARE(reasonsOn(t), QStringList({u"态度热情"_s, u"办理快捷"_s, u"讲解清楚"_s, u"环境整洁"_s}));
    QVERIFY(t.scene->touch(u"reason-1"_s));
    QCOMPARE(t.screen->chosenReasons(), QStringList({u"办理快捷"_s}));
    // Another grade has other reasons: what was chosen for the first is forgotten.
    QVERIFY(t.scene->touch(u"grade-1"_s));
    QVERIFY(t.screen->chosenReasons().isEmpty());
    QCOMPARE(reasonsOn(t).size(), 5);
    for (int i = 0; i < 5; ++i)
        QVERIFY(t.scene->touch(u"reason-%1"_s.arg(i)));
    QCOMPARE(t.screen->chosenReasons().size(), 3);
    QVERIFY(t.scene->touch(u"reason-0"_s)); // taken back
    QCOMPARE(t.screen->chosenReasons(), QStringList({u"等候太久"_s, u"没有一次告知"_s}));
}

void RatingTest::theRatingGoesOutUnderTheScreensOwnToken() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QVERIFY(t.scene->touch(u"grade-4"_s));
    QVERIFY(t.scene->touch(u"reason-0"_s));
    QVERIFY(t.scene->touch(u"reason-2"_s));
    QVERIFY(t.scene->touch(u"rating-submit"_s));
    QCOMPARE(t.page(), u"thanks"_s);
    QTRY_COMPARE(t.heard(kRatings).size(), 1);
    const auto sent =
        atrium::model::fromJson<atrium::model::RatingRequest>(t.heard(kRatings).first().toStdString());
    QVERIFY(sent.has_value());
    QCOMPARE(sent->ticketId.value, std::string("t1"));
    QCOMPARE(sent->grade, 4);
    QVERIFY((sent->reasons == std::vector<std::string>{"态度热情", "讲解清楚"}));
    // The device speaks for itself: nobody is signed in here, and the transport adds this device's token.
    QCOMPARE(t.client->connection().token, QByteArray("outer-token"));
    bool keyed = false;
    for (const auto& request : t.server->requests()) {
        QVERIFY(std::none_of(request.headers.begin(), request.headers.end(),
                             [](const auto& header) { return header.first == "Atrium-Session"; }));
        keyed = keyed || (request.path.endsWith(kRatings) &&
                          std::any_of(request.headers.begin(), request.headers.end(), [](const auto& header) {
                              return header.first == "Idempotency-Key" && !header.second.isEmpty();
                          }));
    }
    QVERIFY(keyed);
    QVERIFY(t.heard(kDismiss).isEmpty());
}

void RatingTest::reasonsAreStoredInTheHallsLanguage() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QVERIFY(t.scene->touch(u"grade-3"_s));
    QVERIFY(t.scene->touch(u"reason-0"_s));
    QVERIFY(t.scene->touch(u"language"_s));
    QCOMPARE(atrium::ui::Theme::instance().language(), u"en"_s);
    QVERIFY(t.scene->shows(u"Were you satisfied"_s) || !t.scene->shows(u"您对这次服务满意吗"_s));
    // The choice outlives the change of language, and is told in the hall's own.
    QCOMPARE(t.screen->chosenReasons().size(), 1);
    QVERIFY(t.screen->chosenReasons().first() != u"等候较久"_s);
    // What stands on the screen turns with it, the choice as well, and turns back.
    QTRY_COMPARE(reasonsOn(t), QStringList({u"A long wait"_s, u"Explanation not clear enough"_s,
                                            u"Many papers asked for"_s, u"Signs hard to find"_s}));
    QVERIFY(t.scene->item(u"reason-0"_s)->property("checked").toBool());
    QVERIFY(t.scene->touch(u"language"_s));
    QTRY_COMPARE(reasonsOn(t).value(0), u"等候较久"_s);
    QVERIFY(t.scene->item(u"reason-0"_s)->property("checked").toBool());
    QVERIFY(t.scene->touch(u"rating-submit"_s));
    QTRY_COMPARE(t.heard(kRatings).size(), 1);
    QVERIFY(t.heard(kRatings).first().contains("等候较久"));
}

void RatingTest::closingStoresNoAnswer() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QVERIFY(t.scene->touch(u"grade-5"_s)); // a grade that is not submitted is no answer either
    QVERIFY(t.scene->touch(u"rating-close"_s));
    QCOMPARE(t.page(), u"idle"_s);
    QTRY_COMPARE(t.heard(kDismiss).size(), 1);
    QVERIFY(t.heard(kDismiss).first().contains(R"("ticketId":"t1")"));
    QVERIFY(!t.heard(kDismiss).first().contains("grade"));
    QVERIFY(t.heard(kRatings).isEmpty());
}

void RatingTest::timeOutStoresNoAnswer() {
    Outer t({.seconds = 2, .second = std::chrono::milliseconds(20), .thanks = std::chrono::minutes(5)});
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QTRY_COMPARE(t.page(), u"idle"_s);
    QTRY_COMPARE(t.heard(kDismiss).size(), 1);
    QVERIFY(t.heard(kRatings).isEmpty());
    // The server still asks until it has heard; the page stays closed.
    QVERIFY(t.publish());
    QCOMPARE(t.page(), u"idle"_s);
}

void RatingTest::aTouchBeginsTheTimeAnew() {
    Outer t({.seconds = 400, .second = std::chrono::milliseconds(5), .thanks = std::chrono::minutes(5)});
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QTRY_VERIFY(t.screen->secondsLeft() < 390);
    QVERIFY(t.scene->touch(u"grade-5"_s));
    QVERIFY(t.screen->secondsLeft() >= 390);
    QTRY_VERIFY(t.screen->secondsLeft() < 390);
    QVERIFY(t.scene->touch(u"reason-0"_s));
    QVERIFY(t.screen->secondsLeft() >= 390);
}

void RatingTest::thanksEndsByItself() {
    Outer t({.seconds = 30, .second = std::chrono::minutes(1), .thanks = std::chrono::milliseconds(30)});
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QVERIFY(t.scene->touch(u"language"_s));
    QVERIFY(t.scene->touch(u"grade-5"_s));
    QVERIFY(t.scene->touch(u"rating-submit"_s));
    QCOMPARE(t.page(), u"thanks"_s);
    QTRY_COMPARE(t.page(), u"idle"_s);
    QCOMPARE(atrium::ui::Theme::instance().language(), u"zh_CN"_s); // the next citizen finds the hall's own
}

void RatingTest::theNextCallTakesTheScreen() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QVERIFY(t.scene->touch(u"grade-5"_s));
    QVERIFY(t.become(atrium::model::WindowState::serving, "A0008"));
    QCOMPARE(t.page(), u"serving"_s);
    QCOMPARE(t.screen->grade(), 0);
    QCOMPARE(t.client->outbox().pending(), 0);
    QVERIFY(t.heard(kRatings).isEmpty());
    QVERIFY(t.heard(kDismiss).isEmpty());
}

void RatingTest::aServiceTakenUpAgainIsRatedAtItsEnd() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.askForRating("ticket-A0007"));
    QCOMPARE(t.page(), u"rating"_s);
    QVERIFY(t.become(atrium::model::WindowState::serving, "A0007")); // finish was undone
    QCOMPARE(t.page(), u"serving"_s);
    QVERIFY(t.askForRating("ticket-A0007"));
    QCOMPARE(t.page(), u"rating"_s);
}

void RatingTest::aSecondPromptOpensThePageOnceMore() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    t.server->down = true; // the answer to the closing does not come
    QVERIFY(t.scene->touch(u"rating-close"_s));
    QCOMPARE(t.page(), u"idle"_s);
    t.status.ratingPrompts = 2;
    QVERIFY(t.publish());
    QCOMPARE(t.page(), u"rating"_s);
}

void RatingTest::ratedWithoutTheServerItArrivesLater() {
    Outer t(kPatient);
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    t.server->down = true;
    t.server->dropStreams();
    QTRY_VERIFY(!t.hallState->online());
    QVERIFY(t.scene->touch(u"grade-5"_s));
    QVERIFY(t.scene->touch(u"rating-submit"_s));
    QCOMPARE(t.page(), u"thanks"_s);
    QCOMPARE(t.client->outbox().pending(), 1);
    t.server->down = false;
    QTRY_COMPARE(t.client->outbox().pending(), 0);
    const auto all = t.heard(kRatings);
    QVERIFY(!all.isEmpty());
    for (const QByteArray& each : all) // tried again, but one and the same
        QCOMPARE(each, all.first());
    QTRY_VERIFY(t.hallState->online());
}

void RatingTest::aRatingThatIsNotTakenIsSaid_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("rated already") << 409 << QByteArray("alreadyRated") << u"已经评价过了"_s;
    QTest::newRow("served on") << 409 << QByteArray("conflict") << u"又继续办理了"_s;
    QTest::newRow("too late") << 404 << QByteArray("notFound") << u"超过评价的期限"_s;
    QTest::newRow("anything else") << 403 << QByteArray("forbidden") << u"没有接受这次评价"_s;
}

void RatingTest::aRatingThatIsNotTakenIsSaid() {
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QString, words);
    Outer t(kPatient);
    t.server->command = [usual = t.server->command, status, code](const auto& request) {
        if (!request.path.endsWith(kRatings))
            return usual(request);
        return atrium::sync::HttpResponse{.status = status,
                                          .headers = {{"content-type", "application/problem+json"}},
                                          .body = R"({"type":"about:blank","title":"no","status":)" +
                                                  QByteArray::number(status) + R"(,"code":")" + code +
                                                  R"(","path":"/","detail":"as the test wishes"})",
                                          .failure = {}};
    };
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    QVERIFY(t.scene->touch(u"grade-5"_s));
    QVERIFY(t.scene->touch(u"rating-submit"_s));
    QTRY_COMPARE(t.page(), u"refused"_s);
    QVERIFY(!t.scene->shows(u"谢谢您的评价"_s));
    QVERIFY2(t.scene->shows(words), qPrintable(t.screen->refusal()));
    QCOMPARE(t.scene->faults(), QStringList());
    t.scene->picture(u"refused-"_s + QString::fromLatin1(code));
    QCOMPARE(t.client->outbox().pending(), 0);
}

void RatingTest::aRefusalEndsByItself() {
    Outer t({.seconds = 30, .second = std::chrono::minutes(1), .thanks = std::chrono::milliseconds(30)});
    t.server->command = [usual = t.server->command](const auto& request) {
        if (!request.path.endsWith(kRatings))
            return usual(request);
        return atrium::sync::HttpResponse{.status = 409, .headers = {}, .body = {}, .failure = {}};
    };
    QStringList pages;
    connect(t.screen.get(), &atrium::dualscreen::OuterScreen::changed, [&] { pages.append(t.page()); });
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    t.screen->chooseGrade(5);
    t.screen->submit();
    QTRY_COMPARE(t.page(), u"idle"_s); // and the page does not ask again for what was refused
    QVERIFY(t.screen->refusal().isEmpty());
    // However slow the machine: the refusal was either said, or came when the citizen had been sent home.
    QTRY_COMPARE(t.client->outbox().pending(), 0);
    QVERIFY(pages.contains(u"thanks"_s));
    QCOMPARE(t.page(), u"idle"_s);
}

void RatingTest::whatIsRefusedLaterDisturbsNobody() {
    Outer t({.seconds = 30, .second = std::chrono::minutes(1), .thanks = std::chrono::milliseconds(30)});
    QVERIFY(t.start());
    QVERIFY(t.askForRating("t1"));
    t.server->down = true;
    t.server->dropStreams();
    QVERIFY(t.scene->touch(u"grade-5"_s));
    QVERIFY(t.scene->touch(u"rating-submit"_s));
    QTRY_COMPARE(t.page(), u"idle"_s); // thanked: it lies on the disk
    t.server->command = [usual = t.server->command](const auto& request) {
        if (!request.path.endsWith(kRatings))
            return usual(request);
        return atrium::sync::HttpResponse{
            .status = 404, .headers = {}, .body = R"({"code":"notFound","title":"no"})", .failure = {}};
    };
    // The citizen has gone; what became of it is for the log, not for who sits there now.
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"does not take what waited here"_s));
    t.server->down = false;
    QTRY_COMPARE(t.client->outbox().pending(), 0);
    QCOMPARE(t.page(), u"idle"_s);
}

QTEST_MAIN(RatingTest)
#include "ratingtest.moc"
