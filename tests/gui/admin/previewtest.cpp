// SPDX-License-Identifier: GPL-3.0-or-later
// The preview of the order of calling beside a queue's form.
#include "apps/admin/editor/previewextra.h"
#include "apps/admin/editor/previewwords.h"
#include "apps/admin/editor/recordform.h"
#include "apps/admin/pages/recordpage.h"
#include "shared/model/api.h"
#include "shared/model/json.h"
#include "shared/ui/widgets/widgettheme.h"
#include "tests/gui/admin/fakehall.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using admin::PreviewExtra;
using rules::queueing::CallPreview;
using rules::queueing::PreviewReason;
using rules::queueing::PreviewRow;
using State = PreviewExtra::State;

namespace {

const QByteArray kQuestion = "POST /api/v1/queues/queue-1/preview";

PreviewRow row(const std::string& number, PreviewReason reason) {
    PreviewRow out;
    out.number = number;
    out.priorityClass = 2;
    out.effectiveClass = 2;
    out.waitedMinutes = 41;
    out.windowNumber = 3;
    out.reason = reason;
    out.limitMinutes = 40;
    return out;
}

sync::HttpResponse ok(const std::string& body) {
    return {.status = 200, .headers = {}, .body = QByteArray::fromStdString(body), .failure = {}};
}

/// A queue's form on the screen, before a server that answers with `shown`. What a draft's ageing is, stands
/// in the number of the first row.
struct Desk {
    test::FakeHall hall;
    CallPreview shown{.waiting = 2, .windows = {1, 3}, .rows = {row("", PreviewReason::arrival)}};
    std::optional<model::Problem> refusal;
    admin::RecordForm form{*admin::recordKind(u"queue"_s), hall.client(), hall.account()};
    PreviewExtra* preview = form.findChild<PreviewExtra*>();

    Desk() {
        hall.server().command = [this, usual = hall.server().command](const sync::HttpRequest& request) {
            return request.path.endsWith("/preview") ? answer(request) : usual(request);
        };
        form.resize(1134, 800);
        form.setRecord(*admin::recordKind(u"queue"_s)->find(hall.replica(), u"queue-1"_s), false);
    }

    sync::HttpResponse answer(const sync::HttpRequest& request) {
        if (refusal) {
            auto refused = ok(model::toJson(*refusal));
            refused.status = refusal->status;
            refused.headers = {{"content-type", "application/problem+json"}};
            return refused;
        }
        const auto draft = QJsonDocument::fromJson(request.body).object();
        if (!shown.rows.empty())
            shown.rows[0].number = "A" + std::to_string(draft.value(u"ageingMinutes"_s).toInt());
        return ok(model::toJson(shown));
    }

    [[nodiscard]] bool reaches(State state) const {
        return QTest::qWaitFor([&] { return preview->state() == state; });
    }
    [[nodiscard]] QString cell(int line, int column) const {
        const auto* label = preview->findChild<QLabel*>(u"preview-%1-%2"_s.arg(line).arg(column));
        return label == nullptr ? QString() : label->text();
    }
    [[nodiscard]] QString number() const { return cell(0, 1); }
    [[nodiscard]] qsizetype questions() const {
        return const_cast<test::FakeHall&>(hall).server().asked().count(kQuestion);
    }
    /// All texts of labels that are seen.
    [[nodiscard]] QString said() const {
        QStringList out;
        for (const QLabel* label : preview->findChildren<QLabel*>())
            if (label->isVisibleTo(preview))
                out.append(label->text());
        return out.join(u'\n');
    }
};

} // namespace

class PreviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoWouldBeCalledIsListedWithWhy() {
        Desk desk;
        desk.form.show();
        QVERIFY(desk.reaches(State::rows));
        QCOMPARE(desk.cell(0, 0), u"1"_s);
        QCOMPARE(desk.number(), u"A20"_s);
        QCOMPARE(desk.cell(0, 2), u"级别 2"_s);
        QCOMPARE(desk.cell(0, 3), u"已等 41 分钟"_s);
        QCOMPARE(desk.cell(0, 4), u"3 号窗口"_s);
        QCOMPARE(desk.cell(0, 5), u"先到先叫"_s);
        QVERIFY(desk.said().contains(u"2 人等候。1、3 号窗口轮流叫号。"_s));
        desk.shown.isAssumedOpen = true;
        desk.shown.windows = {3};
        desk.form.findChild<QPushButton*>(u"preview-refresh"_s)->click();
        QTRY_VERIFY(desk.said().contains(u"现在没有开放的窗口，按 3 号窗口开放推演。"_s));
    }

    void editsAreGatheredIntoOneQuestionAndNothingIsSaved() {
        Desk desk;
        desk.form.show();
        QVERIFY(desk.reaches(State::rows));
        desk.hall.server().forgetAsked();
        QElapsedTimer typing;
        typing.start();
        for (const int minutes : {1, 12, 125})
            desk.form.edit(u"ageingMinutes"_s, minutes);
        QTRY_COMPARE(desk.number(), u"A125"_s);
        QVERIFY2(typing.elapsed() >= 400, "asked while somebody types");
        QCOMPARE(desk.questions(), 1);
        for (const QByteArray& asked : desk.hall.server().asked())
            QVERIFY2(!asked.startsWith("PUT"), asked);
    }

    void theButtonAsksAtOnce() {
        Desk desk;
        desk.form.show();
        QVERIFY(desk.reaches(State::rows));
        desk.hall.server().forgetAsked();
        desk.form.edit(u"ageingMinutes"_s, 7);
        desk.form.findChild<QPushButton*>(u"preview-refresh"_s)->click();
        QCOMPARE(desk.questions(), 1);
        QTRY_COMPARE(desk.number(), u"A7"_s);
        QCOMPARE(desk.questions(), 1);
    }

    void anAnswerOfOlderSettingsIsNotShown() {
        Desk desk;
        desk.form.show();
        QVERIFY(desk.reaches(State::rows));
        auto* button = desk.form.findChild<QPushButton*>(u"preview-refresh"_s);
        desk.hall.server().frozen = true;
        desk.form.edit(u"ageingMinutes"_s, 30);
        button->click();
        desk.form.edit(u"ageingMinutes"_s, 31);
        button->click();
        desk.hall.server().thaw();
        QStringList seen;
        QTRY_VERIFY((seen.append(desk.number()), seen.constLast() == u"A31"));
        QVERIFY(!seen.contains(u"A30"_s));
    }

    void nobodyWaits() {
        Desk desk;
        desk.shown = {};
        desk.form.show();
        QVERIFY(desk.reaches(State::empty));
        QVERIFY(desk.said().contains(u"现在没有人等候"_s));
    }

    void noWindowMayCall() {
        Desk desk;
        desk.shown = {.waiting = 4, .windows = {}, .rows = {}};
        desk.form.show();
        QVERIFY(desk.reaches(State::noWindow));
        QVERIFY(desk.said().contains(u"4 人等候，没有窗口能叫"_s));
    }

    void aRefusedDraftSaysWhatIsWrong() {
        Desk desk;
        desk.refusal = model::Problem{.type = {},
                                      .title = {},
                                      .status = 400,
                                      .code = model::ErrorCode::invalid,
                                      .path = "/ageingMinutes",
                                      .detail = "取值在 0 到 1440 之间"};
        desk.form.show();
        QVERIFY(desk.reaches(State::error));
        QVERIFY2(desk.said().contains(u"现在不能预览"_s), qPrintable(desk.said()));
        QVERIFY2(desk.said().contains(u"取值在 0 到 1440 之间"_s), qPrintable(desk.said()));
        desk.refusal.reset();
        desk.form.edit(u"ageingMinutes"_s, 9);
        QVERIFY(desk.reaches(State::rows));
        QCOMPARE(desk.number(), u"A9"_s);
    }

    void withoutTheServerItSaysSoAndComesBackByItself() {
        Desk desk;
        desk.form.show();
        QVERIFY(desk.reaches(State::rows));
        desk.hall.server().down = true;
        desk.hall.server().dropStreams();
        QVERIFY(desk.reaches(State::offline));
        QVERIFY(desk.said().contains(u"连不上服务器"_s));
        desk.hall.server().down = false;
        QTRY_COMPARE_WITH_TIMEOUT(desk.preview->state(), State::rows, 20'000);
    }

    void nothingIsAskedWhileNobodyLooks() {
        Desk desk;
        desk.form.edit(u"ageingMinutes"_s, 8);
        QVERIFY(desk.preview->isPausing());
        QTRY_VERIFY(!desk.preview->isPausing());
        QCOMPARE(desk.questions(), 0);
        desk.form.show();
        QVERIFY(desk.reaches(State::rows));
        QCOMPARE(desk.number(), u"A8"_s);
        QCOMPARE(desk.questions(), 1); // none was on its way before
    }

    void onlyWhoMaySetRulesSeesIt() {
        Desk desk;
        desk.form.show();
        QVERIFY(desk.preview->isVisible());
        desk.hall.account().signOut();
        QVERIFY(!desk.preview->isVisible());
    }

    void standsBesideTheFieldsOrBelowThem() {
        Desk desk;
        desk.shown.rows.resize(10, desk.shown.rows.at(0));
        desk.form.show();
        QVERIFY(desk.reaches(State::rows));
        const auto* fields = desk.form.findChild<QScrollArea*>();
        QVERIFY(desk.preview->x() >= fields->geometry().right());
        QCOMPARE(desk.preview->y(), fields->y());
        desk.form.resize(580, 560);
        QTRY_VERIFY(desk.preview->y() >= fields->geometry().bottom());
        QVERIFY2(fields->height() >= 250, "too little is left to edit in");
        QVERIFY(desk.preview->height() >= 180);
        QCOMPARE(desk.preview->width(), fields->width());
    }

    void everyReasonIsASentence() {
        PreviewRow one = row("A0001", PreviewReason::priority);
        one.effectiveClass = 1;
        QCOMPARE(admin::reasonWord(one), u"级别 1，先于级别靠后的"_s);
        QCOMPARE(admin::classWord(one), u"2 → 1"_s);
        one.reason = PreviewReason::aged;
        QCOMPARE(admin::reasonWord(one), u"等候升级：由 2 级升到 1 级"_s);
        one.reason = PreviewReason::finallyCallBy;
        QCOMPARE(admin::reasonWord(one), u"已等 41 分钟，最长等候 40 分钟：先于一切级别"_s);
        one.reason = PreviewReason::bound;
        QCOMPARE(admin::reasonWord(one), u"已转到 3 号窗口，只由该窗口叫"_s);
        one.reason = PreviewReason::freed;
        QCOMPARE(admin::reasonWord(one), u"原转到的窗口已经没有，由 3 号窗口叫"_s);
        one.boundWindow = 5;
        QCOMPARE(admin::reasonWord(one), u"原转到 5 号窗口，该窗口不在岗或不再办理，由 3 号窗口叫"_s);
        one.reason = PreviewReason::returned;
        QCOMPARE(admin::reasonWord(one), u"过号后回来，轮到了"_s);
        one.placesBack = 2;
        QCOMPARE(admin::reasonWord(one), u"过号后回来，已让 2 人先叫"_s);
        one.reason = PreviewReason::nobodyElse;
        QCOMPARE(admin::reasonWord(one), u"过号后应让 2 人先叫，但没有别人在等"_s);
    }
};

QTEST_MAIN(PreviewTest)
#include "previewtest.moc"
