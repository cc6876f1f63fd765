// SPDX-License-Identifier: GPL-3.0-or-later
// One ticket's whole life over HTTP, and what a restart or a kill leaves.
#include "server/store/db.h"
#include "tests/integration/server/services/running.h"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <csignal>
#include <set>

namespace atrium::test {
namespace {

const std::string kApi = "/api/v1";
const std::string kCard = R"({"kind":"citizenId","number":"11010519491231002X","name":"欧阳明华"})";
const std::string kCardTicket =
    R"({"itemId":")" + kItem + R"(","recognition":"idCard","identity":)" + kCard + "}";
const std::string kPlainTicket = R"({"itemId":")" + kItem + R"(","paper":false})";

} // namespace

TEST(TicketLife, fromTheCardToTheRating) {
    RunningServer server({"--hall-package", ATRIUM_HALL_DIR}); // with its weeks before
    const std::string session = server.signIn(kTerminal, kClerk);
    ASSERT_FALSE(session.empty());

    const Reply issued = server.post(kApi + "/tickets", kKiosk, kCardTicket);
    ASSERT_EQ(issued.status, 201) << issued.text;
    const std::string id = issued.string("/ticket/id");
    EXPECT_EQ(issued.string("/ticket/state"), "reserved");
    EXPECT_EQ(issued.string("/holderName"), "欧阳**");
    EXPECT_TRUE(issued.at("/ticket/personId").is_null());
    EXPECT_EQ(issued.text.find("明华"), std::string::npos);

    const std::string window = kApi + "/windows/" + kWindow + "/";
    EXPECT_EQ(server.post(window + "call", kTerminal, "{}", session).string("/code"), "nothingWaiting");
    EXPECT_EQ(server.post(kApi + "/tickets/" + id + "/print", kKiosk, R"({"outcome":"printed"})")
                  .string("/ticket/state"),
              "waiting");
    const Reply again = server.post(kApi + "/tickets", kKiosk, kCardTicket);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.string("/code"), "tooManyOpenTickets");
    EXPECT_EQ(server.post(kApi + "/tickets/lookup", kKiosk, R"({"identity":)" + kCard + "}")
                  .string("/tickets/0/ticket/id"),
              id);

    for (const auto& [verb, state] : std::vector<std::pair<std::string, std::string>>{
             {"call", "called"}, {"recall", "called"}, {"start", "serving"}}) {
        const Reply now = server.post(window + verb, kTerminal, "{}", session);
        ASSERT_EQ(now.status, 200) << verb << now.text;
        EXPECT_EQ(now.string("/current/ticket/id"), id);
        EXPECT_EQ(now.string("/current/ticket/state"), state);
        EXPECT_EQ(now.string("/holderNumber"), "1101**********002X");
    }
    const std::string rating = R"({"ticketId":")" + id + R"(","grade":5})";
    EXPECT_EQ(server.post(kApi + "/ratings", kOuter, rating).string("/code"), "conflict");
    EXPECT_EQ(server.post(window + "finish", kTerminal, "{}", session).status, 200);
    EXPECT_EQ(server.post(kApi + "/ratings", "dual-screen-02", rating).status, 403);
    EXPECT_EQ(server.post(kApi + "/ratings", kOuter, rating).status, 201);
    EXPECT_EQ(server.post(kApi + "/ratings", kOuter, rating).string("/code"), "alreadyRated");

    const std::string admin = server.signIn(kTool, "admin");
    const Reply figures = server.get(kApi + "/dashboard", kTool, admin);
    EXPECT_EQ(figures.at("/served"), 1);
    EXPECT_EQ(figures.at("/ratings"), 1);
    EXPECT_FALSE(figures.at("/week").as_array().empty());

    const std::string code = issued.string("/qrText");
    const Reply page = server.get(code.substr(code.find("/t/")));
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.text.find(issued.string("/ticket/number")), std::string::npos);
    EXPECT_EQ(page.text.find("欧阳"), std::string::npos);
    EXPECT_EQ(server.get(code.substr(code.find("/t/")) + "x").status, 404);

    EXPECT_EQ(server.ask("DELETE", kApi + "/session", kTerminal, {}, session).status, 204);
    EXPECT_EQ(server.post(window + "call", kTerminal, "{}", session).status, 401);
    EXPECT_EQ(server.stop(SIGTERM), 0);
}

