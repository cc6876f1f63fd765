// SPDX-License-Identifier: GPL-3.0-or-later
// Lists say how much of the whole they show: the audit trail, and the records of a kind.
#include "apps/admin/editor/deviceextra.h"
#include "apps/admin/editor/recordform.h"
#include "apps/admin/editor/recordlist.h"
#include "apps/admin/editor/rowdelegate.h"
#include "apps/admin/pages/auditpage.h"
#include "apps/admin/pages/auditwords.h"
#include "shared/model/adminapi.h"
#include "shared/model/json.h"
#include "shared/model/staff.h"
#include "shared/model/ticket.h"
#include "tests/gui/admin/fakehall.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;

namespace {

constexpr qint64 kTrail = 730;

/// The trail as the server gives it: newest first, at most 500 at once, before a number. Every hundredth
/// entry is about window-1.
sync::HttpResponse trail(const sync::HttpRequest& request) {
    const QUrlQuery query(QString::fromLatin1(request.path.split('?').value(1)));
    const qint64 before =
        query.hasQueryItem(u"before"_s) ? query.queryItemValue(u"before"_s).toLongLong() : kTrail + 1;
    const qint64 limit = std::min<qint64>(500, query.queryItemValue(u"limit"_s).toLongLong());
    model::AuditPage page;
    for (qint64 at = before - 1; at > 0 && before - at <= limit; --at) {
        model::AuditEntry entry;
        entry.sequence = at;
        entry.hallId = model::HallId("hall");
        entry.staffId = model::StaffId("staff-1");
        entry.action = "record.put";
        entry.subjectKind = at % 100 == 0 ? "window" : "queue";
        entry.subjectId = at % 100 == 0 ? "window-1" : "queue-1";
        page.entries.push_back(entry);
    }
    return {
        .status = 200, .headers = {}, .body = QByteArray::fromStdString(model::toJson(page)), .failure = {}};
}

} // namespace

class ListsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFilterOfTheTrailSaysWhereItLooked() {
        test::FakeHall hall;
        hall.server().command = trail;
        admin::AuditPage page(hall.client(), hall.account());
        page.resize(1400, 800);
        page.show();
        const auto* words = page.findChild<QLabel*>(u"audit-words"_s);
        auto* filter = page.findChild<QLineEdit*>(u"filter"_s);
        auto* all = page.findChild<QPushButton*>(u"audit-all"_s);
        QTRY_COMPARE(words->text(), u"已载入最近的 100 条"_s);
        QVERIFY(!all->isVisible());
        filter->setText(u"窗口1"_s);
        QCOMPARE(words->text(), u"在已载入的 100 条中找到 1 条"_s);
        QVERIFY(all->isVisible());
        QTest::keyClick(filter, Qt::Key_Return); // the rest, too
        QTRY_COMPARE(words->text(), u"找到 7 条 / 共 730 条"_s);
        QVERIFY(!all->isVisible());
        QCOMPARE(page.findChild<QTableWidget*>()->rowCount(), static_cast<int>(kTrail));
        filter->clear();
        QCOMPARE(words->text(), u"共 730 条"_s);
    }

    void theTrailSaysNamesAndNotNumbersOfRecords() {
        test::FakeHall hall;
        model::AuditEntry entry;
        entry.staffId = model::StaffId("staff-2");
        entry.deviceId = model::DeviceId("3f2a-gone");
        QCOMPARE(admin::auditPerson(entry, hall.replica()), u"人员2 · 设备（已删除）"_s);
        const auto subject = [&](const char* kind, const char* id) {
            entry.subjectKind = kind;
            entry.subjectId = id;
            return admin::auditSubject(entry, hall.replica());
        };
        QVERIFY(subject("queue", "queue-2").endsWith(u"队列2"));
        for (const char* kind : {"queue", "ticket", "alarm", "media", "person"}) {
            const QString words = subject(kind, "0192f3aa-5c1e");
            QVERIFY2(!words.isEmpty() && !words.contains(u"0192"), qUtf8Printable(words));
        }
        const auto detail = [&](const char* action, const char* text) {
            entry.action = action;
            entry.detail = text;
            return admin::auditDetail(entry, hall.replica());
        };
        QVERIFY(detail("session.open", "window-1").contains(u"窗口1"));
        QCOMPARE(detail("window.takeOver", "staff-1"), u"原先是 人员1"_s);
        QCOMPARE(detail("day.close", "20261122"), u"2026-11-22"_s);
    }

    void aFilteredListSaysOfHowMany() {
        test::FakeHall hall;
        admin::RecordList list(*admin::recordKind(u"department"_s), hall.client());
        const auto* count = list.findChild<QLabel*>(u"record-count"_s);
        QVERIFY(count->text().contains(u'2'));
        list.findChild<QLineEdit*>(u"filter"_s)->setText(u"部门2"_s); // it hangs below 部门1
        QCOMPARE(count->text(), u"显示 1 / 共 2"_s);
    }

    void aDeviceSaysWhetherItIsThere() {
        test::FakeHall hall;
        admin::RecordList list(*admin::recordKind(u"device"_s), hall.client());
        const auto hint = [&list] {
            list.refresh();
            return list.findChild<QTreeView*>()
                ->model()
                ->index(0, 0)
                .data(admin::RowDelegate::kHint)
                .toString();
        };
        QVERIFY2(hint().startsWith(u"未登记"), qUtf8Printable(hint()));
        auto device = *hall.replica().peek<model::Device>(model::DeviceId("device-1"));
        device.enrolled = true;
        device.version = hall.server().seq() + 1;
        model::DeviceStatus status;
        status.id = model::RecordId("device-1");
        status.hallId = model::HallId("hall");
        status.deviceId = device.id;
        status.online = true;
        hall.server().publish("recordChanged", {test::put(device), test::put(status)});
        QVERIFY(hall.inStep());
        QVERIFY2(hint().startsWith(u"在线"), qUtf8Printable(hint()));
        status.online = false;
        status.version = hall.server().seq() + 1;
        hall.server().publish("deviceChanged", {test::put(status)});
        QVERIFY(hall.inStep());
        QVERIFY2(hint().startsWith(u"不在线"), qUtf8Printable(hint()));
    }

    void aDeviceIsRevokedByTwoPressesInARow() {
        test::FakeHall hall;
        QList<QByteArray> asked;
        hall.server().command = [&](const sync::HttpRequest& request) {
            if (!request.path.endsWith("/revoke"))
                return trail(request);
            asked.append(request.path);
            return sync::HttpResponse{.status = 204, .headers = {}, .body = {}, .failure = {}};
        };
        admin::DeviceExtra extra(hall.client(), hall.account(), nullptr);
        admin::Record record = *admin::recordKind(u"device"_s)->find(hall.replica(), u"device-1"_s);
        record.insert(u"enrolled"_s, true);
        extra.setRecord(record, false);
        extra.show();
        QVERIFY(QTest::qWaitForWindowActive(&extra));
        auto* revoke = extra.findChild<QPushButton*>(u"device-revoke"_s);
        const auto armed = [revoke] { return revoke->text().contains(u"再按一次"_s); };
        const auto arm = [&] {
            revoke->click();
            return armed();
        };
        QVERIFY(!armed());
        QVERIFY(arm());
        QTest::keyClick(revoke, Qt::Key_Escape); // any other key
        QVERIFY(!armed());
        QVERIFY(arm());
        extra.findChild<QPushButton*>(u"device-code"_s)->setFocus(); // looked elsewhere
        QVERIFY(!armed());
        QVERIFY(arm());
        extra.hide(); // another page
        extra.show();
        QVERIFY(!armed());
        QVERIFY(arm());
        QTRY_VERIFY_WITH_TIMEOUT(!armed(), 60'000); // by itself
        QVERIFY(asked.isEmpty());
        QVERIFY(arm());
        QTest::keyClick(revoke, Qt::Key_Space);
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(!armed());
    }

    void aPersonIsErasedByTicketOrDocument() {
        test::FakeHall hall;
        model::Ticket ticket;
        ticket.id = model::TicketId("ticket-7");
        ticket.hallId = model::HallId("hall");
        ticket.day = hall.server().day;
        ticket.number = "A0007";
        hall.server().publish("ticketIssued", {test::put(ticket)});
        QVERIFY(hall.inStep());
        QList<QByteArray> asked;
        bool known = true;
        hall.server().command = [&](const sync::HttpRequest& request) {
            if (!request.path.endsWith("/persons/erase"))
                return trail(request);
            asked.append(request.body);
            return sync::HttpResponse{
                .status = 200,
                .headers = {},
                .body = QByteArray::fromStdString(model::toJson(model::ErasureAnswer{known})),
                .failure = {}};
        };
        admin::AuditPage page(hall.client(), hall.account());
        page.show();
        auto* panel = page.findChild<QWidget*>(u"erase-panel"_s);
        QVERIFY(!panel->isVisible());
        page.findChild<QPushButton*>(u"erase-person"_s)->click();
        QVERIFY(panel->isVisible());
        auto* number = page.findChild<QLineEdit*>(u"erase-number"_s);
        const auto* words = page.findChild<QLabel*>(u"erase-words"_s);
        const auto enter = [number] { QTest::keyClick(number, Qt::Key_Return); };
        enter();
        QVERIFY(words->text().contains(u"请先填写"));
        number->setText(u"A0008"_s);
        enter();
        QVERIFY(words->text().contains(u"没有这个号码"));
        number->setText(u"a0007"_s);
        enter(); // says what will go
        QVERIFY(words->text().contains(u"密钥"));
        QVERIFY(asked.isEmpty());
        QTest::keyClick(number, Qt::Key_Escape);
        QVERIFY(!words->text().contains(u"密钥"));
        enter();
        enter();
        QTRY_VERIFY(words->text().contains(u"已删除"));
        QCOMPARE(asked.size(), 1);
        QVERIFY2(asked[0].contains("\"ticketId\":\"ticket-7\""), asked[0].constData());
        QCOMPARE(number->text(), QString()); // nothing of the person stays on the screen
        // By a document, and nobody is there.
        known = false;
        page.findChild<QComboBox*>(u"erase-by"_s)->setCurrentIndex(1);
        number->setText(u"11010519491231002x"_s);
        enter();
        enter();
        QTRY_VERIFY(words->text().contains(u"没有可删的"));
        QVERIFY2(asked[1].contains("11010519491231002X"), asked[1].constData());
        QTest::keyClick(number, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        // An error is said, and what was keyed in stays to be mended.
        hall.server().command = [](const sync::HttpRequest&) {
            return sync::HttpResponse{.status = 403, .headers = {}, .body = {}, .failure = {}};
        };
        page.findChild<QPushButton*>(u"erase-person"_s)->click();
        number->setText(u"A0007"_s);
        enter();
        enter();
        QTRY_VERIFY(words->text().contains(u"没有删除"));
        QCOMPARE(number->text(), u"A0007"_s);
        // Until the page is left, or somebody else signs in.
        page.hide();
        QCOMPARE(number->text(), QString());
        page.show();
        QVERIFY(!panel->isVisible());
    }

    void onesOwnRecordFitsBesideItsList() {
        test::FakeHall hall;
        const auto* kind = admin::recordKind(u"staff"_s);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        QVERIFY(hall.account().session().has_value());
        const QString self = QString::fromStdString(hall.account().session()->staff.id.value);
        admin::Record record = *kind->find(hall.replica(), u"staff-1"_s);
        record.insert(u"id"_s, self);
        form.setRecord(record, false);
        form.resize(640, 700); // what a window of 1440 leaves
        form.show();
        QVERIFY(form.findChild<QLineEdit*>(u"old-password"_s)->isVisibleTo(&form));
        const auto* area = form.findChild<QScrollArea*>();
        QTRY_COMPARE(area->widget()->width(), area->viewport()->width());
    }

    void whatIsOnlyToldLooksNotLikeAField() {
        test::FakeHall hall;
        const auto* kind = admin::recordKind(u"device"_s);
        admin::RecordForm form(*kind, hall.client(), hall.account());
        admin::Record record = *kind->find(hall.replica(), u"device-1"_s);
        record.insert(u"address"_s, u"10.0.0.7"_s);
        form.setRecord(record, false);
        const auto* address = form.findChild<QLineEdit*>(u"field-address"_s);
        QVERIFY(address->isReadOnly());
        QCOMPARE(address->property("kind").toString(), u"told"_s);
        QCOMPARE(address->text(), u"10.0.0.7"_s);
        QCOMPARE(form.editedFields(), QStringList());
    }
};

QTEST_MAIN(ListsTest)
#include "liststest.moc"
