// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own verification of the audit trail, as an auditor runs it.
#include "server/store/db.h"
#include "tests/integration/server/services/running.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace atrium::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

} // namespace

TEST(AuditVerification, findsWhatWasTamperedWith) {
    RunningServer server;
    ASSERT_NE(server.signIn(kTool, "admin"), ""); // an audited act
    ASSERT_EQ(server.stop(SIGTERM), 0);
    server.start(); // its first round writes the head out
    const std::string data = " --data " + server.folder() + "/data";
    const std::string keys = " --keys " + server.folder() + "/keys";
    fs::path head;
    for (const auto& file : fs::directory_iterator(server.folder() + "/data/audit"))
        head = file.path();
    ASSERT_THAT(head.filename().string(), testing::MatchesRegex("audit-head-[0-9]+\\.json"));
    EXPECT_EQ(fs::status(head).permissions(), fs::perms::owner_read | fs::perms::group_read);

    const Ended good = runProgram("verify-audit" + data + keys); // while the server runs
    EXPECT_EQ(good.status, 0) << good.said;
    EXPECT_THAT(good.said, testing::MatchesRegex("audit trail verified: [0-9]+ entries, 1 signed heads.*\n"));
    // An auditor has the public key only.
    const Ended key = runProgram("audit-key" + keys);
    ASSERT_EQ(key.status, 0);
    const std::string own = " --audit-public-key " + key.said.substr(0, key.said.find('\n'));
    EXPECT_EQ(runProgram("verify-audit" + data + own).status, 0);

    ASSERT_EQ(server.stop(SIGTERM), 0);
    const auto db = store::openSqlite(server.folder() + "/data/hall.db");
    const std::string detail = store::asText(
        db->query("SELECT detail FROM audit WHERE sequence = 1", {}, {store::ColumnType::text}).at(0).at(0));
    db->run("UPDATE audit SET detail = 'x' WHERE sequence = 1");
    const Ended row = runProgram("verify-audit" + data + own);
    EXPECT_EQ(row.status, 1);
    EXPECT_THAT(row.said, HasSubstr("audit entry 1"));
    db->exec("UPDATE audit SET detail = $1 WHERE sequence = 1", {detail});
    EXPECT_EQ(runProgram("verify-audit" + data + own).status, 0);

    std::ifstream in(head);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto at = text.find("\"sequence\":") + 11;
    text[at] = text[at] == '9' ? '8' : '9';
    fs::remove(head);
    std::ofstream(head) << text;
    const Ended file = runProgram("verify-audit" + data + own);
    EXPECT_EQ(file.status, 1);
    EXPECT_THAT(file.said, HasSubstr(head.filename().string()));
    EXPECT_THAT(file.said, HasSubstr("the signature does not hold"));
    EXPECT_EQ(runProgram("verify-audit" + data).status, 1) << "without any key nothing is verified";
}

TEST(AuditTrail, saysWhatASettingWasAndIs) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    const auto change = [&](const std::string& kind, const std::string& id, const std::string& member,
                            const std::string& value) {
        const std::string path = "/api/v1/records/" + kind;
        const Reply list = server.get(path + "?limit=500", kTool, admin);
        for (const auto& one : list.at("/records").as_array()) {
            if (one.at("id").as_string() != id)
                continue;
            auto record = one.as_object();
            record[member] = value;
            const Reply put =
                server.ask("PUT", path + "/" + id, kTool, boost::json::serialize(record), admin,
                           {{"If-Match", '"' + std::to_string(one.at("version").as_int64()) + '"'}});
            EXPECT_EQ(put.status, 200) << put.text;
        }
        return server.get("/api/v1/audit?limit=1", kTool, admin).string("/entries/0/detail");
    };
    const std::string area = server.get("/api/v1/records/area?limit=1", kTool, admin).string("/records/0/id");
    (void)change("area", area, "caption", "午间照常办理");
    const std::string second = change("area", area, "caption", "今日办理至17时");
    EXPECT_THAT(second, HasSubstr(R"("member":"caption","before":"午间照常办理","after":"今日办理至17时")"));
    EXPECT_THAT(second, testing::Not(HasSubstr(R"("member":"name")")));
    const std::string staff = change("staff", "staff-admin", "name", "改了名的人");
    EXPECT_THAT(staff, HasSubstr(R"("member":"name","before":"","after":"","hidden":true)"));
    EXPECT_THAT(staff, testing::Not(HasSubstr("改了名的人")));
}

} // namespace atrium::test
