// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator's changes are answered with, and who a proxy may pretend to be.
#include "tests/integration/server/services/eventstream.h"
#include "tests/integration/server/services/setuprecords.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <sys/resource.h>

namespace atrium::test {
namespace {

namespace json = boost::json;
using Fields = std::map<std::string, std::string>;

const std::string kApi = "/api/v1";

/// Lets nothing grow beyond a byte: what a full disk or a used-up quota looks like from inside.
void mayGrow(pid_t program, bool may) {
    const rlimit limit{may ? RLIM_INFINITY : rlim_t{1}, RLIM_INFINITY};
    ASSERT_EQ(::prlimit(program, RLIMIT_FSIZE, &limit, nullptr), 0);
}

} // namespace

TEST(SetupAnswers, aPictureNobodyUploadedIsRefused) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    auto staff = recordOf(server, admin, "staff", "staff-admin");
    staff["photo"] = std::string(64, '0');
    const Reply refused = change(server, admin, "PUT", "staff", staff);
    EXPECT_EQ(refused.status, 400) << refused.text;
    EXPECT_EQ(refused.string("/path"), "/photo");
}

TEST(SetupAnswers, picturesAreServedAsNothingThatRuns) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    const auto hall = recordOf(server, admin, "hall", "hall-demo");
    const Reply logo = server.get(kApi + "/media/" + std::string(hall.at("logo").as_string()), kTool);
    ASSERT_EQ(logo.status, 200);
    EXPECT_EQ(logo.headers.at("Content-Type"), "image/png");
    EXPECT_EQ(logo.headers.at("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(logo.headers.at("Content-Security-Policy"), "default-src 'none'; sandbox");
    EXPECT_EQ(server
                  .ask("POST", kApi + "/media", kTool, "<svg xmlns='http://www.w3.org/2000/svg'/>", admin,
                       {{"Content-Type", "image/svg+xml"}})
                  .status,
              400);
}

TEST(SetupAnswers, aChangeOfTheTimeZoneIsSaidToWait) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    auto hall = recordOf(server, admin, "hall", "hall-demo");
    const auto before = hall;
    hall["timeZone"] = "Asia/Urumqi";
    const Reply changed = change(server, admin, "PUT", "hall", hall);
    ASSERT_EQ(changed.status, 200) << changed.text;
    EXPECT_EQ(changed.string("/notes/0"), "新的时区在服务器重新启动后生效");
    hall["timeZone"] = "Asia/Shanghai";
    hall["version"] = changed.at("/version");
    const Reply back = change(server, admin, "PUT", "hall", hall, "en");
    EXPECT_EQ(back.string("/notes/0"), "the new time zone holds from the server's next start");
    hall["version"] = back.at("/version");
    EXPECT_TRUE(change(server, admin, "PUT", "hall", hall).at("/notes").is_null());
}

TEST(SetupAnswers, aWindowTakenFromAWaitingQueueIsSaid) {
    RunningServer server;
    const std::string admin = server.signIn(kTool, "admin");
    const Reply ticket =
        server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kItem + R"(","paper":false})");
    ASSERT_EQ(ticket.status, 201) << ticket.text;
    const std::string clerk = server.signIn(kTerminal, kClerk);
    ASSERT_FALSE(clerk.empty());
    EventStream followed(server, kTool, {}, admin);
    followed.until("\n\n"); // it is followed from here on
    // Every window that serves the item goes, also the one where somebody sits.
    std::string note;
    const Reply windows = server.get(kApi + "/records/window", kTool, admin);
    for (const auto& entry : windows.at("/records").get_array()) {
        auto window = entry.as_object();
        bool serves = false;
        for (const auto& item : window["itemIds"].get_array())
            serves = serves || std::string(item.as_string()) == kItem;
        if (!serves)
            continue;
        window["active"] = false;
        const Reply changed = change(server, admin, "PUT", "window", window);
        ASSERT_EQ(changed.status, 200) << changed.text;
        if (changed.at("/notes/0").is_string())
            note = changed.string("/notes/0");
    }
    EXPECT_NE(note.find("1 人等候，无窗口可办"), std::string::npos) << note;
    // The program's housekeeping raises the alarm, by the queue.
    followed.until(R"("kind":"queueStranded")");
    const Reply alarms = server.get(kApi + "/records/alarm", kTool, admin);
    std::string waiting;
    for (const auto& alarm : alarms.at("/records").get_array())
        if (alarm.at("kind").as_string() == "queueStranded")
            waiting = std::string(alarm.at("detail").as_string());
    EXPECT_EQ(waiting, "1") << alarms.text;
}

