// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the set-up that would lock people out, or leave somebody in.
#include "tests/integration/server/services/setuprecords.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

namespace atrium::test {
namespace {

const std::string kApi = "/api/v1";

} // namespace

TEST(Access, whoSitsAtAWindowIsNotDeleted) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    const std::string clerk = server.signIn("window-terminal-06", "c1006");
    const Reply kept =
        change(server, admin, "DELETE", "staff", recordOf(server, admin, "staff", "staff-c1006"));
    EXPECT_EQ(kept.status, 409) << kept.text;
    EXPECT_NE(kept.text.find("6号窗口"), std::string::npos) << kept.text;
    EXPECT_EQ(server.ask("DELETE", kApi + "/session", "window-terminal-06", {}, clerk).status, 204);
}

TEST(Access, aRefusedSignInLeavesTheOtherWindowAsItWas) {
    auto& server = sharedServer();
    const std::string clerk = server.signIn("window-terminal-37", "c1037");
    const std::string other = server.signIn("window-terminal-38", "c1038");
    const Reply refused = server.post(kApi + "/session", "window-terminal-38",
                                      R"({"account":"c1037","password":"zhongting-2026"})");
    EXPECT_EQ(refused.status, 409) << refused.text;
    const Reply still =
        server.post(kApi + "/windows/window-38/pause", "window-terminal-38", R"({"reason":"午餐"})", other);
    EXPECT_EQ(still.status, 200) << still.text;
    EXPECT_EQ(server.ask("DELETE", kApi + "/session", "window-terminal-37", {}, clerk).status, 204);
    EXPECT_EQ(server.ask("DELETE", kApi + "/session", "window-terminal-38", {}, other).status, 204);
}

TEST(Access, theLastAdministratorStays) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    auto other = recordOf(server, admin, "staff", "staff-admin2");
    other["active"] = false;
    ASSERT_EQ(change(server, admin, "PUT", "staff", other).status, 200);
    auto last = recordOf(server, admin, "staff", "staff-admin");
    EXPECT_EQ(change(server, admin, "DELETE", "staff", last).status, 409);
    last["role"] = "publisher";
    EXPECT_EQ(change(server, admin, "PUT", "staff", last).string("/path"), "/role");
    last["role"] = "administrator";
    last["account"] = "";
    EXPECT_EQ(change(server, admin, "PUT", "staff", last).string("/path"), "/account");
    auto again = recordOf(server, admin, "staff", "staff-admin2");
    again["active"] = true;
    EXPECT_EQ(change(server, admin, "PUT", "staff", again).status, 200);
}

TEST(Access, anEnrolledDeviceIsRevokedFirstAndKeepsItsKind) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    auto device = recordOf(server, admin, "device", "kiosk-06");
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

TEST(Access, whoMayNoLongerWorkIsOutAtOnceAndTheWindowIsFree) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    const std::string clerk = server.signIn("window-terminal-36", "c1036");
    const std::string call = kApi + "/windows/window-36/call";
    ASSERT_EQ(server.post(call, "window-terminal-36", "{}", clerk).string("/code"), "nothingWaiting");
    auto person = recordOf(server, admin, "staff", "staff-c1036");
    person["active"] = false;
    const Reply changed = change(server, admin, "PUT", "staff", person);
    ASSERT_EQ(changed.status, 200) << changed.text;
    EXPECT_EQ(server.post(call, "window-terminal-36", "{}", clerk).status, 401);
    EXPECT_TRUE(server.signIn("window-terminal-36", "c1036").empty());
    const std::string next = server.signIn("window-terminal-36", "c1035");
    EXPECT_EQ(server.post(call, "window-terminal-36", "{}", next).string("/code"), "nothingWaiting");
    EXPECT_EQ(server.ask("DELETE", kApi + "/session", "window-terminal-36", {}, next).status, 204);
}

/// A ticket of an item that window-35 serves, called there by its clerk.
Reply callAt35(RunningServer& server, const std::string& clerk) {
    const Reply issued =
        server.post(kApi + "/tickets", kKiosk, R"({"itemId":"item-filing-clinics","paper":false})");
    EXPECT_EQ(issued.status, 201) << issued.text;
    return server.post(kApi + "/windows/window-35/call", "window-terminal-35", "{}", clerk);
}

TEST(Access, theTicketOfSomebodyWhoMayNoLongerWorkIsTakenOver) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    const std::string clerk = server.signIn("window-terminal-35", "c1035");
    ASSERT_EQ(callAt35(server, clerk).status, 200);
    const Reply kept = server.post(kApi + "/session", "window-terminal-35",
                                   R"({"account":"c1034","password":"zhongting-2026"})");
    EXPECT_EQ(kept.status, 409) << "its clerk still works there";
    EXPECT_NE(kept.text.find("值班主任"), std::string::npos) << "names a way: " << kept.text;
    auto person = recordOf(server, admin, "staff", "staff-c1035");
    person["active"] = false;
    ASSERT_EQ(change(server, admin, "PUT", "staff", person).status, 200);

    const std::string next = server.signIn("window-terminal-35", "c1034");
    ASSERT_FALSE(next.empty());
    const Reply queue = server.get(kApi + "/windows/window-35/queue", "window-terminal-35", next);
    EXPECT_EQ(queue.string("/current/ticket/state"), "called") << queue.text;
    EXPECT_EQ(recordOf(server, admin, "windowStatus", "window-35")["staffId"], "staff-c1034");
    EXPECT_EQ(server.post(kApi + "/windows/window-35/no-show", "window-terminal-35", "{}", next).status, 200);
    EXPECT_EQ(server.ask("DELETE", kApi + "/session", "window-terminal-35", {}, next).status, 204);
    EXPECT_NE(server.get(kApi + "/audit", kTool, admin).text.find("window.takeOver"), std::string::npos);
    auto again = recordOf(server, admin, "staff", "staff-c1035");
    again["active"] = true;
    EXPECT_EQ(change(server, admin, "PUT", "staff", again).status, 200);
}

