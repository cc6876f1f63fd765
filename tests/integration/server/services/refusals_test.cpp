// SPDX-License-Identifier: GPL-3.0-or-later
// Bad input and people who may not: a stated answer, and nothing has changed.
#include "tests/integration/server/services/running.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

namespace atrium::test {
namespace {

const std::string kApi = "/api/v1";

std::int64_t sequence() {
    return sharedServer().get(kApi + "/server").at("/seq").as_int64();
}

struct Bad {
    std::string what;
    std::string body;
    int status;
    std::string code;
    std::string path;
};

} // namespace

TEST(Refusals, badBodiesAreNamedAndChangeNothing) {
    auto& server = sharedServer();
    const std::string deep = std::string(100, '[') + std::string(100, ']');
    const std::vector<Bad> table{
        {"no JSON", "{", 400, "invalid", ""},
        {"nothing", "", 400, "invalid", ""},
        {"too deep", deep, 400, "invalid", ""},
        {"a list", "[]", 400, "invalid", ""},
        {"wrong type", R"({"itemId": 7})", 400, "invalid", "/itemId"},
        {"unknown word", R"({"itemId":"x","language":"fr"})", 400, "invalid", "/language"},
        {"no id", R"({"itemId":"a b"})", 400, "invalid", "/itemId"},
        {"no such item", R"({"itemId":"item-nowhere"})", 404, "notFound", "/itemId"},
        {"wrong check character",
         R"({"itemId":")" + kItem + R"(","identity":{"kind":"citizenId","number":"110105194912310021"}})",
         400, "invalid", "/identity/number"},
        {"identity of a wrong type", R"({"itemId":"x","identity":{"kind":1}})", 400, "invalid",
         "/identity/kind"},
    };
    const auto before = sequence();
    for (const Bad& bad : table) {
        const Reply reply = server.post(kApi + "/tickets", kKiosk, bad.body);
        EXPECT_EQ(reply.status, bad.status) << bad.what << " " << reply.text;
        EXPECT_EQ(reply.string("/code"), bad.code) << bad.what;
        if (!bad.path.empty()) {
            EXPECT_EQ(reply.string("/path"), bad.path) << bad.what;
        }
        EXPECT_FALSE(reply.string("/detail").empty()) << bad.what;
    }
    const Reply broken = server.post(kApi + "/tickets", kKiosk, "{\n\"itemId\" 7}");
    EXPECT_EQ(broken.string("/detail"), "不是正确的 JSON：第2行第10个字符处有误，请改正后再发")
        << broken.text;
    EXPECT_EQ(broken.string("/path"), "/");
    EXPECT_EQ(
        server.ask("POST", kApi + "/tickets", kKiosk, "{}", {}, {{"Idempotency-Key", "no good!"}}).status,
        400);
    EXPECT_EQ(server.post(kApi + "/tickets", kKiosk, std::string(2 * 1024 * 1024, ' ')).status, 413);
    EXPECT_EQ(server.get(kApi + "/changes?after=minus", kKiosk).status, 400);
    EXPECT_EQ(server.get(kApi + "/nowhere", kKiosk).status, 404);
    EXPECT_EQ(server.ask("PATCH", kApi + "/tickets", kKiosk).status, 405);
    EXPECT_EQ(sequence(), before);
}

TEST(Refusals, aDeviceTellsItsPartsInTheWordsOfDevices) {
    auto& server = sharedServer();
    const auto tell = [&](const std::string& body, const std::string& language = "zh") {
        return server.ask("PUT", kApi + "/devices/self/status", kKiosk, body, {},
                          {{"Accept-Language", language}});
    };
    const std::string good =
        R"({"printer":"paperLow","cardReader":"none","scanner":"","appVersion":"1.2 test"})";
    ASSERT_EQ(tell(good).status, 204);
    const auto before = sequence();
    const std::vector<std::pair<std::string, std::string>> table{
        {"/printer", R"({"printer":"on fire","cardReader":"ready","scanner":"ready","appVersion":"1"})"},
        {"/printer", R"({"printer":"Ready","cardReader":"ready","scanner":"ready","appVersion":"1"})"},
        {"/cardReader", R"({"printer":"ready","cardReader":"paperOut","scanner":"ready","appVersion":"1"})"},
        {"/scanner", R"({"printer":"ready","cardReader":"ready","scanner":"ready ","appVersion":"1"})"},
        {"/appVersion",
         R"({"printer":"ready","cardReader":"ready","scanner":"ready","appVersion":"1\u0007"})"},
    };
    for (const auto& [path, body] : table) {
        const Reply reply = tell(body, "en");
        EXPECT_EQ(reply.status, 400) << body << reply.text;
        EXPECT_EQ(reply.string("/code"), "invalid") << body;
        EXPECT_EQ(reply.string("/path"), path) << body;
        EXPECT_FALSE(reply.string("/detail").empty()) << body;
    }
    EXPECT_EQ(tell(table.front().second).string("/detail"), "没有这个选项");
    EXPECT_EQ(sequence(), before);
}

TEST(Refusals, whoMayNotIsToldSo) {
    auto& server = sharedServer();
    const std::string clerk = server.signIn(kTerminal, kClerk);
    const std::string admin = server.signIn(kTool, "admin");
    ASSERT_FALSE(clerk.empty());
    ASSERT_FALSE(admin.empty());
    struct Case {
        const char* method;
        std::string path;
        std::string device;
        std::string session;
        int status;
    };
    const std::vector<Case> table{
        {"GET", "/snapshot", "", "", 401},
        {"POST", "/tickets", "", "", 401},
        {"POST", "/tickets", kBoard, "", 403},
        {"POST", "/tickets", kTerminal, clerk, 403}, // not of the service desk
        {"GET", "/dashboard", kKiosk, "", 403},
        {"GET", "/dashboard", kTool, "", 401},
        {"GET", "/dashboard", kTerminal, clerk, 403},
        {"GET", "/audit", kTerminal, clerk, 403},
        {"PUT", "/records/hall/hall-demo", kTerminal, clerk, 403},
        {"DELETE", "/records/queue/queue-tax", kTerminal, clerk, 403},
        {"POST", "/devices/kiosk-01/revoke", kTerminal, clerk, 403},
        {"POST", "/windows/window-02/call", kTerminal, clerk, 403},
        {"POST", "/windows/window-01/call", kTool, admin, 403},
        {"POST", "/windows/window-01/call", kTerminal, "", 401},
        {"POST", "/windows/window-01/call", kTerminal, admin, 401}, // a session of another device
        {"POST", "/ratings", kTerminal, clerk, 403},
        {"GET", "/tickets/0123", kBoard, "", 403},
        {"PUT", "/records/ticket/x", kTool, admin, 404},
    };
    const auto before = sequence();
    for (const Case& one : table) {
        const Reply reply = server.ask(one.method, kApi + one.path, one.device, "{}", one.session);
        EXPECT_EQ(reply.status, one.status) << one.method << " " << one.path << " " << reply.text;
        EXPECT_EQ(reply.at("/status"), one.status);
    }
    EXPECT_EQ(sequence(), before);
    server.ask("DELETE", kApi + "/session", kTerminal, {}, clerk);
}

TEST(Refusals, aRevokedDeviceStaysOutUntilItEnrolsAgain) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    EXPECT_EQ(server.get(kApi + "/devices/self", "kiosk-05").status, 200);
    EXPECT_EQ(server.post(kApi + "/devices/kiosk-05/revoke", kTool, "", admin).status, 204);
    EXPECT_EQ(server.get(kApi + "/devices/self", "kiosk-05").status, 401);
    const std::string code = server.post(kApi + "/devices/kiosk-05/code", kTool, "", admin).string("/code");
    ASSERT_EQ(code.size(), 8U);
    const Reply enrolled = server.post(kApi + "/enrolment", "", R"({"code":")" + code + R"("})");
    EXPECT_EQ(enrolled.string("/device/id"), "kiosk-05");
    const std::string token = enrolled.string("/token");
    EXPECT_EQ(
        server.ask("GET", kApi + "/devices/self", "", {}, {}, {{"Authorization", "Bearer " + token}}).status,
        200);
    EXPECT_EQ(server.post(kApi + "/enrolment", "", R"({"code":")" + code + R"("})").status, 403);
}

