// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atrium::http;
using testing::HasSubstr;

TEST(Metrics, areWrittenAsPrometheusText) {
    Metrics metrics;
    metrics.counter("a_total", "First", {{"route", "/x\"y"}}).add(3);
    metrics.gauge("b", "Second").set(-4);
    metrics.gaugeFunction("c", "Third", [] { return 1.5; });
    EXPECT_EQ(metrics.text(), "# HELP a_total First\n# TYPE a_total counter\na_total{route=\"/x\\\"y\"} 3\n"
                              "# HELP b Second\n# TYPE b gauge\nb -4\n"
                              "# HELP c Third\n# TYPE c gauge\nc 1.5\n");
}

TEST(Metrics, areWrittenExactly) {
    Metrics metrics;
    metrics.counterFunction("a_total", "", [] { return 1'234'567.0; });
    metrics.counter("b_total", "").add(123'456'789);
    auto& histogram = metrics.histogram("s", "", {}, {1});
    histogram.observe(1'234'567.25);
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr("# TYPE a_total counter\na_total 1234567\n"));
    EXPECT_THAT(text, HasSubstr("b_total 123456789\n"));
    EXPECT_THAT(text, HasSubstr("s_sum 1234567.25\n"));
}

TEST(Metrics, countIntoBucketsUpToAndWithTheBound) {
    Metrics metrics;
    auto& histogram = metrics.histogram("s", "Seconds", {{"k", "v"}}, {0.5, 1});
    histogram.observe(0.5);
    histogram.observe(0.75);
    histogram.observe(9);
    const std::string text = metrics.text();
    EXPECT_THAT(text, HasSubstr("s_bucket{k=\"v\",le=\"0.5\"} 1\n"));
    EXPECT_THAT(text, HasSubstr("s_bucket{k=\"v\",le=\"1\"} 2\n"));
    EXPECT_THAT(text, HasSubstr("s_bucket{k=\"v\",le=\"+Inf\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("s_sum{k=\"v\"} 10.25\ns_count{k=\"v\"} 3\n"));
}

TEST(Metrics, areTheSameForTheSameNameAndRefuseAnotherType) {
    Metrics metrics;
    EXPECT_EQ(&metrics.counter("a", ""), &metrics.counter("a", ""));
    EXPECT_THROW(metrics.gauge("a", ""), std::logic_error);
}
