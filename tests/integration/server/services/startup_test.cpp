// SPDX-License-Identifier: GPL-3.0-or-later
// What the program refuses to do without TLS.
#include "tests/integration/server/services/running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

namespace atrium::test {
namespace {

using testing::HasSubstr;

/// The loopback interface in a form that the program does not know as such: nothing leaves the machine, and
/// it must take it for any other address.
const std::string kBeyond = "::ffff:127.0.0.1";

} // namespace

TEST(Startup, withoutTlsAnswersNoOtherMachine) {
    for (const char* host : {"0.0.0.0", "::", "192.0.2.1"}) {
        const Ended ended =
            runProgram(std::string("--data /nonexistent --keys /nonexistent --port 0 --host ") + host);
        EXPECT_GT(ended.status, 0) << host;
        EXPECT_THAT(ended.said, HasSubstr("refusing to answer other machines without TLS"));
        EXPECT_THAT(ended.said, HasSubstr("--insecure-lan")); // says how to mend it
        EXPECT_THAT(ended.said, testing::Not(HasSubstr("listening")));
    }
}

TEST(Startup, aSecondServerOnOneDatabaseIsRefused) {
    auto& first = sharedServer();
    const std::string same = " --data " + first.folder() + "/data --keys " + first.folder() + "/keys";
    const Ended second = runProgram("--port 0" + same);
    EXPECT_GT(second.status, 0);
    EXPECT_THAT(second.said, HasSubstr("another server writes this database"));
    const Ended import = runProgram(std::string("import ") + ATRIUM_HALL_DIR + same);
    EXPECT_GT(import.status, 0);
    EXPECT_THAT(import.said, HasSubstr("another server writes this database"));
    EXPECT_EQ(runProgram("code " + kBoard + same).status,
              0); // what only looks, or a running server reads anew, may
    EXPECT_EQ(first.get("/healthz").status, 200);
}

TEST(Startup, insecureLanIsAnAlarmThatStandsAndEndsDemonstrationAccounts) {
    RunningServer server({"--host", kBeyond, "--insecure-lan"});
    EXPECT_EQ(server.get("/api/v1/devices/self", kTool).status, 200);
    EXPECT_EQ(server.signIn(kTool, "admin"), "");
    ASSERT_EQ(server.stop(SIGTERM), 0);

    // With a password of its own the account is no demonstration account any more.
    const Ended set = runProgram("password staff-admin --data " + server.folder() + "/data --keys " +
                                 server.folder() + "/keys <<'END'\ncorrect horse battery\nEND\n");
    ASSERT_EQ(set.status, 0) << set.said;
    server.start();
    const std::string session =
        server.post("/api/v1/session", kTool, R"({"account":"admin","password":"correct horse battery"})")
            .string("/token");
    ASSERT_FALSE(session.empty());
    EXPECT_THAT(server.get("/api/v1/snapshot", kTool, session).text, HasSubstr(R"("insecureLan")"));
}

TEST(Startup, withoutItsKeysADatabaseIsNotServed) {
    RunningServer server;
    ASSERT_EQ(
        server
            .post("/api/v1/tickets", kKiosk,
                  R"({"itemId":")" + kItem +
                      R"(","paper":false,"identity":{"kind":"citizenId","number":"110105199003070017"}})")
            .status,
        201);
    ASSERT_EQ(server.stop(SIGTERM), 0);
    const std::string keys = server.folder() + "/keys";
    std::filesystem::rename(keys, server.folder() + "/lost");
    const std::string same = "--port 0 --demonstration --data " + server.folder() + "/data --keys " + keys;
    const Ended refused = runProgram(same);
    EXPECT_GT(refused.status, 0);
    EXPECT_THAT(refused.said, HasSubstr(keys));
    EXPECT_THAT(refused.said, HasSubstr("--accept-lost-keys"));
    EXPECT_FALSE(std::filesystem::exists(keys));
    EXPECT_GT(runProgram("audit-key --keys " + keys).status, 0) << "what only looks makes no keys either";

    server.start({"--accept-lost-keys"});
    const std::string admin = server.signIn(kTool, "admin");
    EXPECT_THAT(server.get("/api/v1/audit?limit=20", kTool, admin).text,
                HasSubstr(R"("action":"keys.replace")"));
    ASSERT_EQ(server.stop(SIGTERM), 0);
    server.start(); // and from then on without the option
    EXPECT_EQ(server.get("/healthz").status, 200);
}

