// SPDX-License-Identifier: GPL-3.0-or-later
// The page of appointments: a day's times, booking by telephone, finding and cancelling.
#include "apps/admin/appointments/appointmentspage.h"
#include "apps/admin/appointments/slottable.h"
#include "shared/model/appointmentapi.h"
#include "shared/model/json.h"
#include "shared/ui/appkit/halltime.h"
#include "shared/ui/widgets/widgettheme.h"
#include "tests/gui/admin/fakehall.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace atrium;
using model::AppointmentState;
using model::SlotState;

namespace {

constexpr int kNine = 540;

sync::HttpResponse answer(int status, const std::string& body) {
    return {.status = status, .headers = {}, .body = QByteArray::fromStdString(body), .failure = {}};
}

model::AppointmentView booked(const std::string& id, int from, const std::string& code) {
    model::AppointmentView view;
    view.appointment.id = model::AppointmentId(id);
    view.appointment.queueId = model::QueueId("queue-1");
    view.appointment.itemId = model::ServiceItemId("item-1");
    view.appointment.day = {20251124};
    view.appointment.from = {from};
    view.appointment.to = {from + 30};
    view.appointment.code = code;
    view.holderName = "欧阳**";
    view.holderNumber = "1101**********849X";
    return view;
}

/// The page before a server with one queue that takes two bookings each half an hour.
struct Desk {
    test::FakeHall hall;
    std::vector<model::AppointmentView> known{booked("a1", kNine, "12345678")};
    model::BookingDayState state = model::BookingDayState::open;
    std::optional<model::Problem> refusal; ///< of the next booking
    QByteArray posted;                     ///< the last body
    QByteArray asked;                      ///< the last question for times
    std::unique_ptr<admin::AppointmentsPage> page;