// A screen that was cut off at its service's end sends the rating when that day is long closed.
TEST(TicketLife, aRatingThatComesDaysLateCountsOnItsOwnDayAndOnce) {
    RunningServer server({"--hall-package", ATRIUM_HALL_DIR}); // with its weeks before
    using enum store::ColumnType;
    const auto unrated = [&](const std::string& order) {
        const auto rows =
            store::openSqlite(server.folder() + "/data/hall.db")
                ->query("SELECT \"id\", \"window_id\", \"day\" FROM \"ticket\" "
                        "WHERE \"state\" = 'finished' AND \"window_id\" IS NOT NULL AND \"id\" "
                        "NOT IN (SELECT \"ticket_id\" FROM \"rating\") ORDER BY \"finished_at\" " +
                            order + " LIMIT 1",
                        {}, {text, text, integer});
        return rows.empty() ? store::Row{"", "", std::int64_t{0}} : rows[0];
    };
    const auto rate = [&](const store::Row& ticket) {
        const std::string window = store::asText(ticket[1]);
        return server.post(kApi + "/ratings", "dual-screen-" + window.substr(window.find('-') + 1),
                           R"({"ticketId":")" + store::asText(ticket[0]) + R"(","grade":4})");
    };
    const store::Row late = unrated("DESC");
    const Reply stored = rate(late);
    ASSERT_EQ(stored.status, 201) << stored.text;
    EXPECT_EQ(stored.at("/day"), store::asInt(late[2]));
    EXPECT_EQ(rate(late).string("/code"), "alreadyRated");
    const std::string admin = server.signIn(kTool, "admin");
    EXPECT_EQ(server.get(kApi + "/dashboard", kTool, admin).at("/ratings"), 0); // it is not of today
    EXPECT_EQ(server.stop(SIGTERM), 0);
    server.start();
    EXPECT_EQ(rate(late).string("/code"), "alreadyRated");
    EXPECT_EQ(rate(unrated("ASC")).string("/code"), "notFound"); // nobody waits two weeks for an answer
}

TEST(TicketLife, aRepeatedRequestGetsTheSameAnswerAlsoAfterARestart) {
    RunningServer server;
    const std::map<std::string, std::string> key{{"Idempotency-Key", "the-same-key"}};
    const Reply first = server.ask("POST", kApi + "/tickets", kKiosk, kPlainTicket, {}, key);
    ASSERT_EQ(first.status, 201) << first.text;
    EXPECT_EQ(server.ask("POST", kApi + "/tickets", kKiosk, kPlainTicket, {}, key).text, first.text);
    EXPECT_NE(server.ask("POST", kApi + "/tickets", "kiosk-02", kPlainTicket, {}, key).string("/ticket/id"),
              first.string("/ticket/id")); // another device's key is another key
    EXPECT_EQ(server.stop(SIGTERM), 0);
    server.start();
    EXPECT_EQ(server.ask("POST", kApi + "/tickets", kKiosk, kPlainTicket, {}, key).text, first.text);
}

TEST(TicketLife, nothingAcknowledgedIsLostWhenTheServerIsKilled) {
    RunningServer server;
    std::set<std::string> ids;
    std::set<std::string> numbers;
    std::int64_t seq = 0;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 10; ++i) {
            const Reply issued = server.post(kApi + "/tickets", kKiosk, kPlainTicket);
            ASSERT_EQ(issued.status, 201);
            EXPECT_TRUE(ids.insert(issued.string("/ticket/id")).second);
            EXPECT_TRUE(numbers.insert(issued.string("/ticket/number")).second);
        }
        EXPECT_EQ(server.stop(SIGKILL), -SIGKILL);
        server.start();
        for (const auto& id : ids)
            EXPECT_EQ(server.get(kApi + "/tickets/" + id, kKiosk).status, 200) << id;
        const auto now = server.get(kApi + "/server").at("/seq").as_int64();
        EXPECT_GE(now, seq + 10);
        seq = now;
    }
    const Reply changes = server.get(kApi + "/changes?after=0&limit=500", kKiosk);
    std::set<std::string> announced;
    for (const auto& event : changes.at("/events").as_array())
        if (event.at("type") == "ticketIssued")
            announced.insert(std::string(event.at("changes").at(0).at("id").as_string()));
    for (const auto& id : ids)
        EXPECT_TRUE(announced.contains(id));
}

} // namespace atrium::test
