// SPDX-License-Identifier: GPL-3.0-or-later
// Appointments over HTTP: booked by telephone, taken up at a kiosk, kept across a kill, seen by nobody else.
#include "server/store/db.h"
#include "tests/integration/server/services/setuprecords.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <csignal>

namespace atrium::test {
namespace {

namespace json = boost::json;

const std::string kApi = "/api/v1";
const std::string kQueue = "queue-company";
const std::string kBookedItem = "item-company-formation-registration"; // of that queue
const std::string kLinghu = R"({"kind":"citizenId","number":"11010519491231002X","name":"令狐映雪"})";
const std::string kWang = R"({"kind":"citizenId","number":"440524188001010014","name":"王秀英"})";
constexpr int kLastMinutes = 1425; // of the day: then no slot is left to book

/// The queue takes one booking every five minutes, which can be taken up from then on.
void openForBookings(RunningServer& server, const std::string& admin) {
    auto queue = recordOf(server, admin, "queue", kQueue);
    queue["slotMinutes"] = 5;
    queue["slotCapacity"] = 1;
    queue["appointmentQuota"] = 0;
    queue["bookingCutoffMinutes"] = 0;
    queue["earlyMinutes"] = 480;
    ASSERT_EQ(change(server, admin, "PUT", "queue", queue).status, 200);
}

/// The first slot of today that can be booked; -1: the day is nearly over.
std::int64_t nextSlot(RunningServer& server) {
    const Reply list = server.get(kApi + "/queues/" + kQueue + "/slots", kKiosk);
    EXPECT_EQ(list.status, 200) << list.text;
    for (const auto& slot : list.at("/times").as_array())
        if (slot.at("state").as_string() == "free")
            return slot.at("from").as_int64();
    return -1;
}

std::string bookingOf(const std::string& identity, std::int64_t day, std::int64_t from) {
    return R"({"itemId":")" + kBookedItem + R"(","day":)" + std::to_string(day) + R"(,"from":)" +
           std::to_string(from) + R"(,"identity":)" + identity + "}";
}

} // namespace

class AppointmentsOverHttp : public testing::Test {
protected:
    void SetUp() override {
        admin = server.signIn(kTool, "admin");
        openForBookings(server, admin);
        today = server.get(kApi + "/server").at("/day").as_int64();
        from = nextSlot(server);
        if (from < 0 || from > kLastMinutes)
            GTEST_SKIP() << "the day is nearly over";
    }
    RunningServer server;
    std::string admin;
    std::int64_t today = 0;
    std::int64_t from = 0;
};

TEST_F(AppointmentsOverHttp, fromTheTelephoneToTheTicket) {
    const std::map<std::string, std::string> key{{"Idempotency-Key", "call-1"}};
    const std::string wish = bookingOf(kLinghu, today, from);
    const Reply booked = server.ask("POST", kApi + "/appointments", kTool, wish, admin, key);
    ASSERT_EQ(booked.status, 201) << booked.text;
    const std::string id = booked.string("/appointment/id");
    const std::string code = booked.string("/appointment/code");
    EXPECT_EQ(booked.string("/appointment/channel"), "telephone");
    EXPECT_EQ(booked.string("/holderName"), "令狐**");
    EXPECT_EQ(server.ask("POST", kApi + "/appointments", kTool, wish, admin, key).text, booked.text)
        << "asked again, the same answer";
    EXPECT_EQ(
        server.post(kApi + "/appointments", kTool, bookingOf(kWang, today, from), admin).string("/code"),
        "quotaReached");
    const Reply second =
        server.post(kApi + "/appointments", kTool, bookingOf(kLinghu, today, from + 5), admin);
    EXPECT_EQ(second.status, 409) << second.text;
    EXPECT_EQ(second.string("/path"), "/identity");

    EXPECT_EQ(server.stop(SIGKILL), -SIGKILL);
    server.start();
    admin = server.signIn(kTool, "admin");
    const Reply found = server.post(kApi + "/appointments/lookup", kKiosk, R"({"code":")" + code + "\"}");
    ASSERT_EQ(found.status, 200) << found.text;
    EXPECT_EQ(found.string("/appointments/0/appointment/id"), id);

    const std::string path = kApi + "/appointments/" + id + "/redeem";
    const std::map<std::string, std::string> kioskKey{{"Idempotency-Key", "kiosk-1"}};
    const std::string shown = R"({"code":")" + code + "\"}";
    const Reply issued = server.ask("POST", path, kKiosk, shown, {}, kioskKey);
    ASSERT_EQ(issued.status, 201) << issued.text;
    EXPECT_EQ(issued.string("/ticket/state"), "reserved");
    EXPECT_EQ(issued.string("/ticket/appointmentId"), id);
    EXPECT_TRUE(issued.at("/ticket/dueFrom").is_int64());
    EXPECT_EQ(server.ask("POST", path, kKiosk, shown, {}, kioskKey).string("/ticket/id"),
              issued.string("/ticket/id"));
    EXPECT_EQ(server.post(path, kKiosk, shown).status, 409);
    EXPECT_EQ(server
                  .post(kApi + "/tickets/" + issued.string("/ticket/id") + "/print", kKiosk,
                        R"({"outcome":"printed"})")
                  .string("/ticket/state"),
              "waiting");
    const Reply list = server.get(kApi + "/appointments?queue=" + kQueue, kTool, admin);
    EXPECT_EQ(list.string("/appointments/0/appointment/state"), "redeemed");
    EXPECT_EQ(list.string("/appointments/0/number"), issued.string("/ticket/number"));
}

