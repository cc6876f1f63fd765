// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics' tables add up what groups bring, and closed days' views what is asked for.
#include "server/store/store.h"
#include "tests/unit/server/store/databases.h"

namespace atrium::store::testing {
namespace {

using rules::statistics::Departments;
using rules::statistics::Increment;
using rules::statistics::Increments;
using rules::statistics::Key;
using rules::statistics::Sheet;
using rules::statistics::View;
using rules::statistics::WindowUse;

const model::Day kMonday{20261123};
const model::Day kTuesday{20261124};

Key keyOf(model::Day day, const std::string& queue, const std::string& window) {
    return {day,
            9,
            model::QueueId(queue),
            model::ServiceItemId("item-" + queue),
            model::WindowId(window),
            model::StaffId(window.empty() ? "" : "staff-" + window),
            model::Recognition::idCard};
}

/// One visitor who waited so long and was served for three minutes.
Increments visitor(model::Day day, const std::string& queue, const std::string& window, int waited) {
    Increments out;
    out.tickets.push_back({keyOf(day, queue, ""), {.issued = 1}, 0, 0});
    Increment call{keyOf(day, queue, window), {.called = 1, .waited = 1, .waitSeconds = waited}, 0, 0};
    call.waitBucket = rules::statistics::bucketOf(waited);
    out.tickets.push_back(call);
    out.tickets.push_back({keyOf(day, queue, window),
                           {.services = 1, .handlingSeconds = 180, .finished = 1},
                           0,
                           rules::statistics::bucketOf(180)});
    out.windows.push_back(
        {{day, 9, model::WindowId(window), model::StaffId("staff-" + window), WindowUse::serving, {}}, 180});
    return out;
}

Group groupOf(std::int64_t seq, std::vector<Increments> statistics) {
    auto event = std::make_shared<LogEvent>();
    event->seq = seq;
    event->at = model::fromMillis(seq);
    event->type = "ticketIssued";
    Group out;
    out.hallId = model::HallId("h");
    out.events = {event};
    out.statistics = std::move(statistics);
    return out;
}

Departments departments() {
    return {[](const model::ServiceItemId& item) {
                return model::DepartmentId(item.value == "item-tax" ? "taxes" : "land");
            },
            [](const model::WindowId&) { return model::DepartmentId("taxes"); }};
}

class StatisticsStore : public OnBoth {
protected:
    void SetUp() override {
        OnBoth::SetUp();
        store = Store::open(where()).value();
        ASSERT_TRUE(store->commit(
            groupOf(1, {visitor(kMonday, "tax", "w1", 100), visitor(kMonday, "tax", "w1", 200)})));
        ASSERT_TRUE(store->commit(
            groupOf(2, {visitor(kMonday, "tax", "w1", 100), visitor(kMonday, "land", "w2", 900)})));
        ASSERT_TRUE(store->commit(groupOf(3, {visitor(kTuesday, "tax", "w1", 100)})));
    }
    void roll(model::Day day) {
        const auto sheet = store->statistics(day, day).value();
        const auto done =
            store->rollStatistics({{day, viewsOf(sheet, 1, departments())}}, {20261120}, {20231120});
        ASSERT_TRUE(done) << done.error().detail;
    }
    std::unique_ptr<Store> store;
};

TEST_P(StatisticsStore, groupsAddUp) {
    const auto sheet = store->statistics(kMonday, kMonday).value();
    const auto row = sheet.rows.find(keyOf(kMonday, "tax", "w1"));
    ASSERT_NE(row, sheet.rows.end());
    EXPECT_EQ(row->second.waited, 3);
    EXPECT_EQ(row->second.waitSeconds, 400);
    EXPECT_EQ(sheet.rows.at(keyOf(kMonday, "tax", "")).issued, 3);
    EXPECT_EQ(
        sheet.spreads.at({row->first, Sheet::Kind::wait, static_cast<int>(rules::statistics::bucketOf(100))}),
        2);
    Sheet same;
    for (const auto& one : {visitor(kMonday, "tax", "w1", 100), visitor(kMonday, "tax", "w1", 200),
                            visitor(kMonday, "tax", "w1", 100), visitor(kMonday, "land", "w2", 900)})
        same.add(one);
    EXPECT_EQ(sheet, same);
}

TEST_P(StatisticsStore, whatGoesWithAFailedGroupIsNotCounted) {
    auto group = groupOf(3, {visitor(kTuesday, "tax", "w1", 100)}); // the number is taken
    EXPECT_FALSE(store->commit(group));
    EXPECT_EQ(store->statistics(kTuesday, kTuesday).value().rows.at(keyOf(kTuesday, "tax", "")).issued, 1);
}

TEST_P(StatisticsStore, daysAndMonthsAnswerTheSame) {
    EXPECT_EQ(store->daysToRoll({20261125}).value(), (std::vector{kMonday, kTuesday}));
    roll(kMonday);
    EXPECT_EQ(store->rolledUpTo().value(), kMonday);
    EXPECT_EQ(store->daysToRoll({20261125}).value(), std::vector{kTuesday});
    roll(kTuesday);
    ViewQuery wish;
    wish.view = View::hall;
    wish.by = ViewQuery::By::queue;
    wish.period = {20261101, 20261130};
    const auto byDays = store->statisticsView(wish).value();
    wish.period = {202611, 202611};
    EXPECT_EQ(store->statisticsView(wish).value(), byDays);
    EXPECT_EQ(byDays.at("tax").n.issued, 4);
    EXPECT_EQ(byDays.at("tax").waits.at(rules::statistics::bucketOf(100)), 3);
    EXPECT_EQ(byDays.at("land").n.waitSeconds, 900);
    EXPECT_EQ(byDays.at("").windows.serving, 5 * 180);
    roll(kTuesday); // again
    EXPECT_EQ(store->statisticsView(wish).value(), byDays);
}

TEST_P(StatisticsStore, queueAndDepartmentAreFilters) {
    roll(kMonday);
    ViewQuery wish;
    wish.view = View::window;
    wish.period = {20261101, 20261130};
    wish.departmentIds = {"land", "nobody"};
    auto rows = store->statisticsView(wish).value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.at("w2").n.services, 1);
    EXPECT_EQ(rows.at("w2").windows.serving, 0) << "the window is the taxes'";
    wish.departmentIds.clear();
    wish.queueId = "tax";
    rows = store->statisticsView(wish).value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.at("w1").n.services, 3);
    wish.by = ViewQuery::By::period;
    wish.spreads = false;
    rows = store->statisticsView(wish).value();
    EXPECT_EQ(rows.at("20261123").n.services, 3);
    EXPECT_EQ(rows.at("20261123").waits, rules::statistics::Spread{});
}

