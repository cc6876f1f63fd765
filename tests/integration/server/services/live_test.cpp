// SPDX-License-Identifier: GPL-3.0-or-later
// What other systems and web pages read of the hall without a token, through the real program.
#include "server/store/db.h"
#include "tests/integration/server/services/running.h"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <algorithm>

namespace atrium::test {
namespace {

const std::string kApi = "/api/v1";

bool says(const Reply& page, const std::string& text) {
    return page.text.find(text) != std::string::npos;
}

/// A ticket that is called at kWindow, and one that waits.
struct Called {
    RunningServer server;
    std::string number;
    std::string personName = "张王李";
    Called() {
        const std::string session = server.signIn(kTerminal, kClerk);
        const std::string body =
            R"({"itemId":")" + kItem +
            R"(","paper":false,"recognition":"idCard","identity":{"kind":"citizenId","number":"11010519491231002X","name":")" +
            personName + R"(","sex":"","birth":""}})";
        const Reply first = server.post(kApi + "/tickets", kKiosk, body);
        EXPECT_EQ(first.status, 201) << first.text;
        number = first.string("/ticket/number");
        EXPECT_EQ(
            server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kItem + R"(","paper":false})").status,
            201);
        EXPECT_EQ(server.post(kApi + "/windows/" + kWindow + "/call", kTerminal, "{}", session).status, 200);
    }
};

} // namespace

TEST(Live, theServiceTellsQueuesWindowsAndCallsAndNothingOfAPerson) {
    Called called;
    const Reply live = called.server.get(kApi + "/live");
    ASSERT_EQ(live.status, 200) << live.text;
    EXPECT_EQ(live.string("/calls/0/number"), called.number);
    EXPECT_FALSE(live.string("/name").empty());
    int waiting = 0;
    int withWait = 0;
    for (const auto& queue : live.at("/queues").as_array()) {
        waiting += static_cast<int>(queue.at("waiting").as_int64());
        withWait += queue.at("waitLowMinutes").is_null() ? 0 : 1;
    }
    EXPECT_EQ(waiting, 1);
    EXPECT_GT(withWait, 0) << "one window is open";
    const auto& windows = live.at("/windows").as_array();
    EXPECT_TRUE(std::any_of(windows.begin(), windows.end(), [&](const auto& window) {
        return window.at("ticket").as_string() == called.number &&
               window.at("state").as_string() == "calling";
    }));
    EXPECT_FALSE(says(live, "personId"));
    EXPECT_FALSE(says(live, called.personName));
}

TEST(Live, theBoardIsAPageOfTheHallAndOfEachArea) {
    Called called;
    const Reply all = called.server.get("/board");
    ASSERT_EQ(all.status, 200);
    EXPECT_TRUE(says(all, called.number) && says(all, "号窗口"));
    EXPECT_TRUE(says(all, "http-equiv=\"refresh\"")) << "renews itself";
    const Reply live = called.server.get(kApi + "/live");
    const std::string here = live.string("/calls/0/areaId");
    EXPECT_TRUE(says(called.server.get("/board/" + here), called.number));
    for (const auto& area : live.at("/areas").as_array()) {
        const std::string id(area.at("id").as_string());
        EXPECT_EQ(says(called.server.get("/board/" + id), called.number), id == here) << id;
    }
    EXPECT_EQ(called.server.get("/board/nowhere").status, 404);
    const Reply english = called.server.ask("GET", "/board", {}, {}, {}, {{"Accept-Language", "en"}});
    EXPECT_TRUE(says(english, "Window "));
    EXPECT_FALSE(says(all, called.personName));
}

TEST(Live, theHallIsAPageOfQueuesAndWindows) {
    Called called;
    const Reply page = called.server.get("/hall");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "1 人等候，1 个窗口开放")) << page.text.substr(0, 2000);
    EXPECT_TRUE(says(page, "正在叫号") && says(page, called.number));
    EXPECT_EQ(page.headers.at("Content-Security-Policy"), "default-src 'none'; style-src 'unsafe-inline'");
}

TEST(Live, theDatabaseHasViewsForReaders) {
    Called called;
    using enum store::ColumnType;
    const auto db = store::openSqlite(called.server.folder() + "/data/hall.db");
    const auto tickets = db->query("SELECT \"number\", \"state\", \"window_number\" FROM \"live_ticket\" "
                                   "ORDER BY \"issued_at\"",
                                   {}, {text, text, integer});
    ASSERT_EQ(tickets.size(), 2U);
    EXPECT_EQ(store::asText(tickets[0][0]), called.number);
    EXPECT_EQ(store::asText(tickets[0][1]), "called");
    EXPECT_GT(store::asInt(tickets[0][2]), 0);
    EXPECT_EQ(store::asText(tickets[1][1]), "waiting");
    const auto queues =
        db->query("SELECT SUM(\"waiting\"), SUM(\"issued\") FROM \"live_queue\"", {}, {integer, integer});
    EXPECT_EQ(store::asInt(queues[0][0]), 1);
    EXPECT_EQ(store::asInt(queues[0][1]), 2);
    const auto windows =
        db->query("SELECT \"ticket_number\" FROM \"live_window\" WHERE \"state\" = 'calling'", {}, {text});
    ASSERT_EQ(windows.size(), 1U);
    EXPECT_EQ(store::asText(windows[0][0]), called.number);
}

} // namespace atrium::test