    Desk() {
        auto queue = *hall.replica().peek<model::Queue>(model::QueueId("queue-1"));
        queue.slotCapacity = 2;
        queue.version = hall.server().seq() + 1;
        hall.server().publish("recordChanged", {test::put(queue)});
        hall.inStep();
        hall.server().command = [this, usual = hall.server().command](const sync::HttpRequest& request) {
            const QByteArray path = request.path.split('?').constFirst();
            if (path.endsWith("/slots"))
                return times(request.path);
            if (path.endsWith("/cancel"))
                return cancelled(request.body);
            if (!path.endsWith("/appointments"))
                return usual(request);
            if (request.method == "POST")
                return made(request.body);
            return answer(200, model::toJson(model::AppointmentList{known}));
        };
        page = std::make_unique<admin::AppointmentsPage>(hall.client(), hall.account());
        page->resize(1134, 760);
        page->findChild<QDateEdit*>(u"appointments-day"_s)->setDate(QDate(2025, 11, 24));
        page->show();
    }
    sync::HttpResponse times(const QByteArray& path) {
        asked = path;
        model::SlotList list;
        list.queueId = model::QueueId("queue-1");
        list.day = {QByteArray(path.mid(path.indexOf("day=") + 4)).toInt()};
        list.state = state;
        list.booked = static_cast<int>(known.size());
        list.quota = 20;
        if (state == model::BookingDayState::closed) {
            list.dayName = "国庆节";
            list.dayNameEn = "National Day";
            return answer(200, model::toJson(list));
        }
        for (int i = 0; i < 6; ++i) {
            model::Slot slot{.from = {kNine + i * 30}, .to = {kNine + i * 30 + 30}, .capacity = 2};
            slot.booked = i % 3;
            slot.free = 2 - slot.booked;
            slot.state = slot.free > 0 ? SlotState::free : SlotState::full;
            list.times.push_back(slot);
        }
        return answer(200, model::toJson(list));
    }
    sync::HttpResponse made(const QByteArray& body) {
        posted = body;
        if (refusal)
            return answer(refusal->status, model::toJson(*refusal));
        known.push_back(booked("a2", kNine, "87654321"));
        return answer(201, model::toJson(known.back()));
    }
    sync::HttpResponse cancelled(const QByteArray& body) {
        posted = body;
        known[0].appointment.state = AppointmentState::cancelled;
        return answer(200, model::toJson(known[0]));
    }
    template <class T> T* part(const char* name) const {
        return page->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QTableWidget& list() const { return *part<QTableWidget>("appointments-list"); }
    [[nodiscard]] admin::SlotTable& slotTable() const { return *part<admin::SlotTable>("slots"); }
    bool ready(int rows) const {
        return QTest::qWaitFor([&] { return list().rowCount() == rows && slotTable().rowCount() == 6; });
    }
    void name(const QString& who, const QString& number) const {
        part<QLineEdit>("booking-name")->setText(who);
        QTest::keyClicks(part<QLineEdit>("booking-number"), number);
    }
    void grab(const QString& name) const {
        const QString folder = qEnvironmentVariable("ATRIUM_PICTURES");
        if (!folder.isEmpty())
            page->grab().save(folder + u'/' + name + u".png"_s);
    }
};

} // namespace

class AppointmentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyWidgetTheme(*qApp, ui::ThemeId::governmentBlue); }

    void aDayShowsItsTimesAndWhoIsBooked() {
        const Desk desk;
        QVERIFY(desk.ready(1));
        QCOMPARE(desk.asked, QByteArray("/api/v1/queues/queue-1/slots?day=20251124"));
        QCOMPARE(desk.slotTable().item(0, 0)->text(), u"9:00–9:30"_s);
        QCOMPARE(desk.slotTable().item(1, 1)->text(), u"1 / 2"_s);
        QCOMPARE(desk.slotTable().item(2, 2)->text(), u"约满"_s);
        QCOMPARE(desk.list().item(0, 0)->text(), u"9:00–9:30"_s);
        QVERIFY(desk.list().item(0, 1)->text().contains(u"欧阳**"_s));
        QCOMPARE(desk.list().item(0, 3)->text(), u"1234 5678"_s);
        QVERIFY(desk.part<QLabel>("appointments-day-words")->text().contains(u"已约 1 / 20"_s));
        desk.grab(u"admin-appointments"_s);
    }

    void aHolidayIsNamed() {
        Desk desk;
        QVERIFY(desk.ready(1));
        desk.state = model::BookingDayState::closed;
        QTest::mouseClick(desk.part<QPushButton>("appointments-next"), Qt::LeftButton);
        QTRY_COMPARE(desk.slotTable().rowCount(), 0);
        QVERIFY(desk.asked.endsWith("day=20251125"));
        const QString words = desk.part<QLabel>("appointments-day-words")->text();
        QVERIFY2(words.contains(u"国庆节"_s) && words.contains(u"不办公"_s), qPrintable(words));
    }

    void whoCallsIsBookedAndTheCodeIsReadOut() {
        Desk desk;
        QVERIFY(desk.ready(1));
        auto* go = desk.part<QPushButton>("booking-go");
        desk.name(u"欧阳明华"_s, u"11010519900307849x"_s);
        QVERIFY(!go->isEnabled()); // no time is chosen
        desk.slotTable().selectRow(2);
        QVERIFY(!go->isEnabled()); // that one is full
        desk.slotTable().selectRow(1);
        QVERIFY(go->isEnabled());
        QTest::mouseClick(go, Qt::LeftButton);
        QVERIFY(desk.ready(2));
        QTRY_VERIFY(!desk.posted.isEmpty());
        const auto sent = model::fromJson<model::BookingRequest>(desk.posted.toStdString());
        QVERIFY2(sent.has_value(), desk.posted.constData());
        const auto& request = *sent;
        QCOMPARE(request.itemId.value, std::string("item-1"));
        QCOMPARE(request.day.value, 20251124);
        QCOMPARE(request.from.value, kNine + 30);
        QCOMPARE(request.identity->number, std::string("11010519900307849X"));
        QCOMPARE(request.identity->name, std::string("欧阳明华"));
        QVERIFY(desk.part<QLabel>("booking-words")->text().contains(u"8765 4321"_s));
        QVERIFY(desk.part<QLineEdit>("booking-number")->text().isEmpty());
        QVERIFY(desk.slotTable().chosen().has_value()); // for the next caller
        desk.grab(u"admin-appointments-booked"_s);
    }

    void aRefusalIsSaidAndWhatWasKeyedStays() {
        Desk desk;
        QVERIFY(desk.ready(1));
        model::Problem problem;
        problem.status = 409;
        problem.code = model::ErrorCode::quotaReached;
        problem.detail = "这个时段已约满，请选择其他时段";
        desk.refusal = problem;
        desk.slotTable().selectRow(0);
        desk.name(u"李"_s, u"11010519900307849X"_s);
        QTest::mouseClick(desk.part<QPushButton>("booking-go"), Qt::LeftButton);
        QTRY_VERIFY(!desk.part<QLabel>("booking-words")->text().isEmpty());
        QCOMPARE(desk.part<QLineEdit>("booking-number")->text(), u"11010519900307849X"_s);
    }

    void oneIsCancelledWithAReason() {
        Desk desk;
        QVERIFY(desk.ready(1));
        auto* cancel = desk.part<QPushButton>("appointments-cancel");
        desk.list().selectRow(0);
        QVERIFY(!cancel->isEnabled()); // why?
        QTest::keyClicks(desk.part<QLineEdit>("appointments-reason"), u"called off"_s);
        QVERIFY(cancel->isEnabled());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_COMPARE(desk.list().item(0, 4)->text(), u"已取消"_s);
        QVERIFY(desk.posted.contains("called off"));
        QTRY_VERIFY(!cancel->isEnabled());
    }

    void oneIsFoundByCodeOrName() {
        Desk desk;
        desk.known.push_back(booked("a3", kNine + 30, "22223333"));
        desk.known.back().holderName = "王**";
        QVERIFY(desk.ready(2) || desk.ready(1));
        desk.part<QComboBox>("appointments-queue")->currentIndexChanged(0);
        QVERIFY(desk.ready(2));
        auto* filter = desk.part<QLineEdit>("appointments-filter");
        filter->setText(u"22223333"_s);
        QVERIFY(desk.list().isRowHidden(0) && !desk.list().isRowHidden(1));
        filter->setText(u"欧阳"_s);
        QVERIFY(!desk.list().isRowHidden(0) && desk.list().isRowHidden(1));
    }

    void whatWasKeyedOfAPersonIsClearedWhenThePageIsLeft() {
        Desk desk;
        QVERIFY(desk.ready(1));
        desk.name(u"李"_s, u"11010519900307849X"_s);
        desk.page->hide();
        QVERIFY(desk.part<QLineEdit>("booking-number")->text().isEmpty());
        QVERIFY(desk.part<QLineEdit>("booking-name")->text().isEmpty());
    }
};

QTEST_MAIN(AppointmentsTest)
#include "appointmentstest.moc"
