// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the outer screen with the data that strains it: nothing stands on something else or is cut
// off.
#include "shared/model/ticket.h"
#include "shared/sync/qt/hallclient.h"
#include "shared/ui/appkit/hallstate.h"
#include "shared/ui/tokens/theme.h"
#include "tests/gui/dual-screen/outer.h"

#include <QJSValue>
#include <QQuickItem>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using atrium::model::WindowState;
using atrium::test::Outer;
using atrium::test::put;

namespace {

constexpr atrium::dualscreen::RatingTimes kPatient{
    .seconds = 30, .second = std::chrono::minutes(1), .thanks = std::chrono::minutes(5)};

/// Size of the type a text is drawn in, after it was fitted into its place.
int drawnSize(const QQuickItem& text) {
    return text.property("fontInfo").value<QJSValue>().property(u"pixelSize"_s).toInt();
}

/// The words below the faces.
QList<QQuickItem*> gradeWords(const Outer& t) {
    QList<QQuickItem*> out;
    for (int grade = 1; grade <= 5; ++grade)
        if (auto* face = t.scene->item(u"grade-%1"_s.arg(grade)); face != nullptr)
            out.append(face->findChild<QQuickItem*>(u"grade-words"_s));
    return out;
}

/// How high an item stands on the screen in the end, whatever what holds it was shrunk by.
double drawnHeight(const QQuickItem& item) {
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).height();
}

/// A text's type as it reaches the eye.
double seenType(const QQuickItem& text) {
    return drawnSize(text) * drawnHeight(text) / std::max(1.0, text.height());
}

/// What is touched on the rating page: words and faces, in the type that is set.
struct Touched {
    double words = 0;
    double face = 0;
    double footnote = 0;
};

Touched touched(const Outer& t) {
    (void)t.scene->picture(u"measured"_s); // laid out and polished
    return {.words = seenType(*gradeWords(t).first()),
            .face = drawnHeight(*t.scene->item(u"grade-1"_s)),
            .footnote = seenType(*t.scene->item(u"rating-footnote"_s))};
}

/// What may reach below the lower edge of its list.
const QStringList kScrolling{u"guide-materials"_s, u"guide-facts"_s};

/// Longest names of a real hall, in both languages.
void strain(Outer& t) {
    t.hall.name = "呼伦贝尔经济技术开发区政务服务和公共资源交易中心";
    t.hall.nameEn = "Hulunbuir Economic and Technological Development Zone Government Service Centre";
    t.department.name = "自然资源和规划局不动产登记中心";
    t.department.nameEn = "Natural Resources and Planning Bureau, Real Estate Registration Centre";
    t.staff.name = "阿卜杜热合曼·买买提依明江";
    t.staff.nameEn = "Abdurehman Memet-Imin Jan Tursun Muhammad";
    t.item.name = "国有建设用地使用权及房屋所有权转移登记（存量房买卖、继承、赠与）";
    t.item.nameEn =
        "Transfer registration of the right to use state-owned construction land and house ownership";
    t.window.number = 45;
    for (int i = 0; i < 12; ++i)
        t.item.materials.push_back({.name = "不动产权属证书或者不动产登记证明（原权利人持有的全部证书）",
                                    .form = "原件",
                                    .copies = 1,
                                    .required = i % 2 == 0,
                                    .note = "遗失的先在报纸上声明"});
    t.item.conditions = {"房屋已经办理首次登记，权属清楚，没有争议，也没有被查封或者以其他方式限制处分"};
    t.item.fee = "住宅类不动产登记每件 80 元，非住宅类不动产登记每件 550 元（以收费主管部门核定为准）";
    t.item.legalDays = 30;
    t.item.promisedDays = 5;
    t.server->publish("recordChanged",
                      {put(t.hall), put(t.department), put(t.staff), put(t.item), put(t.window)});
}

} // namespace

class LongTextsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    static void longTextsFit_data();
    static void longTextsFit();
};

void LongTextsTest::longTextsFit_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    QTest::addColumn<int>("theme");
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
        for (const QString& language : {u"zh_CN"_s, u"en"_s})
            for (const bool large : {false, true})
                QTest::addRow("%dx%d %s%s", size.width(), size.height(), qPrintable(language),
                              large ? " large" : "")
                    << size << language << large << 0;
    QTest::addRow("high contrast") << QSize(1280, 800) << u"zh_CN"_s << false
                                   << int(atrium::ui::Theme::HighContrast);
}

