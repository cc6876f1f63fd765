// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/kiosk/walk.h"

#include "shared/model/appointmentapi.h"

namespace atrium::kiosk {

using namespace Qt::Literals::StringLiterals;

namespace {

sync::HttpResponse answer(int status, const std::string& body) {
    return {.status = status, .headers = {}, .body = QByteArray::fromStdString(body), .failure = {}};
}

devices::IdCard card() {
    devices::IdCard out;
    out.name = "欧阳上官云";
    out.idNumber = "11010519900307849X";
    return out;
}

/// One of another day, and one whose number was taken.
model::AppointmentList appointments() {
    model::AppointmentView view;
    view.appointment.id = model::AppointmentId("a1");
    view.appointment.itemId = model::ServiceItemId("item-company-formation");
    view.appointment.day = {20251124};
    view.appointment.from = {540};
    view.appointment.to = {570};
    view.holderName = "欧阳上**";
    view.holderNumber = "1101**********849X";
    model::AppointmentList out{{view, view}};
    out.appointments[1].appointment.id = model::AppointmentId("a2");
    out.appointments[1].appointment.day = {20251122};
    out.appointments[1].appointment.state = model::AppointmentState::redeemed;
    out.appointments[1].number = "A0012";
    return out;
}

} // namespace

std::unique_ptr<test::Scene> screenOf(Bench& bench, ui::Enrolment& enrolment, QSize size) {
    return std::make_unique<test::Scene>(ui::QuickAppOptions{.catalogue = u"kiosk"_s},
                                         u"qrc:/qt/qml/Atrium/Kiosk/Main.qml"_s,
                                         QVariantMap{{u"kiosk"_s, QVariant::fromValue(bench.kiosk.get())},
                                                     {u"enrolment"_s, QVariant::fromValue(&enrolment)},
                                                     {u"everyPage"_s, false}},
                                         size);
}

Walk::Walk(QSize size) {
    auto ownReader = std::make_unique<test::FakeReader>();
    auto ownPrinter = std::make_unique<SlowPrinter>();
    bench.reader = ownReader.get();
    bench.printer = printer = ownPrinter.get();
    kiosk().devices()->adopt(std::move(ownReader), std::move(ownPrinter),
                             std::make_unique<test::FakeScanner>());
    bench.server->command = [](const sync::HttpRequest& request) {
        const auto issue = model::fromJson<model::IssueRequest>(request.body.toStdString());
        if (request.path.endsWith("/tickets/lookup")) {
            model::LookupResponse found;
            found.tickets.push_back(ticketFor(model::ServiceItemId("item-company-formation")));
            found.tickets.push_back(found.tickets.back());
            auto& passed = found.tickets.back().ticket;
            passed.id = model::TicketId("t2");
            passed.number = "A0098";
            passed.state = model::TicketState::noShow;
            passed.noShows = 1;
            return answer(200, model::toJson(found));
        }
        if (request.path.endsWith("/appointments/lookup"))
            return answer(200, model::toJson(appointments()));
        return request.path.endsWith("/tickets") && issue
                   ? answer(201, model::toJson(ticketFor(issue->itemId)))
                   : answer(204, {});
    };
    enrolment = std::make_unique<ui::Enrolment>(*bench.client, false);
    scene = screenOf(bench, *enrolment, size);
}

void Walk::take() const {
    kiosk().goHome();
    kiosk().openDepartments();
    kiosk().chooseItem(u"item-company-formation"_s);
}

void Walk::fail(model::ErrorCode why) const {
    kiosk().goHome();
    Q_EMIT kiosk().lookup()->refused({why, {}, std::string()});
}

namespace {

void sendMessages(Walk& walk) {
    auto hall = walk.bench.client->replica().all<model::Hall>().front();
    hall.messages.active = true;
    hall.version = walk.bench.server->seq() + 1;
    walk.bench.server->publish("recordChanged", {test::put(hall)});
    QTRY_VERIFY(walk.bench.client->replica().all<model::Hall>().front().messages.active);
}

void keyPhone(Kiosk& kiosk, const QString& number) {
    for (const QChar one : number)
        kiosk.phone()->type(QString(one));
    kiosk.confirmPhone();
}

} // namespace

const std::vector<Step>& steps() {
    static const std::vector<Step> all{
        {"home", [](Walk&, Kiosk& k) { k.leave(); }},
        {"departments", [](Walk&, Kiosk& k) { k.openDepartments(); }},
        {"subDepartments", [](Walk&, Kiosk& k) { k.openDepartment(u"dept-social"_s); }},
        {"items", [](Walk&, Kiosk& k) { k.openDepartment(u"dept-social-insurance"_s); }},
        {"items",
         [](Walk&, Kiosk& k) { k.goHome(), k.openDepartments(), k.openDepartment(u"dept-market"_s); }},
        {"identity", [](Walk&, Kiosk& k) { k.chooseItem(u"item-passport"_s); }},
        {"keyIdentity",
         [](Walk&, Kiosk& k) { k.openKeyIdentity(), k.visitor()->type(u"1"_s), k.confirmKeyed(); }},
        // Its keys stand above what is said of a card.
        {"keyIdentity",
         [](Walk&, Kiosk& k) { Q_EMIT k.devices()->cardFailed(devices::CardFault::unreadable); }},
        {"search", [](Walk&, Kiosk& k) { k.openSearch(); }},
        {"guideText",
         [](Walk&, Kiosk& k) {
             k.goHome(), k.openGuides(), k.openDepartment(u"dept-market"_s);
             k.chooseItem(u"item-company-formation"_s);
         }},
        {"floors", [](Walk&, Kiosk& k) { k.goHome(), k.openFloors(); }},
        {"lookup", [](Walk&, Kiosk& k) { k.goHome(), k.openLookup(); }},
        {"lookupResult", [](Walk&, Kiosk& k) { k.lookup()->findByCode(u"http://hall/t/t1.1.00"_s); }},
        {"lookup", [](Walk&, Kiosk& k) { k.goHome(), k.openLookup(); }},
        // Found by one's card: it may be given back, after a question.
        {"lookupResult", [](Walk&, Kiosk& k) { Q_EMIT k.devices()->cardRead(card()); }},
        {"lookupResult", [](Walk&, Kiosk& k) { k.lookup()->askCancel(u"A0127"_s); }},
        {"appointment",
         [](Walk&, Kiosk& k) { k.goHome(), k.openAppointments(), k.appointments()->type(u"1"_s); }},
        {"appointmentResult", [](Walk&, Kiosk& k) { k.appointments()->findByCode(u"12345678"_s); }},
        {"printing", [](Walk& w, Kiosk&) { w.printer->slow = true, w.take(); }},
        {"ticket", [](Walk& w, Kiosk&) { w.printer->release(); }},
        {"code", [](Walk&, Kiosk& k) { k.takeAnother(), k.takeOnScreen(); }},
        // The printer failed: the code is offered, to keep or to discard.
        {"code",
         [](Walk& w, Kiosk&) {
             w.printer->next = {devices::PrintOutcome::failed, devices::PrintFault::paperOut};
             w.take();
         }},
        {"noPaper", [](Walk& w, Kiosk& k) { k.discardCode(), w.printer->empty = true, w.take(); }},
        {"error", [](Walk& w, Kiosk&) { w.fail(model::ErrorCode::unavailable); }},
        {"error", [](Walk& w, Kiosk&) { w.fail(model::ErrorCode::tooManyOpenTickets); }},
        {"phone",
         [](Walk& w, Kiosk&) {
             w.printer->empty = false;
             w.printer->become(devices::DeviceState::ready);
             w.printer->next = {devices::PrintOutcome::printed, devices::PrintFault::none};
             sendMessages(w);
             w.take();
         }},
        {"phone", [](Walk&, Kiosk& k) { keyPhone(k, u"12812341234"_s); }},
        {"ticket", [](Walk&, Kiosk& k) { k.phone()->clear(), keyPhone(k, u"13812341234"_s); }},
        {"quiet", [](Walk&, Kiosk& k) { k.leave(), Q_EMIT k.idle()->expired(); }},
    };
    return all;
}

} // namespace atrium::kiosk
