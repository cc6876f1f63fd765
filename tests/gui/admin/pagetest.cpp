// SPDX-License-Identifier: GPL-3.0-or-later
// Saving, what somebody else saved meanwhile, deleting, and taking all of it back.
#include "apps/admin/editor/recordform.h"
#include "apps/admin/pages/auditwords.h"
#include "apps/admin/pages/recordpage.h"
#include "apps/admin/pages/stalenotice.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"
#include "shared/ui/widgets/undobar.h"
#include "tests/gui/admin/fakehall.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using admin::Record;

namespace {

struct Desk {
    test::FakeHall hall;
    admin::EditHistory history{hall.client()};
    admin::RecordPage page{u"部门"_s, {u"department"_s}, hall.client(), hall.account(), history};
    const admin::RecordKind& kind = *admin::recordKind(u"department"_s);

    Record stored(const QString& id = u"department-1"_s) {
        return kind.find(hall.replica(), id).value_or(Record());
    }
    /// All answered, and all events applied.
    bool settled() {
        return QTest::qWaitFor([this] { return !history.busy(); }) && hall.inStep();
    }
    void rename(const QString& name) {
        page.open(u"department-1"_s);
        page.form()->edit(u"name"_s, name);
        page.save();
    }
    [[nodiscard]] QString staleText() const {
        const auto* label = page.findChild<QLabel*>(u"stale-text"_s);
        return label->isVisibleTo(&page) ? label->text() : QString();
    }
};

} // namespace

class PageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAuditTrailSaysWhatChangedInTheWordsOfTheForms() {
        test::FakeHall hall;
        QVERIFY(hall.inStep());
        model::AuditEntry entry;
        entry.subjectKind = "staff";
        entry.detail = model::toJson(model::AuditChanges{.changes = {{"role", "clerk", "supervisor"},
                                                                     {"serviceDesk", "false", "true"},
                                                                     {"name", "", "", true},
                                                                     {"nameEn", "", "Zhao"}},
                                                         .more = 2});
        QCOMPARE(
            admin::auditDetail(entry, hall.replica()),
            u"角色：窗口人员 → 值班长；服务台：否 → 是；姓名：已修改；英文姓名：（空） → Zhao；另有 2 项"_s);
        entry.detail = "20261122"; // of another act
        QCOMPARE(admin::auditDetail(entry, hall.replica()), u"20261122"_s);
        entry.detail = "commandLine";
        QCOMPARE(admin::auditDetail(entry, hall.replica()), u"在服务器的命令行上"_s);
        entry.detail = "{broken";
        QCOMPARE(admin::auditDetail(entry, hall.replica()), u"{broken"_s);
    }

    void saveSendsTheVersionAndClearsTheMark() {
        Desk desk;
        QVERIFY(desk.page.open(u"department-1"_s));
        QVERIFY(!desk.page.dirty());
        desk.page.form()->edit(u"name"_s, u"新名"_s);
        QVERIFY(desk.page.dirty());
        desk.page.save();
        QVERIFY(desk.settled());
        QVERIFY(!desk.page.dirty());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"新名"_s);
    }

    void whatFollowsFromAChangeIsSaid() {
        Desk desk;
        desk.hall.note = "A 队列 12 人等候，无窗口可办";
        desk.rename(u"新名"_s);
        QVERIFY(desk.settled());
        const auto labels = desk.page.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains(u"A 队列 12 人等候，无窗口可办"_s);
        }));
    }

    void faultyRecordIsNotSent() {
        Desk desk;
        desk.hall.server().forgetAsked();
        desk.rename(u""_s);
        QVERIFY(desk.settled());
        QCOMPARE(desk.page.form()->faults().size(), 1);
        for (const QByteArray& asked : desk.hall.server().asked())
            QVERIFY2(!asked.startsWith("PUT"), asked.constData());
    }

    void undoAndRedoWalkThroughSavedChanges() {
        Desk desk;
        desk.rename(u"一"_s);
        QVERIFY(desk.settled());
        desk.rename(u"二"_s);
        QVERIFY(desk.settled());
        desk.history.undo();
        QVERIFY(desk.settled());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"一"_s);
        QCOMPARE(desk.page.form()->record().value(u"name"_s).toString(), u"一"_s);
        desk.history.undo();
        QVERIFY(desk.settled());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"部门1"_s);
        QVERIFY(!desk.history.canUndo());
        desk.history.redo();
        QVERIFY(desk.settled());
        desk.history.redo();
        QVERIFY(desk.settled());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"二"_s);
        QVERIFY(!desk.history.canRedo());
    }

    void undoRefusesWhatSomebodyElseChangedSince() {
        Desk desk;
        desk.rename(u"一"_s);
        QVERIFY(desk.settled());
        model::Department theirs =
            *desk.hall.replica().peek<model::Department>(model::DepartmentId{"department-1"});
        theirs.phone = "12345";
        desk.hall.changeElsewhere(theirs);
        QVERIFY(desk.settled());
        QString why;
        connect(&desk.history, &admin::EditHistory::failed, this,
                [&why](const QString& text) { why = text; });
        desk.history.undo();
        QVERIFY(desk.settled());
        QVERIFY(!why.isEmpty());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"一"_s);
        QCOMPARE(desk.stored().value(u"phone"_s).toString(), u"12345"_s);
    }

    void ofAListOnlyWhatWentAndCameIsSaid() {
        test::FakeHall hall;
        QVERIFY(hall.inStep());
        const auto& kind = *admin::recordKind(u"window"_s);
        admin::StaleNotice notice;
        const auto said = [&](const QVariantList& before, const QVariantList& now) {
            Record base = *kind.find(hall.replica(), u"window-1"_s);
            Record other = base;
            admin::setValueAt(base, u"itemIds"_s, before);
            admin::setValueAt(other, u"itemIds"_s, now);
            notice.showDifference(kind, base, other, hall.replica(), false);
            return notice.findChild<QLabel*>(u"stale-text"_s)->text().section(u'\n', 1);
        };
        QVERIFY2(said({u"item-1"_s, u"item-2"_s}, {u"item-1"_s}).endsWith(u":去掉「事项2」"_s),
                 qUtf8Printable(said({u"item-1"_s, u"item-2"_s}, {u"item-1"_s})));
        QVERIFY(said({u"item-1"_s}, {u"item-1"_s, u"item-2"_s}).endsWith(u":加上「事项2」"_s));
        QVERIFY(said({u"item-1"_s}, {u"item-2"_s}).endsWith(u":去掉「事项1」，加上「事项2」"_s));
        QVERIFY(said({u"item-1"_s, u"item-2"_s}, {u"item-2"_s, u"item-1"_s}).endsWith(u":次序变了"_s));
        QVariantList many;
        for (int i = 0; i < 200; ++i)
            many.append(u"item-that-is-gone-%1"_s.arg(i));
        QVERIFY(said(many, {}).size() < 100);
    }

    void staleRecordShowsWhatChangedAndKeepsBothEdits() {
        Desk desk;
        desk.page.open(u"department-1"_s);
        desk.page.form()->edit(u"name"_s, u"我的"_s);
        model::Department theirs =
            *desk.hall.replica().peek<model::Department>(model::DepartmentId{"department-1"});
        theirs.phone = "12345";
        desk.hall.changeElsewhere(theirs);
        QVERIFY(desk.settled());
        QVERIFY2(desk.staleText().contains(u"12345"), qUtf8Printable(desk.staleText()));
        desk.page.save(); // with the old version: refused
        QVERIFY(desk.settled());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"部门1"_s);
        QVERIFY(desk.page.dirty());
        desk.page.findChild<QPushButton*>(u"stale-keep"_s)->click();
        QCOMPARE(desk.staleText(), QString());
        desk.page.save();
        QVERIFY(desk.settled());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"我的"_s);
        QCOMPARE(desk.stored().value(u"phone"_s).toString(), u"12345"_s);
    }

    void recordNobodyEditsFollowsTheHall() {
        Desk desk;
        desk.page.open(u"department-1"_s);
        model::Department theirs =
            *desk.hall.replica().peek<model::Department>(model::DepartmentId{"department-1"});
        theirs.name = "改名";
        desk.hall.changeElsewhere(theirs);
        QVERIFY(desk.settled());
        QCOMPARE(desk.page.form()->record().value(u"name"_s).toString(), u"改名"_s);
        QCOMPARE(desk.staleText(), QString());
    }

    void recordInUseIsNotDeleted() {
        Desk desk;
        desk.page.open(u"department-1"_s);
        desk.page.removeRecord();
        QVERIFY(desk.settled());
        QVERIFY(!desk.stored().isEmpty());
    }

    void deletedRecordComesBackByUndo() {
        Desk desk;
        const Record before = desk.stored(u"department-2"_s);
        desk.page.open(u"department-2"_s);
        desk.page.removeRecord();
        QVERIFY(desk.settled());
        QVERIFY(desk.stored(u"department-2"_s).isEmpty());
        desk.history.undo();
        QVERIFY(desk.settled());
        const Record after = desk.stored(u"department-2"_s);
        QCOMPARE(admin::differingFields(desk.kind.fields(), before, after), QStringList());
        QVERIFY(!after.isEmpty());
    }

    void newRecordIsAddedAndTakenBack() {
        Desk desk;
        desk.page.addRecord();
        desk.page.form()->edit(u"name"_s, u"新部门"_s);
        desk.page.save();
        QVERIFY(desk.settled());
        QCOMPARE(desk.kind.all(desk.hall.replica()).size(), 3);
        desk.history.undo();
        QVERIFY(desk.settled());
        QCOMPARE(desk.kind.all(desk.hall.replica()).size(), 2);
    }

    void unsavedChangesAreNotLeftBehind() {
        Desk desk;
        desk.page.open(u"department-1"_s);
        desk.page.form()->edit(u"name"_s, u"半途"_s);
        QVERIFY(!desk.page.open(u"department-2"_s));
        QCOMPARE(desk.page.form()->record().value(u"name"_s).toString(), u"半途"_s);
        desk.page.revert();
        QVERIFY(desk.page.open(u"department-2"_s));
    }

    void escapeAsksBeforeAnythingIsGivenUp() {
        Desk desk;
        desk.page.setVisible(true);
        desk.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.page));
        desk.page.open(u"department-1"_s);
        desk.page.form()->edit(u"name"_s, u"半途"_s);
        auto* bar = desk.page.findChild<ui::UndoBar*>();
        QTest::keyClick(&desk.page, Qt::Key_Escape);
        QVERIFY(bar->isVisible());
        QCOMPARE(desk.page.form()->record().value(u"name"_s).toString(), u"半途"_s);
        QTest::keyClick(&desk.page, Qt::Key_Escape); // on with the work
        QVERIFY(!bar->isVisible());
        QVERIFY(desk.page.dirty());
        QTest::keyClick(&desk.page, Qt::Key_Escape);
        Q_EMIT bar->undo(); // "give them up"
        QVERIFY(!desk.page.dirty());
        QCOMPARE(desk.page.form()->record().value(u"name"_s).toString(), u"部门1"_s);
    }

    /// A page chosen in the sidebar leaves the focus there.
    void keysOfThePageActWhereverTheFocusIs() {
        Desk desk;
        QWidget window;
        QLineEdit outside(&window);
        desk.page.setParent(&window);
        window.show();
        window.activateWindow();
        outside.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        desk.page.open(u"department-1"_s);
        desk.page.form()->edit(u"name"_s, u"新名"_s);
        QTest::keyClick(&outside, Qt::Key_S, Qt::ControlModifier);
        QVERIFY(desk.settled());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"新名"_s);
        QTest::keyClick(&outside, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(desk.page.findChild<QLineEdit*>(u"filter"_s)->hasFocus());
        outside.setFocus();
        desk.page.hide(); // another page is shown
        QTest::keyClick(&outside, Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(desk.page.describe().value(u"record"_s).toString(), u"department-1"_s);
        desk.page.setVisible(true);
        QTest::keyClick(&outside, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk.page.dirty());
        desk.page.setParent(nullptr);
    }

    void onesOwnUndoIsNobodyElses() {
        Desk desk;
        desk.rename(u"一"_s);
        QVERIFY(desk.settled());
        desk.page.form()->edit(u"phone"_s, u"123"_s);
        desk.page.undo(); // not while something unsaved stands on it
        QVERIFY(desk.settled());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"一"_s);
        desk.page.revert();
        desk.page.undo();
        desk.page.form()->edit(u"phone"_s, u"123"_s); // typed before the answer
        QVERIFY(desk.settled());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"部门1"_s);
        QVERIFY2(!desk.staleText().contains(u"别人"), qUtf8Printable(desk.staleText()));
        QVERIFY(desk.staleText().contains(u"撤销"));
        QCOMPARE(desk.page.form()->record().value(u"phone"_s).toString(), u"123"_s);
    }

    void whatIsTypedDuringASaveStays() {
        Desk desk;
        desk.rename(u"一"_s);
        desk.page.form()->edit(u"phone"_s, u"123"_s);
        QVERIFY(desk.settled());
        QCOMPARE(desk.stored().value(u"name"_s).toString(), u"一"_s);
        QVERIFY(desk.page.dirty());
        QCOMPARE(desk.page.form()->record().value(u"phone"_s).toString(), u"123"_s);
        QCOMPARE(desk.staleText(), QString());
    }

    void serverAwayKeepsWhatWasTyped() {
        Desk desk;
        desk.page.open(u"department-1"_s);
        desk.hall.server().command = [](const sync::HttpRequest&) {
            return sync::HttpResponse{.status = 403, .headers = {}, .body = {}, .failure = {}};
        };
        desk.page.form()->edit(u"name"_s, u"我的"_s);
        desk.page.save();
        QVERIFY(desk.settled());
        QVERIFY(desk.page.dirty());
        QCOMPARE(desk.page.form()->record().value(u"name"_s).toString(), u"我的"_s);
    }
};

QTEST_MAIN(PageTest)
#include "pagetest.moc"