void LongTextsTest::longTextsFit() {
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    QFETCH(int, theme);
    Outer t(kPatient, size);
    strain(t);
    if (theme != 0)
        t.hall.theme = atrium::model::Theme::highContrast;
    t.server->publish("recordChanged", {put(t.hall)});
    QVERIFY(t.start());
    auto& tokens = atrium::ui::Theme::instance();
    const auto look = [&](const char* name) {
        tokens.setLanguage(language);
        tokens.setLargeType(large);
        const QString picture = u"outer-%1-%2-%3%4"_s.arg(QLatin1StringView(name), language)
                                    .arg(size.width())
                                    .arg(theme != 0 ? u"-contrast"_s
                                         : large    ? u"-large"_s
                                                    : QString());
        const QStringList faults = t.scene->faults(kScrolling);
        t.scene->picture(picture);
        QVERIFY2(faults.isEmpty(), qPrintable(picture + u": "_s + faults.join(u"; "_s)));
        for (const QString& cut : t.scene->elided())
            QVERIFY2(cut == t.screen->itemName() || cut == t.screen->staffName() ||
                         cut.contains(t.screen->departmentName()) || cut == t.hallState->name(),
                     qPrintable(picture + u": cut off "_s + cut));
    };
    look("closed");
    QVERIFY(t.become(WindowState::idle));
    look("idle");
    QVERIFY(t.become(WindowState::calling, "A1234"));
    look("called");
    QCOMPARE(t.scene->elided().contains(u"A1234"_s), false);
    QVERIFY(t.become(WindowState::serving, "A1234"));
    look("serving");
    t.status.shownItemId = t.item.id;
    QVERIFY(t.publish());
    look("guide");
    t.status.shownItemId.reset();
    t.status.pauseReason = "业务会议";
    QVERIFY(t.become(WindowState::paused));
    look("paused");
    QVERIFY(t.askForRating("t1"));
    look("rating");
    const auto even = [&t] {
        const auto words = gradeWords(t);
        return words.size() == 5 && std::all_of(words.begin(), words.end(), [&](const QQuickItem* each) {
                   return drawnSize(*each) == drawnSize(*words.first());
               });
    };
    QVERIFY(even());
    // Large type never makes what is touched smaller, nor smaller than the small print beside it.
    const auto enlarges = [&](bool online) {
        tokens.setLargeType(false);
        const Touched normal = touched(t);
        tokens.setLargeType(true);
        const Touched larger = touched(t);
        tokens.setLargeType(large);
        const QString found = u"words %1 -> %2, faces %3 -> %4, footnote %5"_s.arg(normal.words)
                                  .arg(larger.words)
                                  .arg(normal.face)
                                  .arg(larger.face)
                                  .arg(larger.footnote);
        QVERIFY2(larger.words >= normal.words && larger.face >= normal.face, qPrintable(found));
        QVERIFY2(!online || larger.words >= larger.footnote * 0.95, qPrintable(found));
    };
    enlarges(true);
    QVERIFY(drawnSize(*t.scene->item(u"staff-line"_s)) >= 16 * size.height() / 800);
    QVERIFY(t.scene->touch(u"grade-1"_s));
    enlarges(true);
    QVERIFY(t.scene->touch(u"reason-3"_s));
    look("rating-reasons");
    t.server->down = true;
    t.server->dropStreams();
    QTRY_VERIFY(!t.hallState->online() && !t.hallState->connecting());
    look("offline");
    QVERIFY(even());
    enlarges(false);
    QVERIFY(t.scene->item(u"rating-question"_s) != nullptr); // what the faces answer
    QVERIFY(t.scene->touch(u"rating-submit"_s));
    look("thanks");
    tokens.setLargeType(false);
    tokens.setTheme(atrium::ui::Theme::GovernmentBlue);
    QCOMPARE(atrium::ui::QuickApp::warnings(), QStringList());
}

QTEST_MAIN(LongTextsTest)
#include "longtextstest.moc"