TEST(Refusals, wrongPasswordsAreSlowedDown) {
    auto& server = sharedServer();
    const std::string body = R"({"account":"c1009","password":"not the password"})";
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(server.post(kApi + "/session", "window-terminal-09", body).status, 401);
    const Reply slowed = server.post(kApi + "/session", "window-terminal-09", body);
    EXPECT_EQ(slowed.status, 429);
    EXPECT_GT(std::stoi(slowed.headers.at("Retry-After")), 1);
    EXPECT_EQ(server
                  .post(kApi + "/session", "window-terminal-09",
                        R"({"account":"nobody","password":"not the password"})")
                  .status,
              401);
}

TEST(Refusals, recordsChangeOnlyInTheVersionTheEditorSaw) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    const Reply areas = server.get(kApi + "/records/area", kTool, admin);
    const std::string id = areas.string("/records/0/id");
    auto area = areas.at("/records/0").as_object();
    area["caption"] = "新字幕";
    const std::string body = boost::json::serialize(area);
    const std::string path = kApi + "/records/area/" + id;
    const std::map<std::string, std::string> match{
        {"If-Match", "\"" + std::to_string(area["version"].as_int64()) + "\""}};
    EXPECT_EQ(server.ask("PUT", path, kTool, body, admin).status, 409);
    const Reply changed = server.ask("PUT", path, kTool, body, admin, match);
    EXPECT_EQ(changed.status, 200) << changed.text;
    EXPECT_EQ(changed.string("/caption"), "新字幕");
    EXPECT_EQ(server.ask("PUT", path, kTool, body, admin, match).status, 409);
    area["floorId"] = "nowhere";
    const std::map<std::string, std::string> fresh{
        {"If-Match", std::to_string(changed.at("/version").as_int64())}};
    EXPECT_EQ(server.ask("PUT", path, kTool, boost::json::serialize(area), admin, fresh).string("/path"),
              "/floorId");
    const Reply kept = server.ask("DELETE", path, kTool, {}, admin, fresh);
    EXPECT_EQ(kept.status, 409);
    EXPECT_NE(kept.string("/detail").find("仍被"), std::string::npos);
    EXPECT_EQ(server.get(kApi + "/audit?limit=1", kTool, admin).string("/entries/0/action"), "record.put");
}

} // namespace atrium::test
