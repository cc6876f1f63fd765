// SPDX-License-Identifier: GPL-3.0-or-later
// Appointments from the telephone to the ticket, with a clock that waits for the test.
#include "server/services/appointments/routes.h"
#include "server/store/reach.h"
#include "shared/model/appointmentapi.h"
#include "shared/model/json.h"
#include "tests/unit/server/services/servicesfixture.h"

#include <gmock/gmock.h>

namespace atrium::services::testing {

using model::AppointmentState;
using model::TicketState;
using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

namespace {

const std::string kLi = R"({"kind":"citizenId","number":"11010519491231002X","name":"李建国"})";
const std::string kWang = R"({"kind":"citizenId","number":"440524188001010014","name":"王秀英"})";
constexpr int kSunday = 20261122; // today, 10:00

} // namespace

class Appointments : public ServicesTest {
protected:
    void SetUp() override {
        hasGateway = true;
        ServicesTest::SetUp();
        addSlotRoutes(*routes, *services);
        addAppointmentRoutes(*routes, *services);
        addTakingUpRoutes(*routes, *services);
        changeQueue([](model::Queue& queue) {
            queue.slotCapacity = 1;
            queue.bookingCutoffMinutes = 0;
        });
        caller = at("tool", "admin");
        kiosk = at("kiosk");
    }
    void changeQueue(const std::function<void(model::Queue&)>& how) {
        auto queue = hall->setup()->config.queues.begin()->second;
        how(queue);
        put(store::put(queue));
    }
    void put(store::Change change) {
        writer
            ->run({},
                  [&](WriteContext& context) -> model::Result<Outcome> {
                      context.record("recordChanged", {change});
                      return Outcome{};
                  })
            .value();
    }
    [[nodiscard]] http::Response tryBook(const std::string& identity, int hour, int minute = 0,
                                         int day = kSunday) const {
        return ask("POST", "/api/v1/appointments", caller,
                   R"({"itemId":"item","day":)" + std::to_string(day) + R"(,"from":)" +
                       std::to_string(hour * 60 + minute) + R"(,"identity":)" + identity + "}");
    }
    [[nodiscard]] model::AppointmentView book(const std::string& identity, int hour, int minute = 0,
                                              int day = kSunday) const {
        const auto answer = tryBook(identity, hour, minute, day);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return model::fromJson<model::AppointmentView>(answer.body).value();
    }
    [[nodiscard]] http::Response redeem(const model::AppointmentView& view, const std::string& proof) const {
        return ask("POST", "/api/v1/appointments/" + view.appointment.id.value + "/redeem", kiosk,
                   R"({"paper":false,)" + proof + "}");
    }
    [[nodiscard]] model::AppointmentList lookUp(const std::string& proof) const {
        const auto answer = ask("POST", "/api/v1/appointments/lookup", kiosk, "{" + proof + "}");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return model::fromJson<model::AppointmentList>(answer.body).value();
    }
    [[nodiscard]] AppointmentState stateOf(const model::AppointmentView& view) const {
        return hall->read([&](const HallState& state) {
            return state.appointments.appointments.at(view.appointment.id).state;
        });
    }
    [[nodiscard]] static model::Ticket ticketIn(const http::Response& answer) {
        EXPECT_EQ(answer.status, 201) << answer.body;
        return model::fromJson<model::TicketView>(answer.body).value().ticket;
    }
    [[nodiscard]] static std::string codeOf(const model::AppointmentView& view) {
        return R"("code":")" + view.appointment.code + "\"";
    }
    [[nodiscard]] static std::string cardOf(const std::string& identity) {
        return R"("recognition":"idCard","identity":)" + identity;
    }

    http::Caller caller; ///< the admin tool, with somebody signed in
    http::Caller kiosk;
};

TEST_F(Appointments, whoCallsGetsACodeAndATimeAndIsNamedNowhere) {
    const auto made = book(kLi, 14);
    EXPECT_EQ(made.appointment.code.size(), 8U);
    EXPECT_EQ(made.appointment.channel, model::AppointmentChannel::telephone);
    EXPECT_EQ(made.appointment.staffId, model::StaffId("admin"));
    EXPECT_EQ(made.appointment.to.value, 14 * 60 + 30);
    EXPECT_FALSE(made.appointment.personId);
    EXPECT_EQ(made.holderName, "李**");
    EXPECT_EQ(made.takenFrom, calendar->at({kSunday}, {13 * 60 + 45}));
    EXPECT_EQ(made.firstUntil, calendar->at({kSunday}, {14 * 60 + 45}));
    EXPECT_THAT(made.qrText, HasSubstr("https://hall.example/a/" + made.appointment.id.value + "."));
    EXPECT_EQ(audited("appointment.book"), 1U);
    const auto again = tryBook(kWang, 14);
    EXPECT_EQ(again.status, 409);
    EXPECT_THAT(again.body, HasSubstr("约满"));
    EXPECT_THAT(ask("GET", "/api/v1/queues/queue/slots", kiosk).body,
                HasSubstr(R"({"from":840,"to":870,"capacity":1,"booked":1,"free":0,"state":"full"})"));
    EXPECT_EQ(ask("GET", "/api/v1/queues/none/slots", kiosk).status, 404);
}

