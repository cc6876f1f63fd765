// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions that end and passwords that change, with what follows for those who are signed in.
#include "server/services/core/crypto.h"
#include "tests/unit/server/services/servicesfixture.h"

#include <stdexcept>

namespace atrium::services::testing {

class Sessions : public ServicesTest {
protected:
    void SetUp() override {
        ServicesTest::SetUp();
        store->putAccount({clerk, hashPassword("the old password"), true}).value();
    }
    [[nodiscard]] bool opens(const std::string& password) const {
        return checkPassword(store->account(clerk).value()->passwordHash, password);
    }
    [[nodiscard]] http::Response change(const http::Caller& caller, const std::string& old) const {
        return ask("PUT", "/api/v1/staff/clerk/password", caller,
                   R"({"password":"the new password","oldPassword":")" + old + "\"}");
    }

    const model::StaffId clerk{"clerk"};
    const model::WindowId window{"window-1"};
};

TEST_F(Sessions, streamsEndWithTheSession) {
    (void)at("terminal", "clerk", "window-1");
    clock.advance(Gate::kSessionTime - std::chrono::seconds(1));
    housekeeping->round();
    EXPECT_TRUE(closedStreams.empty());
    clock.advance(std::chrono::seconds(1));
    housekeeping->round();
    EXPECT_EQ(closedStreams, std::vector<std::string>{"terminal"});
    EXPECT_TRUE(store->sessions(model::fromMillis(0)).value().empty());
    housekeeping->round();
    EXPECT_EQ(closedStreams.size(), 1U) << "once";
}

TEST_F(Sessions, anotherOnesPasswordEndsTheirSessionsAndStreams) {
    (void)at("terminal", "clerk", "window-1");
    const auto admin = at("tool", "admin");
    EXPECT_EQ(change(admin, "").status, 204);
    EXPECT_EQ(closedStreams, std::vector<std::string>{"terminal"});
    EXPECT_FALSE(gate->isSignedIn(clerk, window));
    EXPECT_TRUE(opens("the new password"));
    EXPECT_FALSE(store->account(clerk).value()->demonstration);
}

TEST_F(Sessions, onesOwnPasswordEndsOnesOtherSessionsAlone) {
    (void)at("outer", "clerk", "window-2"); // elsewhere
    const auto self = at("terminal", "clerk", "window-1");
    EXPECT_EQ(change(self, "a wrong password").status, 403);
    EXPECT_TRUE(closedStreams.empty());
    EXPECT_EQ(change(self, "the old password").status, 204);
    EXPECT_EQ(closedStreams, std::vector<std::string>{"outer"});
    EXPECT_TRUE(gate->isSignedIn(clerk, window));
    EXPECT_FALSE(gate->isSignedIn(clerk, model::WindowId("window-2")));
}

TEST_F(Sessions, aPasswordAndItsAuditEntryAreStoredTogetherOrNotAtAll) {
    const auto admin = at("tool", "admin");
    trouble.failCommits = true;
    EXPECT_EQ(change(admin, "").status, 503);
    trouble.failCommits = false;
    EXPECT_TRUE(opens("the old password"));
    EXPECT_EQ(audited("staff.password"), 0U);
    EXPECT_EQ(change(admin, "").status, 204);
    EXPECT_TRUE(opens("the new password"));
    EXPECT_EQ(audited("staff.password"), 1U);
}