TEST(LastAdministrator, isOneWhoCanSignIn) {
    RunningServer server;
    const std::string admin = server.signIn(kTool, "admin");
    auto other = recordOf(server, admin, "staff", "staff-admin2");
    other["active"] = false;
    ASSERT_EQ(change(server, admin, "PUT", "staff", other).status, 200);
    auto first = recordOf(server, admin, "staff", "staff-admin");
    auto second = first;
    second["id"] = "staff-second";
    second["number"] = "A9002";
    second["account"] = "second";
    second["version"] = 0;
    const Reply made =
        server.ask("PUT", kApi + "/records/staff/staff-second", kTool, boost::json::serialize(second), admin);
    ASSERT_EQ(made.status, 201) << made.text;
    // Nobody could sign in any more: the second has no password yet.
    const auto refused = [&](const char* field, const json::value& value) {
        auto wanted = first;
        wanted[field] = value;
        const Reply reply = change(server, admin, "PUT", "staff", wanted, "en");
        EXPECT_EQ(reply.status, 409) << field << " " << reply.text;
        EXPECT_EQ(reply.string("/path"), std::string("/") + field);
        EXPECT_NE(reply.string("/detail").find("last administrator"), std::string::npos) << reply.text;
    };
    refused("active", false);
    refused("role", "clerk");
    refused("account", "");
    EXPECT_EQ(change(server, admin, "DELETE", "staff", first).status, 409);
    EXPECT_EQ(recordOf(server, admin, "staff", "staff-admin"), first);
    const std::string password = R"({"password":"a long enough one"})";
    ASSERT_EQ(server.ask("PUT", kApi + "/staff/staff-second/password", kTool, password, admin).status, 204);
    first["active"] = false;
    const Reply changed = change(server, admin, "PUT", "staff", first);
    EXPECT_EQ(changed.status, 200) << changed.text;
    const Reply session =
        server.post(kApi + "/session", kTool, R"({"account":"second","password":"a long enough one"})");
    EXPECT_EQ(session.status, 200) << session.text;
    // Now the second is the last one.
    const std::string token = session.string("/token");
    const auto last = recordOf(server, token, "staff", "staff-second");
    EXPECT_EQ(change(server, token, "DELETE", "staff", last).status, 409);
}

TEST(Proxies, aForwardedRequestIsNotFromThisMachine) {
    auto& server = sharedServer();
    const Fields forwarded{{"X-Forwarded-For", "203.0.113.7"}};
    EXPECT_EQ(server.get("/metrics").status, 200);
    EXPECT_EQ(server.ask("GET", "/metrics", {}, {}, {}, forwarded).status, 403);
    EXPECT_EQ(server.ask("GET", "/metrics", {}, {}, {}, {{"Forwarded", "for=127.0.0.1"}}).status, 403);
    const std::string account = R"({"account":"admin","password":"zhongting-2026"})";
    const Reply refused = server.ask("POST", kApi + "/session", kTool, account, {}, forwarded);
    EXPECT_EQ(refused.status, 403) << refused.text;
    EXPECT_EQ(refused.string("/detail"), "演示账号只能在服务器本机使用");
    EXPECT_EQ(server.post(kApi + "/session", kTool, account).status, 200);
}

TEST(StoreTrouble, aFullDiskIsToldAndRaisesAnAlarm) {
    RunningServer server({}, RunningServer::Complaints::kept);
    const std::string admin = server.signIn(kTool, "admin");
    ASSERT_FALSE(admin.empty());
    EventStream followed(server, kTool, {}, admin);
    followed.until("\n\n"); // it is followed from here on
    const auto issue = [&] {
        return server.post(kApi + "/tickets", kKiosk, R"({"itemId":")" + kItem + R"(","paper":false})");
    };
    ASSERT_EQ(issue().status, 201);
    mayGrow(server.pid(), false);
    const Reply refused = issue();
    EXPECT_EQ(refused.status, 503) << refused.text;
    EXPECT_EQ(refused.string("/code"), "unavailable");
    EXPECT_NE(refused.string("/detail").find("磁盘已满"), std::string::npos) << refused.text;
    EXPECT_EQ(server.get(kApi + "/dashboard", kTool, admin).string("/storeTrouble"), "storeFull");
    mayGrow(server.pid(), true);
    EXPECT_EQ(issue().status, 201);
    EXPECT_EQ(server.get(kApi + "/dashboard", kTool, admin).string("/storeTrouble"), "");
    followed.until(R"("kind":"storeFailed")");
    std::string id;
    int found = 0;
    const Reply alarms = server.get(kApi + "/records/alarm", kTool, admin);
    for (const auto& alarm : alarms.at("/records").get_array())
        if (alarm.at("kind").as_string() == "storeFailed") {
            id = std::string(alarm.at("id").as_string());
            EXPECT_EQ(alarm.at("detail").as_string(), "storeFull");
            ++found;
        }
    EXPECT_EQ(found, 1) << alarms.text;
    EXPECT_EQ(server.post(kApi + "/alarms/" + id + "/acknowledge", kTool, "{}", admin).status, 204);
}

} // namespace atrium::test