TEST_F(Appointments, keptInTheTablesAcrossARestart) {
    const auto made = book(kLi, 14);
    dropParts();
    close();
    open();
    makeParts();
    addSlotRoutes(*routes, *services);
    addAppointmentRoutes(*routes, *services);
    EXPECT_EQ(tryBook(kWang, 14).status, 409);
    const auto found = lookUp(R"("identity":)" + kLi);
    ASSERT_EQ(found.appointments.size(), 1U);
    EXPECT_EQ(found.appointments[0].appointment.id, made.appointment.id);
}

TEST_F(Appointments, foundByCardCodeAndQrAtTheKiosk) {
    const auto made = book(kLi, 14);
    for (const auto& proof : {R"("identity":)" + kLi, codeOf(made), R"("qrText":")" + made.qrText + "\""}) {
        const auto found = lookUp(proof);
        ASSERT_EQ(found.appointments.size(), 1U) << proof;
        EXPECT_EQ(found.appointments[0].appointment.id, made.appointment.id);
        EXPECT_TRUE(found.appointments[0].appointment.code.empty()) << "who stands there needs none";
        EXPECT_FALSE(found.appointments[0].appointment.staffId);
    }
    EXPECT_TRUE(lookUp(codeOf(made)).appointments[0].holderName.empty()) << "a code names nobody";
    EXPECT_TRUE(lookUp(R"("identity":)" + kWang).appointments.empty());
    EXPECT_EQ(ask("POST", "/api/v1/appointments/lookup", kiosk, R"({"code":"1234"})").status, 400);
    EXPECT_EQ(ask("POST", "/api/v1/appointments/lookup", kiosk, "{}").status, 400);
    EXPECT_EQ(
        ask("POST", "/api/v1/appointments/lookup", kiosk, R"({"qrText":")" + made.qrText + R"(x"})").status,
        404);
}

TEST_F(Appointments, guessingCodesIsLimitedPerDeviceAndTheCardStillWorks) {
    const auto made = book(kLi, 14);
    const std::string wrong = made.appointment.code == "00000000" ? "00000001" : "00000000";
    const auto tryCode = [&](const http::Caller& who, const std::string& code) {
        return ask("POST", "/api/v1/appointments/lookup", who, R"({"code":")" + code + R"("})");
    };
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(tryCode(kiosk, wrong).status, 404);
    const auto refused = tryCode(kiosk, made.appointment.code);
    EXPECT_EQ(refused.status, 429);
    EXPECT_THAT(refused.body, HasSubstr("300"));
    EXPECT_EQ(tryCode(caller, made.appointment.code).status, 200) << "another device";
    EXPECT_EQ(lookUp(R"("identity":)" + kLi).appointments.size(), 1U);
    clock.advance(301s);
    EXPECT_EQ(tryCode(kiosk, made.appointment.code).status, 200);
}

TEST_F(Appointments, redeemedInItsWindowTheTicketIsDueThen) {
    const auto made = book(kLi, 14);
    clock.advance(3h + 44min);
    const auto early = redeem(made, codeOf(made));
    EXPECT_EQ(early.status, 409);
    EXPECT_THAT(early.body, HasSubstr("13:45"));
    clock.advance(1min);
    EXPECT_EQ(redeem(made, R"("code":"99999999")").status, made.appointment.code == "99999999" ? 201 : 404);
    EXPECT_EQ(redeem(made, cardOf(kWang)).status, 403);
    EXPECT_EQ(redeem(made, R"("recognition":"keyedId","identity":)" + kLi).status, 409) << "keyed is no card";
    const auto issued = ticketIn(redeem(made, cardOf(kLi)));
    EXPECT_EQ(issued.appointmentId, made.appointment.id);
    EXPECT_EQ(issued.dueFrom, calendar->at({kSunday}, {13 * 60 + 45}));
    EXPECT_EQ(issued.dueUntil, calendar->at({kSunday}, {14 * 60 + 45}));
    EXPECT_EQ(issued.number, "A0001");
    EXPECT_EQ(issued.state, TicketState::waiting);
    EXPECT_TRUE(ticket(issued.id.value).personId);
    EXPECT_EQ(stateOf(made), AppointmentState::redeemed);
    EXPECT_EQ(audited("appointment.redeem"), 1U);
    const auto second = redeem(made, cardOf(kLi));
    EXPECT_EQ(second.status, 409);
    EXPECT_THAT(second.body, HasSubstr("已取号"));
    EXPECT_EQ(lookUp(codeOf(made)).appointments.at(0).number, "A0001");
}