TEST_F(AppointmentsOverHttp, onlyTheAdminToolHearsOfThemAndNobodyOfTheHolder) {
    ASSERT_EQ(server.post(kApi + "/appointments", kTool, bookingOf(kLinghu, today, from), admin).status, 201);
    for (const auto& device : {kKiosk, kBoard, kOuter, kTerminal, kTool}) {
        const Reply changes = server.get(kApi + "/changes?after=0&limit=500", device);
        EXPECT_EQ(changes.text.find(R"("kind":"appointment")"), std::string::npos) << device;
    }
    const Reply signedIn = server.get(kApi + "/changes?after=0&limit=500", kTool, admin);
    EXPECT_NE(signedIn.text.find(R"("kind":"appointment")"), std::string::npos);
    EXPECT_NE(signedIn.text.find(R"("personId":null)"), std::string::npos);
    EXPECT_EQ(signedIn.text.find("映雪"), std::string::npos);
    EXPECT_EQ(server.get(kApi + "/appointments", kKiosk).status, 403);
    EXPECT_EQ(server.get(kApi + "/appointments", kTool).status, 401);
    const std::string clerk = server.signIn(kTerminal, kClerk);
    EXPECT_EQ(server.get(kApi + "/appointments", kTerminal, clerk).status, 403) << "no service desk";
}

TEST_F(AppointmentsOverHttp, otherDaysHaveTheirSlotsAndWrongOnesAReason) {
    const Reply wrong = server.get(kApi + "/queues/" + kQueue + "/slots?day=20260230", kKiosk);
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(wrong.string("/path"), "/day");
    const Reply past = server.get(kApi + "/queues/" + kQueue + "/slots?day=20200102", kKiosk);
    EXPECT_EQ(past.string("/state"), "over");
    json::object holiday{{"id", "closed-today"}, {"hallId", "hall-demo"}, {"day", today}, {"working", false},
                         {"hoursOf", 1},         {"name", "停电检修"},    {"nameEn", ""}, {"version", 0}};
    ASSERT_LT(
        server.ask("PUT", kApi + "/records/calendarDay/closed-today", kTool, json::serialize(holiday), admin)
            .status,
        300);
    EXPECT_EQ(
        server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kBookedItem + R"(","paper":false})").status,
        201)
        << "the demonstration's queues keep no hours: always open";
    auto queue = recordOf(server, admin, "queue", kQueue);
    json::array hours;
    for (int weekday = 1; weekday <= 7; ++weekday)
        hours.push_back({{"weekday", weekday}, {"from", 0}, {"to", 1440}});
    queue["hours"] = hours;
    ASSERT_EQ(change(server, admin, "PUT", "queue", queue).status, 200);
    const Reply closed =
        server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kBookedItem + R"(","paper":false})");
    EXPECT_EQ(closed.string("/code"), "outsideHours");
    const Reply list = server.get(kApi + "/queues/" + kQueue + "/slots", kKiosk);
    EXPECT_EQ(list.string("/state"), "closed");
    EXPECT_EQ(list.string("/dayName"), "停电检修");
}

TEST_F(AppointmentsOverHttp, whatWasWrittenOfAnErasedPersonIsNowhere) {
    const std::string why = "家中老人要照顾";
    const std::string id = server.post(kApi + "/appointments", kTool, bookingOf(kLinghu, today, from), admin)
                               .string("/appointment/id");
    const Reply gone =
        server.post(kApi + "/appointments/" + id + "/cancel", kTool, R"({"reason":")" + why + "\"}", admin);
    ASSERT_EQ(gone.status, 200) << gone.text;
    EXPECT_EQ(gone.string("/appointment/note"), why);
    ASSERT_EQ(server.post(kApi + "/appointments", kTool, bookingOf(kLinghu, today, from), admin).status, 201);
    ASSERT_EQ(server.post(kApi + "/persons/erase", kTool, R"({"identity":)" + kLinghu + "}", admin).status,
              200);
    EXPECT_EQ(server.stop(SIGTERM), 0);
    using enum store::ColumnType;
    const auto db = store::openSqlite(server.folder() + "/data/hall.db");
    const auto count = [&](const std::string& rows) {
        return store::asInt(db->query("SELECT COUNT(*) FROM " + rows + " > 0", {why}, {integer}).at(0).at(0));
    };
    EXPECT_EQ(count(R"("appointment" WHERE instr("note", $1))"), 0);
    EXPECT_EQ(count(R"("event_log" WHERE instr("body", $1))"), 0);
    EXPECT_EQ(count(R"("idempotency" WHERE instr("body", $1))"), 0);
    EXPECT_EQ(count(R"("appointment" WHERE "state" = 'booked' AND length($1))"), 0);
}

} // namespace atrium::test
