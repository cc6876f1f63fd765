// SPDX-License-Identifier: GPL-3.0-or-later
// What requests about tickets must say, and which ticket they mean.
#include "tests/unit/server/services/servicesfixture.h"

#include <gmock/gmock.h>

namespace atrium::services::testing {

using model::CallId;
using model::TicketState;
using model::WindowId;
using rules::queueing::CallNext;
using ::testing::HasSubstr;

class TicketRoutes : public ServicesTest {
protected:
    [[nodiscard]] http::Response act(const std::string& verb, const std::string& ticket) {
        return ask("POST", "/api/v1/windows/window-1/" + verb, clerk,
                   R"({"ticketId":")" + ticket + R"(","reason":"取材料","itemId":"item"})");
    }

    /// The queue's passed tickets are laid aside until their holders report.
    void keepPlaces() {
        auto queue = hall->setup()->config.queues.begin()->second;
        queue.passedRule = model::PassedRule::keepsPlace;
        writer
            ->run({},
                  [&queue](WriteContext& context) -> model::Result<Outcome> {
                      context.record("recordChanged", {store::put(queue)});
                      return Outcome{};
                  })
            .value();
    }

    void SetUp() override {
        ServicesTest::SetUp();
        clerk = at("terminal", "clerk", "window-1");
    }
    http::Caller clerk;
};

TEST_F(TicketRoutes, aPrintReportWithoutItsOutcomeIsRefused) {
    rules::queueing::IssueTicket paper;
    paper.ticketId = model::TicketId("t1");
    paper.itemId = model::ServiceItemId("item");
    paper.deviceId = model::DeviceId("kiosk");
    run(paper).value();
    const std::string path = "/api/v1/tickets/t1/print";
    for (const char* body : {"{}", R"({"reason":"whatever"})"}) {
        const auto refused = ask("POST", path, at("kiosk"), body);
        EXPECT_EQ(refused.status, 400) << body;
        EXPECT_THAT(refused.body, HasSubstr(R"("path":"/outcome")"));
    }
    EXPECT_EQ(ticket("t1").state, TicketState::reserved);
    EXPECT_EQ(ask("POST", path, at("kiosk"), R"({"outcome":"printed"})").status, 200);
    EXPECT_EQ(ticket("t1").state, TicketState::waiting);
}

TEST_F(TicketRoutes, aTerminalThatLagsBehindActsOnNoOtherTicketThanItNames) {
    issue("t1").value();
    issue("t2").value();
    run(CallNext{WindowId("window-1"), CallId("c1")}).value();
    for (const char* verb : {"recall", "start", "no-show", "hold", "transfer", "finish"}) {
        const auto refused = act(verb, "t2");
        EXPECT_EQ(refused.status, 409) << verb;
        EXPECT_THAT(refused.body, HasSubstr(R"("path":"/ticketId")")) << verb;
        EXPECT_THAT(refused.body, HasSubstr("A0001")) << verb << " says which one is there";
    }
    EXPECT_EQ(ticket("t1").state, TicketState::called);
    EXPECT_EQ(act("start", "t1").status, 200);
    EXPECT_EQ(act("finish", "t2").status, 409);
    EXPECT_EQ(ticket("t1").state, TicketState::serving);
    EXPECT_EQ(ask("POST", "/api/v1/windows/window-1/finish", clerk, "{}").status, 200) << "the present one";
    EXPECT_EQ(ticket("t1").state, TicketState::finished);
}

TEST_F(TicketRoutes, whoHoldsAPassedTicketsCodeReportsAndNobodyElse) {
    keepPlaces();
    issue("t1").value();
    issue("t2").value();
    run(CallNext{WindowId("window-1"), CallId("c1")}).value();
    const std::string path = "/api/v1/tickets/t1/report";
    const auto with = [&](const char* id) {
        return R"({"qrText":")" + codes->text(model::TicketId(id)) + R"("})";
    };
    EXPECT_EQ(ask("POST", path, at("kiosk"), with("t1")).status, 409) << "it is being called";
    EXPECT_EQ(act("no-show", "t1").status, 200);
    EXPECT_EQ(ask("POST", path, at("kiosk"), "{}").status, 400);
    EXPECT_EQ(ask("POST", path, at("kiosk"), R"({"qrText":"http://hall/t/t1.1.00"})").status, 404);
    EXPECT_EQ(ask("POST", path, at("kiosk"), with("t2")).status, 403);
    const auto stranger = R"({"identity":{"number":"11010519491231002X","name":"张三"}})";
    EXPECT_EQ(ask("POST", path, at("kiosk"), stranger).status, 403);
    EXPECT_EQ(ticket("t1").state, TicketState::noShow);
    EXPECT_EQ(ask("POST", path, at("kiosk"), with("t1")).status, 200);
    EXPECT_EQ(ticket("t1").state, TicketState::waiting);
    EXPECT_EQ(audited("ticket.report"), 1U);
    run(CallNext{WindowId("window-1"), CallId("c2")}).value();
    EXPECT_EQ(ticket("t1").state, TicketState::called) << "it kept its place";
}

} // namespace atrium::services::testing