TEST_F(Appointments, whoComesLateWaitsLikeEverybodyAndIsNotLost) {
    const auto made = book(kLi, 11);
    changeQueue([](model::Queue& queue) {
        queue.dailyQuota = 1;
        queue.hours = {{.weekday = 7, .from = {9 * 60}, .to = {12 * 60}}};
    });
    issue("walk-in").value();
    EXPECT_EQ(issue("another").error().code, model::ErrorCode::quotaReached);
    clock.advance(5h); // 15:00: after the slot, after the hours, and all numbers are given out
    const auto issued = ticketIn(redeem(made, R"("qrText":")" + made.qrText + "\""));
    EXPECT_EQ(issued.appointmentId, made.appointment.id);
    EXPECT_FALSE(issued.dueFrom);
    EXPECT_FALSE(issued.dueUntil);
    EXPECT_EQ(issued.recognition, model::Recognition::scanned);
}

TEST_F(Appointments, paperThatNeverCameOutGivesAnotherTicket) {
    const auto made = book(kLi, 10, 30);
    clock.advance(20min);
    const std::string path = "/api/v1/appointments/" + made.appointment.id.value + "/redeem";
    const auto first = ticketIn(ask("POST", path, kiosk, "{" + codeOf(made) + "}"));
    EXPECT_EQ(first.state, TicketState::reserved);
    EXPECT_EQ(redeem(made, codeOf(made)).status, 409);
    EXPECT_EQ(ask("POST", "/api/v1/tickets/" + first.id.value + "/print", kiosk,
                  R"({"outcome":"failed","reason":"paper"})")
                  .status,
              200);
    clock.advance(3min);
    housekeeping->round();
    const auto second = ticketIn(redeem(made, codeOf(made)));
    EXPECT_NE(second.id, first.id);
    EXPECT_TRUE(second.dueFrom);
}

TEST_F(Appointments, theHolderCancelsInTimeWithTheCardAndStaffWithAReason) {
    changeQueue([](model::Queue& queue) { queue.bookingCutoffMinutes = 60; });
    const auto made = book(kLi, 14);
    const std::string path = "/api/v1/appointments/" + made.appointment.id.value + "/cancel";
    EXPECT_EQ(ask("POST", path, kiosk, "{" + cardOf(kWang) + "}").status, 403);
    EXPECT_EQ(ask("POST", path, caller, "{}").status, 400) << "why?";
    clock.advance(3h + 30min);
    const auto late = ask("POST", path, kiosk, "{" + cardOf(kLi) + "}");
    EXPECT_EQ(late.status, 409);
    EXPECT_THAT(late.body, HasSubstr("60"));
    const auto gone = ask("POST", path, caller, R"({"reason":"家中有事"})");
    EXPECT_EQ(gone.status, 200);
    EXPECT_THAT(gone.body, HasSubstr("家中有事"));
    EXPECT_EQ(stateOf(made), AppointmentState::cancelled);
    EXPECT_THAT(redeem(made, codeOf(made)).body, HasSubstr("已取消"));
    changeQueue([](model::Queue& queue) { queue.bookingCutoffMinutes = 0; });
    const auto again = book(kLi, 14);
    EXPECT_EQ(ask("POST", "/api/v1/appointments/" + again.appointment.id.value + "/cancel", kiosk,
                  "{" + cardOf(kLi) + "}")
                  .status,
              200);
}

TEST_F(Appointments, atTheEndOfTheDayWhoDidNotComeIsANoShow) {
    const auto today = book(kLi, 14);
    const auto tomorrow = book(kLi, 14, 0, kSunday + 1);
    EXPECT_THAT(redeem(tomorrow, cardOf(kLi)).body, HasSubstr("2026-11-23 14:00"));
    clock.advance(14h + 1min);
    housekeeping->round();
    const auto stored = store->records("appointment", {}, 10).value();
    ASSERT_EQ(stored.size(), 2U);
    for (const auto& record : stored) {
        const auto& one = std::get<model::Appointment>(record);
        EXPECT_EQ(one.state,
                  one.id == today.appointment.id ? AppointmentState::noShow : AppointmentState::booked);
        EXPECT_EQ(one.endedAt.has_value(), one.id == today.appointment.id);
    }
    EXPECT_EQ(redeem(today, codeOf(today)).status, 404) << "a day that is over is not in memory";
    clock.advance(14h);
    EXPECT_EQ(ticketIn(redeem(tomorrow, cardOf(kLi))).number, "A0001");
}

