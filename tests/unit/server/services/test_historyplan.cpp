// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/import/historyplan.h"

#include <gtest/gtest.h>

#include <vector>

namespace atrium::services::history {

TEST(HistoryPlan, numbersItCannotReckonWithAreNamed) {
    struct Wrong {
        std::string plan;
        std::string where;
    };
    const std::vector<Wrong> table{
        {R"({"days":0})", "/days"},
        {R"({"tickets":1000001})", "/tickets"},
        {R"({"arrivalPeaks":[{"minute":600},{"minute":900,"spreadMinutes":0}]})",
         "/arrivalPeaks/1/spreadMinutes"},
        {R"({"arrivalPeaks":[{"minute":1441}]})", "/arrivalPeaks/0/minute"},
        {R"({"arrivalPeaks":[{"weight":-1}]})", "/arrivalPeaks/0/weight"},
        {R"({"arrivalFloor":-0.1})", "/arrivalFloor"},
        {R"({"arrivalFloor":0,"arrivalPeaks":[{"weight":0}]})", "/arrivalPeaks"},
        {R"({"weekdayWeights":[{"weekday":8}]})", "/weekdayWeights/0/weekday"},
        {R"({"weekdayWeights":[{"weekday":1,"weight":-2}]})", "/weekdayWeights/0/weight"},
        {R"({"lunch":{"weight":-1}})", "/lunch/weight"},
        {R"({"queues":[{"queueId":"q","weight":-1}]})", "/queues/0/weight"},
        {R"({"queues":[{"queueId":"q","serviceSpread":0}]})", "/queues/0/serviceSpread"},
        {R"({"queues":[{"queueId":"q","serviceMeanSeconds":0}]})", "/queues/0/serviceMeanSeconds"},
        {R"({"queues":[{"queueId":"q","noShowShare":1.5}]})", "/queues/0/noShowShare"},
        {R"({"kioskShare":2})", "/kioskShare"},
        {R"({"rating":{"answeredShare":-1}})", "/rating/answeredShare"},
        {R"({"rating":{"grades":[{"grade":6}]}})", "/rating/grades/0/grade"},
        {R"({"rating":{"grades":[{"grade":5,"weight":0},{"grade":4,"weight":0}]}})", "/rating/grades"},
    };
    for (const Wrong& wrong : table) {
        const auto plan = readPlan(wrong.plan);
        ASSERT_FALSE(plan) << wrong.plan;
        EXPECT_EQ(plan.error().code, model::ErrorCode::invalid);
        EXPECT_EQ(plan.error().path, "history.json#" + wrong.where) << wrong.plan;
    }
    EXPECT_TRUE(readPlan("{}"));
}

} // namespace atrium::services::history
