// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that the writer keeps are those that its log gives, whatever happened to groups and server.
#include "server/services/import/history.h"
#include "server/services/import/historystatistics.h"
#include "server/services/statistics/answer.h"
#include "server/services/statistics/period.h"
#include "server/services/statistics/rebuild.h"
#include "server/services/statistics/rolling.h"
#include "shared/model/api.h"
#include "shared/model/json.h"
#include "tests/unit/server/services/servicesfixture.h"

#include <random>

namespace atrium::services::testing {

namespace {

using model::CallId;
using model::Day;
using model::StatisticsBy;
using model::TicketId;
using model::WindowId;
using rules::statistics::Sheet;
namespace queueing = rules::queueing;

const Day kFirst{20261122};
const Day kSecond{20261123};
const Day kThird{20261124};

} // namespace

class Statistics : public ServicesTest {
protected:
    /// The next thing somebody does, refused or not.
    queueing::Command anything() {
        const WindowId window(pick(2) == 0 ? "window-1" : "window-2");
        const std::string next = std::to_string(++m_ids);
        switch (pick(14)) {
        case 0:
        case 1:
        case 2:
        case 3: {
            queueing::IssueTicket issue;
            issue.ticketId = TicketId("t" + next);
            issue.itemId = model::ServiceItemId("item");
            issue.paper = pick(3) == 0;
            issue.recognition = pick(2) == 0 ? model::Recognition::idCard : model::Recognition::none;
            return issue;
        }
        case 4:
        case 5:
            return queueing::CallNext{window, CallId("c" + next)};
        case 6:
            return queueing::Recall{window, CallId("c" + next)};
        case 7:
            return queueing::StartService{window};
        case 8:
            return queueing::FinishService{window};
        case 9:
            return queueing::MarkNoShow{window};
        case 10:
            return queueing::UndoLast{window};
        case 11:
            return queueing::PauseWindow{window, pick(2) == 0 ? "午餐" : "取材料"};
        case 12:
            return queueing::ResumeWindow{window};
        default:
            return queueing::CancelTicket{TicketId("t" + std::to_string(pick(m_ids) + 1)), "x"};
        }
    }
    int pick(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }

    void aDay(int acts) {
        for (int i = 0; i < acts; ++i) {
            clock.advance(std::chrono::seconds(pick(240)));
            trouble.failCommits = pick(25) == 0;
            if (pick(12) == 0) // refused half way: nothing of it stays
                (void)writer->run({}, [this](WriteContext& context) -> model::Result<Outcome> {
                    (void)context.command(anything());
                    return model::Error{model::ErrorCode::conflict, {}, "changed its mind"};
                });
            else
                (void)run(anything());
        }
        trouble.failCommits = false;
    }
    void nextDay(Day day) {
        clock.advance(std::chrono::duration_cast<std::chrono::milliseconds>(
            calendar->midnight(day) + std::chrono::hours(9) - clock.now()));
        run(queueing::CloseDay{day}).value();
        for (const char* id : {"window-1", "window-2"})
            run(queueing::OpenWindow{WindowId(id),
                                     model::StaffId(id == std::string("window-1") ? "clerk" : "clerk-2")})
                .value();
    }
    void threeDays() {
        aDay(300);
        dropParts(); // the server starts anew in between
        close();
        open();
        makeParts();
        aDay(300);
        nextDay(kSecond);
        aDay(300);
        nextDay(kThird);
        aDay(250);
    }
    [[nodiscard]] Sheet stored(Day from = kFirst, Day to = kThird) const {
        auto out = store->statistics(from, to).value();
        out.tidy();
        return out;
    }
    [[nodiscard]] Recount recount() const {
        return recountStatistics(*store, *calendar, [](std::int64_t) {}).value();
    }
    [[nodiscard]] model::Statistics asked(StatisticsBy by, Day from = kFirst, Day to = kThird) const {
        return statisticsOf(*store, {from, to, by, {}, {}}).value();
    }

private:
    std::mt19937 m_random{20261122};
    int m_ids = 0;
};

TEST_F(Statistics, theLogGivesTheSameFigures) {
    threeDays();
    const auto again = recount();
    EXPECT_EQ(again.of.from, kFirst);
    EXPECT_EQ(again.of.to, kThird);
    EXPECT_EQ(again.sheet, stored());
    rules::statistics::Counters all;
    for (const auto& [key, n] : again.sheet.rows)
        all += n;
    EXPECT_GT(all.issued, 50);
    EXPECT_GT(all.finished, 10);
    EXPECT_GT(all.noShows, 5);
    EXPECT_GT(all.cancelled, 5);
    EXPECT_GT(all.told, 10);
    EXPECT_GT(all.expired, 1);
}

TEST_F(Statistics, rebuildingMendsTheDaysThatAreInTheLog) {
    threeDays();
    housekeeping->rollDays();
    ASSERT_EQ(store->rolledUpTo().value(), kSecond);
    const auto before = stored();
    const auto figures = asked(StatisticsBy::window);
    writer->stop();
    ASSERT_TRUE(store->takeLease());
    Sheet wrong;
    wrong.rows[before.rows.begin()->first].issued = 1000;
    ASSERT_TRUE(store->replaceStatistics(kFirst, kThird, wrong, {{kFirst, {}}, {kSecond, {}}}));
    ASSERT_NE(asked(StatisticsBy::window), figures);
    const auto done = rebuildStatistics(*store, *hall->setup(), *calendar, [](std::int64_t) {}).value();
    EXPECT_EQ(done.from, kFirst);
    EXPECT_EQ(stored(), before);
    EXPECT_EQ(asked(StatisticsBy::window), figures);
}

TEST_F(Statistics, aDayThatIsNotWhollyInTheLogStaysAsItIs) {
    threeDays();
    const auto before = stored();
    writer->stop();
    ASSERT_TRUE(store->takeLease());
    ASSERT_TRUE(store->prune(clock.now(), calendar->midnight(kSecond) - std::chrono::hours(8)));
    const auto done = rebuildStatistics(*store, *hall->setup(), *calendar, [](std::int64_t) {}).value();
    EXPECT_EQ(done.from, kSecond);
    EXPECT_EQ(stored(), before);
}

TEST_F(Statistics, closedDaysAnswerTheSameOnceTheyAreRolled) {
    threeDays();
    for (const auto by : {StatisticsBy::queue, StatisticsBy::item, StatisticsBy::department,
                          StatisticsBy::window, StatisticsBy::staff, StatisticsBy::hour,
                          StatisticsBy::weekday, StatisticsBy::recognition, StatisticsBy::day}) {
        const auto fresh = asked(by);
        EXPECT_FALSE(fresh.rows.empty());
        EXPECT_FALSE(fresh.week.empty());
        housekeeping->rollDays();
        EXPECT_EQ(asked(by), fresh);
        EXPECT_EQ(asked(by, {20261101}, {20261130}).rows, fresh.rows) << "by the month";
    }
    EXPECT_EQ(asked(StatisticsBy::day).rows.size(), 3U);
    EXPECT_EQ(asked(StatisticsBy::weekday).rows.front().key, "1") << "Monday comes first";
    EXPECT_EQ(asked(StatisticsBy::queue).pauses.size(), 2U);
}

TEST_F(Statistics, figuresOfOneVisitor) {
    issue("t1").value();
    clock.advance(std::chrono::minutes(6));
    run(queueing::CallNext{WindowId("window-1"), CallId("c1")}).value();
    run(queueing::StartService{WindowId("window-1")}).value();
    clock.advance(std::chrono::minutes(10));
    run(queueing::FinishService{WindowId("window-1")}).value();
    const auto out = asked(StatisticsBy::queue);
    EXPECT_EQ(out.totals.issued, 1);
    EXPECT_EQ(out.totals.finished, 1);
    EXPECT_DOUBLE_EQ(out.totals.waitMeanMinutes.value(), 6);
    EXPECT_NEAR(out.totals.waitP50Minutes.value(), 6, 0.8);
    EXPECT_DOUBLE_EQ(out.totals.serviceLevel.value(), 1);
    EXPECT_DOUBLE_EQ(out.totals.handlingMeanMinutes.value(), 10);
    EXPECT_DOUBLE_EQ(out.totals.openMinutes, 16) << "the other window's stretch has not ended";
    EXPECT_DOUBLE_EQ(out.totals.idleAwaitedMinutes, 6);
    EXPECT_DOUBLE_EQ(out.totals.occupancy.value(), 10.0 / 16);
    EXPECT_FALSE(asked(StatisticsBy::queue, kSecond, kThird).totals.waitMeanMinutes) << "nobody waited";
}

TEST_F(Statistics, theRouteTakesDaysGroupingAndFilters) {
    const std::string path = "/api/v1/statistics";
    const auto tool = at("tool", "admin");
    const auto read = [&](const std::string& query) {
        const auto answer = ask("GET", path + query, tool);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return model::fromJson<model::Statistics>(answer.body).value();
    };
    threeDays();
    const auto all = read("?from=20261122&to=20261124&by=window");
    EXPECT_EQ(ask("GET", path + "?from=20261122&to=20261124&by=window", tool).body,
              model::toJson(asked(StatisticsBy::window)));
    EXPECT_EQ(read("?from=20261122&to=20261124&by=window&queue=queue").totals.issued, all.totals.issued);
    EXPECT_EQ(read("?from=20261122&to=20261124&department=department").totals.issued, all.totals.issued);
    EXPECT_EQ(read("?from=20261122&to=20261124&queue=other").totals.issued, 0);
    EXPECT_EQ(read("").from, kThird) << "today";
    const auto refusedAt = [&](const std::string& query) {
        const auto answer = ask("GET", path + query, tool);
        EXPECT_EQ(answer.status, 400) << answer.body;
        return model::fromJson<model::Problem>(answer.body).value().path;
    };
    EXPECT_EQ(refusedAt("?by=colour"), "/by");
    EXPECT_EQ(refusedAt("?from=20261131"), "/from");
    EXPECT_EQ(refusedAt("?to=soon"), "/to");
    EXPECT_EQ(refusedAt("?from=20261124&to=20261122"), "/from");
    EXPECT_EQ(refusedAt("?from=20200101&to=20261122"), "/from");
    const auto& access = routes->match("GET", path).route->access;
    EXPECT_FALSE(access.check(tool));
    EXPECT_TRUE(access.check(at("tool")));
    EXPECT_TRUE(access.check(at("kiosk")));
    EXPECT_TRUE(access.check(at("tool", "clerk")));
}

TEST(StatisticsPeriods, wholeMonthsAreTakenAsSuch) {
    using Ranges = std::vector<store::PeriodRange>;
    EXPECT_EQ(periodsOf({20261101}, {20261130}), (Ranges{{202611, 202611}}));
    EXPECT_EQ(periodsOf({20261101}, {20261129}), (Ranges{{20261101, 20261129}}));
    EXPECT_EQ(periodsOf({20251115}, {20270110}),
              (Ranges{{20251115, 20251130}, {202512, 202612}, {20270101, 20270110}}));
    EXPECT_EQ(periodsOf({20260101}, {20261231}), (Ranges{{202601, 202612}}));
    EXPECT_EQ(periodsOf({20260228}, {20260331}), (Ranges{{20260228, 20260228}, {202603, 202603}}));
    EXPECT_EQ(periodsOf({20260102}, {20260227}), (Ranges{{20260102, 20260227}}));
    EXPECT_TRUE(periodsOf({20260102}, {20260101}).empty());
}

TEST(StatisticsHistory, inventedTicketsCountAsTheyAre) {
    const auto calendar = Calendar::create("Asia/Shanghai").value();
    const auto at = [&](int minute) { return calendar->at(kSecond, {minute}); };
    model::Ticket served;
    served.id = TicketId("t1");
    served.day = kSecond;
    served.queueId = model::QueueId("queue");
    served.state = model::TicketState::finished;
    served.issuedAt = at(600);
    served.windowId = WindowId("window-1");
    served.calledAt = at(610);
    served.startedAt = at(611);
    served.finishedAt = at(621);
    model::Ticket passed = served;
    passed.id = TicketId("t2");
    passed.state = model::TicketState::noShow;
    passed.calledAt = at(630);
    passed.startedAt = passed.finishedAt = {};
    model::Ticket left = passed;
    left.id = TicketId("t3");
    left.state = model::TicketState::cancelled;
    left.windowId = {};
    left.calledAt = {};
    Sheet sheet;
    for (const auto& one : pastStatistics({served, passed, left}, *calendar))
        sheet.add(one);
    rules::statistics::Counters all;
    for (const auto& [key, n] : sheet.rows)
        all += n;
    EXPECT_EQ(all.issued, 3);
    EXPECT_EQ(all.waited, 2);
    EXPECT_EQ(all.waitSeconds, 2400);
    EXPECT_EQ(all.finished, 1);
    EXPECT_EQ(all.noShows, 1);
    EXPECT_EQ(all.passed, 1);
    EXPECT_EQ(all.cancelled, 1);
    std::int64_t open = 0;
    for (const auto& [key, seconds] : sheet.windows)
        open += key.use == rules::statistics::WindowUse::idleAwaited ? 0 : seconds;
    EXPECT_EQ(open, 8 * 3600) << "from nine to five";
}

} // namespace atrium::services::testing