TEST_F(Appointments, whereNobodyReportsTicketsWaitByThemselvesInTheirWindow) {
    changeQueue([](model::Queue& queue) {
        queue.checkIn = false;
        queue.slotCapacity = 2;
    });
    const auto li = book(kLi, 10, 30);
    const auto wang = book(kWang, 12);
    housekeeping->round();
    EXPECT_EQ(stateOf(li), AppointmentState::booked);
    clock.advance(15min);
    housekeeping->round();
    housekeeping->round();
    EXPECT_EQ(stateOf(li), AppointmentState::redeemed);
    EXPECT_EQ(stateOf(wang), AppointmentState::booked);
    const auto found = lookUp(R"("identity":)" + kLi);
    ASSERT_EQ(found.appointments.size(), 1U);
    EXPECT_EQ(found.appointments[0].number, "A0001");
    const auto waits = ticket(found.appointments[0].appointment.ticketId->value);
    EXPECT_EQ(waits.state, TicketState::waiting);
    EXPECT_EQ(waits.channel, model::TicketChannel::phone);
    EXPECT_EQ(waits.dueUntil, calendar->at({kSunday}, {11 * 60 + 15}));
}

TEST_F(Appointments, onAHolidayNoNumbersAndOnAWorkedWeekendThoseOfItsWeekday) {
    changeQueue([](model::Queue& queue) {
        queue.hours = {{.weekday = 5, .from = {9 * 60}, .to = {12 * 60}},
                       {.weekday = 7, .from = {9 * 60}, .to = {12 * 60}}};
    });
    issue("t1").value();
    model::CalendarDay day;
    day.id = model::CalendarDayId("today");
    day.hallId = model::HallId("hall");
    day.day = {kSunday};
    day.name = "放假";
    put(store::put(day));
    const auto refused = issue("t2");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().saying.sentence, model::Sentence::hallClosedToday);
    EXPECT_THAT(tryBook(kLi, 11).body, HasSubstr("2026-11-22 不办公"));
    day.working = true;
    day.hoursOf = 5;
    put(store::put(day));
    issue("t3").value();
    EXPECT_EQ(tryBook(kLi, 11).status, 201);
    day.hoursOf = 6;
    put(store::put(day));
    EXPECT_EQ(issue("t4").error().saying.sentence, model::Sentence::comeInOpeningHours);
    put(store::gone("calendarDay", "today"));
    issue("t5").value();
    changeQueue([](model::Queue& queue) { queue.hours.clear(); });
    day.working = false;
    put(store::put(day));
    EXPECT_TRUE(issue("t6")) << "a queue without hours is always open";
}

TEST_F(Appointments, thePhoneThatWasLeftBecomesTheTicketsAndIsNowhereElse) {
    const auto bookWith = [&](const std::string& phone) {
        return ask("POST", "/api/v1/appointments", caller,
                   R"({"itemId":"item","day":20261122,"from":660,"identity":)" + kLi + R"(,"phone":")" +
                       phone + "\"}");
    };
    auto settings = hall->setup()->hall;
    settings.messages.active = true;
    put(store::put(settings));
    EXPECT_EQ(bookWith("12345").status, 400);
    const auto made = model::fromJson<model::AppointmentView>(bookWith("13800001234").body).value();
    const auto kept = [&](const std::string& id) {
        const auto phone = vault->phone(store::phoneRowOf(model::TicketId(id)));
        return phone && *phone ? **phone : std::string();
    };
    EXPECT_EQ(kept(made.appointment.id.value), "13800001234");
    clock.advance(50min);
    const auto issued = ticketIn(redeem(made, codeOf(made)));
    EXPECT_EQ(kept(issued.id.value), "13800001234");
    EXPECT_TRUE(hall->read([&](const HallState& state) { return state.reachable.contains(issued.id); }));
    clock.advance(14h);
    housekeeping->round();
    EXPECT_EQ(kept(issued.id.value), "");
    EXPECT_EQ(kept(made.appointment.id.value), "");
}

TEST_F(Appointments, anErasedPersonsPlaceIsFreeAgain) {
    const auto made = book(kLi, 14);
    EXPECT_EQ(ask("POST", "/api/v1/persons/erase", caller, R"({"identity":)" + kLi + "}").status, 200);
    EXPECT_EQ(stateOf(made), AppointmentState::cancelled);
    EXPECT_EQ(tryBook(kWang, 14).status, 201);
    const auto list = ask("GET", "/api/v1/appointments", caller);
    EXPECT_THAT(list.body, Not(HasSubstr("李")));
    EXPECT_THAT(list.body, HasSubstr("王**"));
}

} // namespace atrium::services::testing
