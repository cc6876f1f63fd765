// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/auth/gate.h"
#include "tests/unit/server/services/hallfixture.h"

namespace atrium::services::testing {

using model::ErrorCode;

class GateTest : public HallTest {
protected:
    void SetUp() override {
        HallTest::SetUp();
        gate = std::make_unique<Gate>(*store, *hall, clock);
        gate->load().value();
    }
    void TearDown() override {
        gate.reset();
        HallTest::TearDown();
    }
    model::Result<http::Caller> ask(const std::string& token, const std::string& session = {}) {
        http::Request request;
        request.headers.add("Authorization", "Bearer " + token);
        if (!session.empty())
            request.headers.add("Atrium-Session", session);
        return gate->authenticate(request);
    }
    model::Instant soon() { return clock.now() + Gate::kCodeTime; }

    const model::DeviceId kiosk{"kiosk"};
    const model::DeviceId terminal{"terminal"};
    std::unique_ptr<Gate> gate;
};

TEST_F(GateTest, aTokenIsItsDeviceUntilItIsRevoked) {
    const auto token = gate->giveToken(kiosk).value();
    EXPECT_EQ(ask(token)->deviceId, kiosk);
    EXPECT_EQ(ask(token)->kind, model::DeviceKind::kiosk);
    Gate restarted(*store, *hall, clock);
    restarted.load().value();
    EXPECT_TRUE(restarted.knows(kiosk, token));
    EXPECT_EQ(ask(token + "x").error().code, ErrorCode::unauthenticated);
    gate->revoke(kiosk).value();
    EXPECT_EQ(ask(token).error().code, ErrorCode::unauthenticated);
    for (const auto& [hash, device] : store->deviceTokens().value())
        EXPECT_NE(device, kiosk);
}

TEST_F(GateTest, theTableHoldsNoToken) {
    const auto token = gate->giveToken(kiosk).value();
    for (const auto& [hash, device] : store->deviceTokens().value())
        EXPECT_NE(hash, token);
}

TEST_F(GateTest, aCodeWorksOnceAndInTime) {
    const auto code = gate->giveCode(kiosk, soon()).value();
    EXPECT_EQ(code.size(), 8U);
    EXPECT_EQ(code.find_first_of("01IO"), std::string::npos);
    EXPECT_EQ(gate->spendCode(code.substr(0, 4) + " - " + code.substr(4), "10.0.0.1").value(), kiosk);
    EXPECT_FALSE(gate->spendCode(code, "10.0.0.1"));

    const auto late = gate->giveCode(kiosk, soon()).value();
    clock.advance(std::chrono::minutes(10));
    EXPECT_FALSE(gate->spendCode(late, "10.0.0.1"));
}

TEST_F(GateTest, aNewCodeVoidsTheOneBefore) {
    const auto old = gate->giveCode(kiosk, soon()).value();
    const auto fresh = gate->giveCode(kiosk, soon()).value();
    EXPECT_FALSE(gate->spendCode(old, "10.0.0.1"));
    EXPECT_TRUE(gate->spendCode(fresh, "10.0.0.1"));
}

TEST_F(GateTest, aCodeOfAnotherKindOfDeviceIsRefusedAndStaysGood) {
    const auto code = gate->giveCode(kiosk, soon()).value();
    for (int i = 0; i <= Gate::kWrongCodes; ++i) {
        const auto refused =
            gate->spendCode(code, "10.0.0.1", [this](const model::DeviceId& id) { return id != kiosk; });
        EXPECT_EQ(refused.error().code, ErrorCode::conflict);
        EXPECT_EQ(refused.error().path, "/kind");
    }
    EXPECT_EQ(gate->spendCode(code, "10.0.0.1").value(), kiosk);
}

TEST_F(GateTest, wrongCodesOfOneShutNobodyElseOut) {
    const auto code = gate->giveCode(kiosk, soon()).value();
    for (int guesser = 0; guesser < 20; ++guesser)
        for (int i = 0; i < 2 * Gate::kWrongCodes; ++i)
            EXPECT_FALSE(gate->spendCode("AAAAAAAA", "10.0.1." + std::to_string(guesser)));
    EXPECT_EQ(gate->spendCode(code, "10.0.0.2").value(), kiosk);
}

TEST_F(GateTest, anAddressThatGuessesIsHeldOff) {
    const auto code = gate->giveCode(kiosk, soon()).value();
    for (int i = 0; i < Gate::kWrongCodes; ++i)
        EXPECT_EQ(gate->spendCode("AAAAAAAA", "10.0.0.1").error().code, ErrorCode::forbidden);
    EXPECT_EQ(gate->spendCode("AAAAAAAA", "10.0.0.1").error().code, ErrorCode::tooMany);
    EXPECT_EQ(gate->spendCode(code, "10.0.0.1").error().code, ErrorCode::tooMany) << "else it could guess on";
    EXPECT_EQ(gate->spendCode("AAAAAAAA", "10.0.0.2").error().code, ErrorCode::forbidden);
    clock.advance(std::chrono::seconds(301));
    EXPECT_EQ(gate->spendCode("AAAAAAAA", "10.0.0.1").error().code, ErrorCode::forbidden);
}

TEST_F(GateTest, aClientDoesNotGetMoreTriesByItsOtherAddresses) {
    for (int i = 0; i < Gate::kWrongCodes; ++i)
        (void)gate->spendCode("AAAAAAAA", "2001:db8::" + std::to_string(i + 1));
    EXPECT_EQ(gate->spendCode("AAAAAAAA", "2001:db8::abcd").error().code, ErrorCode::tooMany);
    EXPECT_EQ(gate->spendCode("AAAAAAAA", "2001:db8:0:1::1").error().code, ErrorCode::forbidden);
}

TEST_F(GateTest, aSessionBelongsToItsDeviceAndEnds) {
    const auto token = gate->giveToken(terminal).value();
    const auto other = gate->giveToken(kiosk).value();
    const auto session = gate->openSession(terminal, model::StaffId("clerk"), model::WindowId("window-1"),
                                           clock.now() + Gate::kSessionTime)
                             .value();
    const auto caller = ask(token, session).value();
    EXPECT_EQ(caller.session->staffId.value, "clerk");
    EXPECT_EQ(caller.session->windowId->value, "window-1");
    EXPECT_FALSE(ask(token)->session);
    EXPECT_FALSE(ask(other, session));
    EXPECT_FALSE(ask(token, session + "x"));
    clock.advance(Gate::kSessionTime);
    EXPECT_FALSE(ask(token, session));
}

TEST_F(GateTest, aSessionThatIsOverBarsEverythingButTheNextSignIn) {
    http::Request request;
    request.headers.add("Authorization", "Bearer " + gate->giveToken(terminal).value());
    request.headers.add("Atrium-Session", "of yesterday");
    request.method = "POST";
    request.path = "/api/v1/session";
    const auto caller = gate->authenticate(request);
    ASSERT_TRUE(caller);
    EXPECT_EQ(caller->deviceId, terminal);
    EXPECT_FALSE(caller->session);
    request.method = "DELETE"; // to sign out one must be signed in
    EXPECT_EQ(gate->authenticate(request).error().code, ErrorCode::unauthenticated);
}

TEST_F(GateTest, knowsWhoIsSignedInAtAWindow) {
    const model::WindowId window("window-1");
    const model::StaffId clerk("clerk");
    const auto end = clock.now() + Gate::kSessionTime;
    EXPECT_FALSE(gate->isSignedIn(clerk, window));
    gate->openSession(terminal, clerk, window, end).value();
    EXPECT_TRUE(gate->isSignedIn(clerk, window));
    EXPECT_FALSE(gate->isSignedIn(clerk, model::WindowId("window-2")));
    EXPECT_FALSE(gate->isSignedIn(model::StaffId("clerk-2"), window));
    EXPECT_TRUE(gate->closeSessionsAt(window, terminal).value().empty());
    EXPECT_TRUE(gate->isSignedIn(clerk, window));
    EXPECT_EQ(gate->closeSessionsAt(window, model::DeviceId("tool")).value(), std::vector{terminal});
    EXPECT_FALSE(gate->isSignedIn(clerk, window));
    gate->openSession(terminal, clerk, window, end).value();
    clock.advance(Gate::kSessionTime);
    EXPECT_FALSE(gate->isSignedIn(clerk, window)) << "over";
}

TEST_F(GateTest, closingASessionEndsIt) {
    const auto token = gate->giveToken(terminal).value();
    const auto end = clock.now() + Gate::kSessionTime;
    const auto first = gate->openSession(terminal, model::StaffId("clerk"), {}, end).value();
    const auto second = gate->openSession(terminal, model::StaffId("clerk-2"), {}, end).value();
    EXPECT_FALSE(ask(token, first));
    EXPECT_TRUE(ask(token, second));
    gate->closeSessionsOf(model::StaffId("clerk-2")).value();
    EXPECT_FALSE(ask(token, second));
}

} // namespace atrium::services::testing
