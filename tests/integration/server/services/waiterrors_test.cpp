// SPDX-License-Identifier: GPL-3.0-or-later
// The error of told waits, through the real program and its restart.
#include "server/store/db.h"
#include "tests/integration/server/services/running.h"

#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <csignal>

namespace atrium::test {
namespace {

const std::string kApi = "/api/v1";
const std::string kPath = kApi + "/dashboard/wait-errors";

} // namespace

TEST(WaitErrors, aToldWaitMeetsItsTruthAndTheAdministratorSeesTheError) {
    RunningServer server;
    const std::string session = server.signIn(kTerminal, kClerk);
    ASSERT_FALSE(session.empty());
    const std::string body = R"({"itemId":")" + kItem + R"(","paper":false})";
    const Reply issued = server.post(kApi + "/tickets", kKiosk, body);
    ASSERT_EQ(issued.status, 201) << issued.text;
    const Reply second = server.post(kApi + "/tickets", kKiosk, body);
    ASSERT_EQ(second.status, 201) << second.text;

    std::string admin = server.signIn(kTool, "admin");
    const Reply before = server.get(kPath, kTool, admin);
    ASSERT_EQ(before.status, 200) << before.text;
    EXPECT_EQ(before.at("/hall/count"), 0);
    EXPECT_TRUE(before.at("/hall/meanMinutes").is_null());
    EXPECT_EQ(server.get(kPath, kKiosk).status, 403);
    EXPECT_EQ(server.get(kPath, kTool).status, 401);

    const std::string call = kApi + "/windows/" + kWindow + "/call";
    ASSERT_EQ(server.post(call, kTerminal, "{}", session).status, 200);
    const Reply after = server.get(kPath, kTool, admin);
    EXPECT_EQ(after.at("/hall/count"), 1);
    EXPECT_EQ(after.at("/hall/withinFive"), 1.0) << "called at once, as it was told: " << after.text;
    EXPECT_EQ(after.at("/queues/0/error"), after.at("/hall"));

    using enum store::ColumnType;
    const auto rows = store::openSqlite(server.folder() + "/data/hall.db")
                          ->query("SELECT \"ticket_id\", \"low_minutes\", \"actual_minutes\" FROM "
                                  "\"wait_prediction\" ORDER BY \"actual_minutes\" IS NULL",
                                  {}, {text, integer, real});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(store::asText(rows[0][0]), issued.string("/ticket/id"));
    EXPECT_EQ(store::asText(rows[1][0]), second.string("/ticket/id"));
    EXPECT_EQ(store::asInt(rows[1][1]), second.at("/waitLowMinutes"));
    EXPECT_TRUE(std::holds_alternative<std::monostate>(rows[1][2])) << "it still waits";

    EXPECT_EQ(server.stop(SIGKILL), -SIGKILL);
    server.start();
    admin = server.signIn(kTool, "admin");
    EXPECT_EQ(server.get(kPath, kTool, admin).text, after.text);
}

} // namespace atrium::test