TEST_P(StatisticsStore, aDayThatRunsAnswersAsItWillWhenItIsClosed) {
    const Departments none{
        [](const model::ServiceItemId&) { return model::DepartmentId(); },
        [](const model::WindowId&) { return model::DepartmentId(); }}; // no set-up is stored
    const auto views = viewsOf(store->statistics(kMonday, kMonday).value(), 1, none);
    ASSERT_TRUE(store->rollStatistics({{kMonday, views}}, {20261120}, {20231120}));
    for (const View view : {View::hall, View::item, View::window, View::staff, View::hour, View::week,
                            View::hallWeek, View::recognition, View::pause})
        for (const auto by :
             {ViewQuery::By::key, ViewQuery::By::queue, ViewQuery::By::department, ViewQuery::By::period})
            for (const std::string queue : {"", "tax"}) {
                if (view == View::hallWeek && (by != ViewQuery::By::key || !queue.empty()))
                    continue; // has no parts
                const ViewQuery wish{view,  by, {kMonday.value, kMonday.value},
                                     queue, {}, view != View::week && view != View::hallWeek};
                EXPECT_EQ(store->freshStatistics(wish).value(), store->statisticsView(wish).value())
                    << static_cast<int>(view) << " " << static_cast<int>(by) << " " << queue;
            }
}

TEST_P(StatisticsStore, replacedDaysGiveOthersUp) {
    ASSERT_TRUE(store->takeLease());
    roll(kMonday);
    roll(kTuesday);
    Sheet sheet;
    sheet.add(visitor(kTuesday, "land", "w2", 60));
    ASSERT_TRUE(
        store->replaceStatistics(kTuesday, kTuesday, sheet, {{kTuesday, viewsOf(sheet, 2, departments())}}));
    EXPECT_EQ(store->statistics(kTuesday, kTuesday).value(), sheet);
    EXPECT_EQ(store->statistics(kMonday, kMonday).value().rows.at(keyOf(kMonday, "tax", "")).issued, 3);
    ViewQuery wish;
    wish.by = ViewQuery::By::queue;
    wish.period = {202611, 202611};
    const auto rows = store->statisticsView(wish).value();
    EXPECT_EQ(rows.at("tax").n.issued, 3);
    EXPECT_EQ(rows.at("land").n.issued, 2);
}

TEST_P(StatisticsStore, oldSheetsGoWhenTheirViewsAreStored) {
    const auto sheet = store->statistics(kMonday, kMonday).value();
    ASSERT_TRUE(store->rollStatistics({{kMonday, viewsOf(sheet, 1, departments())}}, {20261220}, {20231120}));
    EXPECT_TRUE(store->statistics({}, {20261122}).value().empty());
    EXPECT_FALSE(store->statistics(kTuesday, kTuesday).value().empty()) << "not rolled yet";
}

ATRIUM_ON_BOTH(StatisticsStore);

} // namespace
} // namespace atrium::store::testing
