// SPDX-License-Identifier: GPL-3.0-or-later
// What tickets are told of their wait is kept, and compared with what it was.
#include "server/services/figures/figures.h"
#include "tests/unit/server/services/servicesfixture.h"

#include "shared/model/json.h"

namespace atrium::services::testing {

namespace {

using model::CallId;
using model::TicketId;
using model::WindowId;
using rules::queueing::CallNext;
using rules::queueing::MarkNoShow;
using std::chrono::minutes;

const WindowId kFirst("window-1");
const WindowId kSecond("window-2");

} // namespace

class WaitErrors : public ServicesTest {
protected:
    [[nodiscard]] std::vector<store::WaitPrediction> stored() const {
        return store->load({20261122}, clock.now(), clock.now()).value().predictions;
    }
    [[nodiscard]] std::optional<store::WaitPrediction> of(const std::string& id) const {
        const auto all = stored();
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& told) { return told.ticketId.value == id; });
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] model::WaitErrors asked() {
        return model::fromJson<model::WaitErrors>(
                   ask("GET", "/api/v1/dashboard/wait-errors", at("tool", "admin")).body)
            .value();
    }
};

TEST_F(WaitErrors, whatATicketWasToldIsStoredAndItsTruthAtTheFirstCall) {
    issue("t1").value(); // both windows are free
    issue("t2").value(); // one person ahead: nine minutes as planned, of two windows
    ASSERT_TRUE(of("t2"));
    EXPECT_EQ(of("t1")->predictedMinutes, 0);
    EXPECT_EQ(of("t1")->highMinutes, 0);
    EXPECT_EQ(of("t2")->peopleAhead, 1);
    EXPECT_EQ(of("t2")->predictedMinutes, 4.5);
    EXPECT_EQ(of("t2")->lowMinutes, 0);
    EXPECT_EQ(of("t2")->highMinutes, 10);
    EXPECT_EQ(of("t2")->actualMinutes, std::nullopt);
    EXPECT_EQ(asked().hall.count, 0);
    EXPECT_EQ(asked().hall.meanMinutes, std::nullopt);

    clock.advance(minutes(7));
    run(CallNext{kFirst, CallId("c1")}).value();
    EXPECT_EQ(of("t1")->actualMinutes, 7);
    dropParts(); // the server starts anew in between
    close();
    open();
    makeParts();
    clock.advance(minutes(2));
    run(CallNext{kSecond, CallId("c2")}).value();
    EXPECT_EQ(of("t2")->actualMinutes, 9);
    run(MarkNoShow{kSecond}).value();
    clock.advance(minutes(30));
    run(CallNext{kSecond, CallId("c3")}).value();
    EXPECT_EQ(of("t2")->actualMinutes, 9) << "the first call ends the wait";

    const auto errors = asked();
    EXPECT_EQ(errors.day.value, 20261122);
    EXPECT_EQ(errors.hall.count, 2);
    EXPECT_DOUBLE_EQ(errors.hall.meanMinutes.value(), (7 + 4.5) / 2);
    EXPECT_DOUBLE_EQ(errors.hall.withinFive.value(), 0.5);
    EXPECT_DOUBLE_EQ(errors.hall.inside.value(), 0.5) << "nine minutes of 0 to 10; seven of none";
    ASSERT_EQ(errors.queues.size(), 1U);
    EXPECT_EQ(errors.queues[0].queueId.value, "queue");
    EXPECT_EQ(errors.queues[0].error, errors.hall);

    run(rules::queueing::CloseDay{{20261123}}).value();
    EXPECT_EQ(asked().hall.count, 0);
}

TEST_F(WaitErrors, theTicketTellsWhatIsKept) {
    issue("t1").value();
    issue("t2").value();
    const auto answer = ask("POST", "/api/v1/tickets", at("kiosk"), R"({"itemId":"item","paper":true})");
    ASSERT_EQ(answer.status, 201) << answer.body;
    const auto view = model::fromJson<model::TicketView>(answer.body).value();
    const auto kept = of(view.ticket.id.value);
    ASSERT_TRUE(kept);
    EXPECT_EQ(view.peopleAhead, kept->peopleAhead);
    EXPECT_EQ(view.waitLowMinutes, kept->lowMinutes);
    EXPECT_EQ(view.waitHighMinutes, kept->highMinutes);
    const auto looked = ask("GET", "/api/v1/tickets/" + view.ticket.id.value, at("kiosk"));
    const auto again = model::fromJson<model::TicketView>(looked.body).value();
    EXPECT_EQ(again.waitHighMinutes, view.waitHighMinutes) << "nothing happened since";
    clock.advance(minutes(1));
    const auto path = "/api/v1/tickets/" + view.ticket.id.value + "/print";
    EXPECT_EQ(ask("POST", path, at("kiosk"), R"({"outcome":"printed"})").status, 200);
    EXPECT_EQ(of(view.ticket.id.value), kept) << "the paper says what was told with the number";
}

TEST_F(WaitErrors, whereNobodyServesNothingIsTold) {
    run(rules::queueing::CloseWindow{kFirst}).value();
    run(rules::queueing::CloseWindow{kSecond}).value();
    issue("t1").value();
    EXPECT_TRUE(stored().empty());
}

TEST_F(WaitErrors, whatWasNotCommittedIsNotKept) {
    trouble.failCommits = true;
    EXPECT_FALSE(issue("t1"));
    trouble.failCommits = false;
    EXPECT_TRUE(stored().empty());
    issue("t1").value();
    EXPECT_EQ(stored().size(), 1U);
    clock.advance(minutes(1));
    trouble.failCommits = true;
    EXPECT_FALSE(run(CallNext{kFirst, CallId("c1")}));
    trouble.failCommits = false;
    EXPECT_EQ(of("t1")->actualMinutes, std::nullopt);
    clock.advance(minutes(1));
    run(CallNext{kFirst, CallId("c2")}).value();
    EXPECT_EQ(of("t1")->actualMinutes, 2);
}

} // namespace atrium::services::testing
