// SPDX-License-Identifier: GPL-3.0-or-later
// Two real servers on one PostgreSQL database: there is one writer, and who is no longer it ends.
#include "tests/integration/server/services/running.h"
#include "tests/unit/server/store/databases.h"

#include <Poco/Exception.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <thread>

namespace atrium::test {
namespace {

using store::ColumnType;
using store::testing::PostgresCluster;
using testing::HasSubstr;

const std::string kTickets = "/api/v1/tickets";
const std::string kBody = R"({"itemId":")" + kItem + R"("})";

std::int64_t number(store::Db& db, const std::string& sql) {
    return store::asInt(db.query(sql, {}, {ColumnType::integer}).at(0).at(0));
}

/// The status, or 0 when nobody answers. Each is a request of its own, whichever server it asks.
int issue(RunningServer& server) {
    static int count = 0;
    const std::string key = "issue-" + std::to_string(++count);
    try {
        return server.ask("POST", kTickets, kKiosk, kBody, {}, {{"Idempotency-Key", key}}).status;
    } catch (const Poco::Exception&) {
        return 0;
    }
}

} // namespace

TEST(LostLease, theRealServerSaysSoAndEnds) {
    const std::string database = PostgresCluster::instance().createDatabase();
    const std::vector<std::string> there{"--database", "postgres:" + database};
    RunningServer first(there, RunningServer::Complaints::kept);
    ASSERT_EQ(issue(first), 201);

    // Its machine hangs and its connections are cut, so the database gives its lock away.
    ::kill(first.pid(), SIGSTOP);
    const auto db = store::openPostgres(database);
    db->query("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity "
              "WHERE datname = current_database() AND pid <> pg_backend_pid()",
              {}, {ColumnType::integer});
    while (number(*db, "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' "
                       "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())") > 0)
        std::this_thread::yield();

    // One database, one set of keys.
    RunningServer second({there[0], there[1], "--keys", first.folder() + "/keys"});
    ASSERT_EQ(issue(second), 201);
    const auto written = number(*db, "SELECT MAX(\"seq\") FROM \"event_log\"");
    ::kill(first.pid(), SIGCONT);
    int refused = 0;
    for (int status = issue(first); status != 0; status = issue(first)) {
        ASSERT_EQ(status, 503) << "an old writer wrote";
        ++refused;
    }
    EXPECT_GT(refused, 0) << "it had no chance to write at all";
    EXPECT_EQ(first.waitForEnd(), 1);
    EXPECT_THAT(first.complaints(), HasSubstr("atrium-server: no longer the writer of this database"));
    EXPECT_EQ(issue(second), 201);
    EXPECT_GT(number(*db, "SELECT MAX(\"seq\") FROM \"event_log\""), written);
    EXPECT_EQ(number(*db, "SELECT COUNT(*) FROM \"ticket\""), 3) << "what was acknowledged, and nothing else";
    EXPECT_EQ(number(*db, "SELECT COUNT(DISTINCT \"number\") FROM \"ticket\""), 3);
}

TEST(LostLease, aServerThatStartsBesideAnotherChangesNothing) {
    const std::string database = PostgresCluster::instance().createDatabase();
    const std::vector<std::string> there{"--database", "postgres:" + database};
    RunningServer first(there);
    const auto db = store::openPostgres(database);
    db->run("DELETE FROM \"schema_version\""); // the second believes it has to migrate
    const Ended second = runProgram("--port 0 --data " + first.folder() + "/data --keys " + first.folder() +
                                    "/keys --database 'postgres:" + database + "'");
    EXPECT_EQ(second.status, 1);
    EXPECT_THAT(second.said, HasSubstr("another server writes this database"));
    EXPECT_EQ(number(*db, "SELECT COUNT(*) FROM \"schema_version\""), 0);
    EXPECT_EQ(issue(first), 201);
}

} // namespace atrium::test
