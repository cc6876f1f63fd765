// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the set-up that would lock people out, or leave somebody in.
#include "tests/integration/server/services/running.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

namespace atrium::test {
namespace {

const std::string kApi = "/api/v1";

/// The record of that id as its kind's list gives it.
boost::json::object record(RunningServer& server, const std::string& admin, const std::string& kind,
                           const std::string& id) {
    const Reply list = server.get(kApi + "/records/" + kind, kTool, admin);
    for (const auto& entry : list.at("/records").as_array())
        if (entry.at("id").as_string() == id)
            return entry.as_object();
    return {};
}

Reply change(RunningServer& server, const std::string& admin, const std::string& method,
             const std::string& kind, const boost::json::object& wanted) {
    return server.ask(method, kApi + "/records/" + kind + "/" + std::string(wanted.at("id").as_string()),
                      kTool, method == "PUT" ? boost::json::serialize(wanted) : std::string(), admin,
                      {{"If-Match", "\"" + std::to_string(wanted.at("version").as_int64()) + "\""}});
}

} // namespace

TEST(Access, whoSitsAtAWindowIsNotDeleted) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    const std::string clerk = server.signIn("window-terminal-06", "c1006");
    const Reply kept =
        change(server, admin, "DELETE", "staff", record(server, admin, "staff", "staff-c1006"));
    EXPECT_EQ(kept.status, 409) << kept.text;
    EXPECT_NE(kept.text.find("6号窗口"), std::string::npos) << kept.text;
    EXPECT_EQ(server.ask("DELETE", kApi + "/session", "window-terminal-06", {}, clerk).status, 204);
}

TEST(Access, aRefusedSignInLeavesTheOtherWindowAsItWas) {
    auto& server = sharedServer();
    const std::string nine = server.signIn("window-terminal-37", "c1037");
    const std::string ten = server.signIn("window-terminal-38", "c1038");
    const Reply refused = server.post(kApi + "/session", "window-terminal-38",
                                      R"({"account":"c1037","password":"zhongting-2026"})");
    EXPECT_EQ(refused.status, 409) << refused.text;
    const Reply still =
        server.post(kApi + "/windows/window-38/pause", "window-terminal-38", R"({"reason":"午餐"})", ten);
    EXPECT_EQ(still.status, 200) << still.text;
    EXPECT_EQ(server.ask("DELETE", kApi + "/session", "window-terminal-37", {}, nine).status, 204);
    EXPECT_EQ(server.ask("DELETE", kApi + "/session", "window-terminal-38", {}, ten).status, 204);
}

TEST(Access, theLastAdministratorStays) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    auto other = record(server, admin, "staff", "staff-admin2");
    other["active"] = false;
    ASSERT_EQ(change(server, admin, "PUT", "staff", other).status, 200);
    auto last = record(server, admin, "staff", "staff-admin");
    EXPECT_EQ(change(server, admin, "DELETE", "staff", last).status, 409);
    last["role"] = "publisher";
    EXPECT_EQ(change(server, admin, "PUT", "staff", last).string("/path"), "/role");
    auto again = record(server, admin, "staff", "staff-admin2");
    again["active"] = true;
    EXPECT_EQ(change(server, admin, "PUT", "staff", again).status, 200);
}

TEST(Access, anEnrolledDeviceIsRevokedFirstAndKeepsItsKind) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    auto device = record(server, admin, "device", "kiosk-06");
    EXPECT_EQ(change(server, admin, "DELETE", "device", device).status, 409);
    device["kind"] = "admin";
    EXPECT_EQ(change(server, admin, "PUT", "device", device).string("/path"), "/kind");
}

TEST(Access, enrollingAgainEndsTheMachineBefore) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    const std::string before = server.token("kiosk-04");
    const std::string code = server.post(kApi + "/devices/kiosk-04/code", kTool, "", admin).string("/code");
    const Reply enrolled = server.post(kApi + "/enrolment", "", R"({"code":")" + code + R"("})");
    ASSERT_EQ(enrolled.status, 200) << enrolled.text;
    const auto self = [&](const std::string& token) {
        return server.ask("GET", kApi + "/devices/self", "", {}, {}, {{"Authorization", "Bearer " + token}})
            .status;
    };
    EXPECT_EQ(self(before), 401);
    EXPECT_EQ(self(enrolled.string("/token")), 200);
}

} // namespace atrium::test