TEST_F(Sessions, anActOfTheCommandLineGetsItsEntryOnce) {
    (void)at("terminal", "clerk", "window-1");
    model::AuditEntry act;
    act.at = clock.now();
    act.action = "staff.password";
    act.subjectKind = "staff";
    act.subjectId = clerk.value;
    store->putAccount({clerk, hashPassword("the new password"), false}, act).value();
    act.action = "device.code";
    act.subjectKind = "device";
    act.subjectId = "kiosk";
    (void)gate->giveCode(model::DeviceId("kiosk"), clock.now() + Gate::kCodeTime, act).value();
    trouble.failCommits = true;
    housekeeping->round();
    trouble.failCommits = false;
    EXPECT_EQ(audited("staff.password"), 0U);
    for (int rounds = 0; rounds < 2; ++rounds)
        housekeeping->round();
    EXPECT_EQ(audited("staff.password"), 1U);
    EXPECT_EQ(audited("device.code"), 1U);
    EXPECT_FALSE(gate->isSignedIn(clerk, window)) << "by a password that is no more";
    EXPECT_EQ(closedStreams, std::vector<std::string>{"terminal"});
}

TEST_F(Sessions, whoTriesTooOftenIsToldHowLongToWait) {
    const auto terminal = at("terminal");
    const auto signIn = [&] {
        return ask("POST", "/api/v1/session", terminal, R"({"account":"account-clerk","password":"wrong"})");
    };
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(signIn().status, 401);
    EXPECT_EQ(signIn().status, 429);
    EXPECT_EQ(signIn().headers.find("Retry-After"), "60");
    clock.advance(std::chrono::milliseconds(19'500));
    EXPECT_EQ(signIn().headers.find("Retry-After"), "41");
    clock.advance(std::chrono::milliseconds(40'500));
    EXPECT_EQ(signIn().status, 401);

    const auto enrol = [&] { return ask("POST", "/api/v1/enrolment", {}, R"({"code":"AAAAAAAA"})"); };
    for (int i = 0; i < Gate::kWrongCodes; ++i)
        EXPECT_EQ(enrol().status, 403);
    clock.advance(std::chrono::seconds(100));
    EXPECT_EQ(enrol().headers.find("Retry-After"), "200");
    clock.advance(std::chrono::seconds(200));
    EXPECT_EQ(enrol().status, 403);
}

TEST_F(Sessions, aFaultOfWorkThatRunsAsideIsAnsweredAndSaid) {
    store->putAccount({clerk, hashPassword("the old password"), false}).value();
    services->aside = [](const std::function<void()>& work) { work(); };
    services->closeStreams = [](const std::string&) { throw std::runtime_error("secret of the house"); };
    ::testing::internal::CaptureStderr();
    const auto answer = ask("POST", "/api/v1/session", at("terminal"),
                            R"({"account":"account-clerk","password":"the old password"})");
    const std::string said = ::testing::internal::GetCapturedStderr();
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.body.find("secret"), std::string::npos);
    // Its kind and the request are said, its text, which may quote what somebody gave, is not.
    EXPECT_NE(said.find("std::runtime_error"), std::string::npos) << said;
    EXPECT_EQ(said.find("secret"), std::string::npos) << said;
}

TEST_F(Sessions, aPasswordSetMeanwhileOpensNoSession) {
    store->putAccount({clerk, hashPassword("the old password"), false}).value();
    const auto terminal = at("terminal");
    (void)at("outer", "clerk-2", "window-1"); // somebody to be signed out on the way
    int set = 0;
    services->closeStreams = [&](const std::string&) {
        if (set++ == 0) {
            EXPECT_EQ(change(at("tool", "admin"), "").status, 204);
        }
    };
    const auto answer =
        ask("POST", "/api/v1/session", terminal,
            R"({"account":"account-clerk","password":"the old password","windowId":"window-1"})");
    EXPECT_EQ(answer.status, 401) << answer.body;
    EXPECT_EQ(set, 1);
    EXPECT_FALSE(gate->isSignedIn(clerk, window));
}

TEST_F(Sessions, onesOwnPasswordIsThrottledWithTheTimeToo) {
    const auto self = at("terminal", "clerk", "window-1");
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(change(self, "a wrong password").status, 403);
    EXPECT_EQ(change(self, "the old password").headers.find("Retry-After"), "60");
    EXPECT_TRUE(opens("the old password"));
}

} // namespace atrium::services::testing