TEST(Access, aSupervisorTakesAWindowOverFromALiveSession) {
    auto& server = sharedServer();
    const std::string clerk = server.signIn("window-terminal-35", "c1033");
    ASSERT_EQ(callAt35(server, clerk).status, 200);
    const std::string supervisor = server.signIn("window-terminal-35", "banzhang3");
    ASSERT_FALSE(supervisor.empty());
    const std::string path = kApi + "/windows/window-35/";
    EXPECT_EQ(server.post(path + "start", "window-terminal-35", "{}", clerk).status, 401);
    EXPECT_EQ(server.post(path + "start", "window-terminal-35", "{}", supervisor).status, 200);
    EXPECT_EQ(server.post(path + "finish", "window-terminal-35", "{}", supervisor).status, 200);
    EXPECT_EQ(server.ask("DELETE", kApi + "/session", "window-terminal-35", {}, supervisor).status, 204);
}

TEST(Access, aPrefixWhoseNumbersAreInPeoplesHandsIsNotGivenAway) {
    auto& server = sharedServer();
    const std::string admin = server.signIn(kTool, "admin");
    ASSERT_EQ(
        server.post(kApi + "/tickets", kKiosk, R"({"itemId":"item-filing-clinics","paper":false})").status,
        201);
    auto queue = recordOf(server, admin, "queue", "queue-health-education");
    queue["prefix"] = "ZZ";
    const Reply refused = change(server, admin, "PUT", "queue", queue);
    EXPECT_EQ(refused.status, 409) << refused.text;
    EXPECT_EQ(refused.string("/path"), "/prefix");
    EXPECT_NE(refused.text.find("明天"), std::string::npos) << "names a way: " << refused.text;
    queue["prefix"] = "W";
    EXPECT_EQ(change(server, admin, "PUT", "queue", queue).status, 200) << "all else may change";
}

TEST(Access, anAccountIsTypedLargeOrSmall) {
    auto& server = sharedServer();
    EXPECT_FALSE(server.signIn(kTool, "ADMIN2").empty());
    const std::string admin = server.signIn(kTool, "admin");
    auto other = recordOf(server, admin, "staff", "staff-c1032");
    other["account"] = "Admin";
    EXPECT_EQ(change(server, admin, "PUT", "staff", other).string("/path"), "/account");
}

TEST(Access, aNumberIsGivenBackWithTheCardOnly) {
    auto& server = sharedServer();
    const std::string identity =
        R"("identity":{"kind":"citizenId","number":"11010519900307849X","name":"上官云"})";
    const Reply issued =
        server.post(kApi + "/tickets", kKiosk,
                    R"({"itemId":")" + kItem + R"(","paper":false,"recognition":"idCard",)" + identity + "}");
    ASSERT_EQ(issued.status, 201) << issued.text;
    const std::string cancel = kApi + "/tickets/" + issued.string("/ticket/id") + "/cancel";
    for (const std::string how : {"keyedId", "scanned", "none"}) {
        const Reply refused =
            server.post(cancel, kKiosk, R"({"recognition":")" + how + R"(",)" + identity + "}");
        EXPECT_EQ(refused.string("/code"), "identityRequired") << how << refused.text;
    }
    const std::string stranger = R"("identity":{"kind":"citizenId","number":"110105199003070017"})";
    EXPECT_EQ(server.post(cancel, kKiosk, R"({"recognition":"idCard",)" + stranger + "}").status, 403);
    const Reply done = server.post(cancel, kKiosk, R"({"recognition":"idCard",)" + identity + "}");
    EXPECT_EQ(done.string("/ticket/state"), "cancelled") << done.text;
}

TEST(Access, ageGivesPriorityByCardAndNotByAKeyedNumber) {
    auto& server = sharedServer();
    const auto classOf = [&](const std::string& how, const std::string& number) {
        const Reply issued =
            server.post(kApi + "/tickets", kKiosk,
                        R"({"itemId":"item-company-formation-registration","paper":false,"recognition":")" +
                            how + R"(","identity":{"kind":"citizenId","number":")" + number + R"("}})");
        EXPECT_EQ(issued.status, 201) << issued.text;
        return issued.at("/ticket/priorityClass").as_int64();
    };
    const auto keyed = classOf("keyedId", "110105194912310011");
    EXPECT_LT(classOf("idCard", "110105194912310038"), keyed);
}

} // namespace atrium::test