TEST(Startup, aKeyThatOthersMayReadIsNone) {
    RunningServer server;
    server.stop(SIGTERM);
    const std::string key = server.folder() + "/keys/lookup.key";
    std::filesystem::permissions(key, std::filesystem::perms(0640));
    const Ended refused = runProgram("--port 0 --demonstration --data " + server.folder() + "/data --keys " +
                                     server.folder() + "/keys");
    EXPECT_GT(refused.status, 0);
    EXPECT_THAT(refused.said, HasSubstr("chmod 600 " + key));
    std::filesystem::permissions(key, std::filesystem::perms(0600));
    server.start();
}

TEST(Startup, theKeysLieOutsideTheDataWhateverThePathsLookLike) {
    namespace fs = std::filesystem;
    const fs::path folder = sharedServer().folder() + "/elsewhere";
    fs::create_directories(folder / "data/keys");
    fs::create_directory_symlink(folder / "data", folder / "link");
    for (const char* keys : {"/data/keys", "/data/new/keys", "/data", "/link/keys", "/other/../data/keys/"}) {
        const Ended ended =
            runProgram("--port 0 --data " + folder.string() + "/data/ --keys " + folder.string() + keys);
        EXPECT_GT(ended.status, 0) << keys;
        EXPECT_THAT(ended.said, HasSubstr("must not lie in the data folder")) << keys;
    }
    const Ended beside =
        runProgram("--port 0 --data " + folder.string() + "/data --keys " + folder.string() + "/data-keys");
    EXPECT_THAT(beside.said, testing::Not(HasSubstr("must not lie in the data folder")));
}

TEST(Startup, whatActsUponAHallMakesNoneWhereNoneIs) {
    namespace fs = std::filesystem;
    auto& server = sharedServer();
    const std::string typo = " --data " + server.folder() + "/typo --keys " + server.folder() + "/keys";
    for (const char* task : {"verify-audit", "code kiosk-01", "password staff-admin"}) {
        const Ended ended = runProgram(task + typo + " <<'END'\nlong enough word\nEND\n");
        EXPECT_GT(ended.status, 0) << task;
        EXPECT_THAT(ended.said, HasSubstr("/typo")) << task;
        EXPECT_FALSE(fs::exists(server.folder() + "/typo")) << task;
    }
}

TEST(Startup, aPasswordIsSetForSomebodyWhoIsThereAndAudited) {
    RunningServer server;
    const std::string same = " --data " + server.folder() + "/data --keys " + server.folder() + "/keys";
    const auto set = [&](const std::string& who) {
        return runProgram("password " + who + same + " <<'END'\ncorrect horse battery\nEND\n");
    };
    const Ended nobody = set("staff-nobody");
    EXPECT_GT(nobody.status, 0);
    EXPECT_THAT(nobody.said, HasSubstr("staff-nobody"));
    const std::string before = server.signIn(kTool, "admin");
    ASSERT_EQ(server.get("/api/v1/dashboard", kTool, before).status, 200);
    ASSERT_EQ(server.stop(SIGTERM), 0);
    ASSERT_EQ(set("staff-admin").status, 0);
    server.start();
    EXPECT_EQ(server.get("/api/v1/dashboard", kTool, before).status, 401) << "by a password that is no more";
    const std::string session =
        server.post("/api/v1/session", kTool, R"({"account":"admin","password":"correct horse battery"})")
            .string("/token");
    ASSERT_FALSE(session.empty());
    EXPECT_THAT(server.get("/api/v1/audit?limit=20", kTool, session).text,
                HasSubstr(R"("action":"staff.password","subjectKind":"staff","subjectId":"staff-admin")"));
}

TEST(Startup, whatIsWrittenIsForItsUserAlone) {
    namespace fs = std::filesystem;
    auto& server = sharedServer();
    for (const char* file : {"/data/hall.db", "/data/hall.db-wal", "/data/hall.db-shm", "/keys/master.key"})
        EXPECT_EQ(fs::status(server.folder() + file).permissions(),
                  fs::perms::owner_read | fs::perms::owner_write)
            << file;
    EXPECT_EQ(fs::status(server.folder() + "/data").permissions(), fs::perms::owner_all);
}

} // namespace atrium::test
