// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with a fraction, through JSON and back.
#include "shared/model/api.h"
#include "shared/model/json.h"
#include "shared/model/queue.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

using namespace atrium::model;

namespace {

double throughJson(double seconds) {
    QueueDay day;
    day.serviceSeconds = seconds;
    return fromJson<QueueDay>(toJson(day)).value().serviceSeconds;
}

} // namespace

// The one fraction that replicas and the log compare: the rules keep it to half a second.
RC_GTEST_PROP(Numbers, meansKeptToHalfASecondComeBackExactly, ()) {
    const double seconds = *rc::gen::inRange(0, 2'000'000'000) / 2.0;
    RC_ASSERT(throughJson(seconds) == seconds);
}

RC_GTEST_PROP(Numbers, decimalsOfUpToFifteenDigitsComeBackExactly, ()) {
    const auto digits = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000'000);
    const double value = static_cast<double>(digits) / std::pow(10, *rc::gen::inRange(0, 16));
    RC_ASSERT(throughJson(value) == value);
}

// Shares and percentiles are only shown; the last bit may differ, no more.
RC_GTEST_PROP(Numbers, anyFractionComesBackToTheLastBit, ()) {
    const double value =
        std::ldexp(static_cast<double>(*rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 53)),
                   *rc::gen::inRange(-60, 10));
    const double back = throughJson(value);
    RC_ASSERT(back == value || back == std::nextafter(value, 0) || back == std::nextafter(value, HUGE_VAL));
    Dashboard dashboard;
    dashboard.satisfaction = value;
    RC_ASSERT(std::abs(*fromJson<Dashboard>(toJson(dashboard))->satisfaction - back) == 0);
}

TEST(Numbers, wholeNumbersAreExactToTheirEnds) {
    for (const std::int64_t number :
         {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, (std::int64_t{1} << 53) + 1, INT64_MAX}) {
        QueueDay day;
        day.version = number;
        EXPECT_EQ(fromJson<QueueDay>(toJson(day))->version, number);
    }
}
