// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/statistics/views.h"

#include "tests/unit/rules/statistics/ledger.h"

namespace atrium::rules::statistics::tests {
namespace {

using namespace std::chrono_literals;

Departments departments() {
    return {[](const model::ServiceItemId& item) {
                return model::DepartmentId{item.value == "b1" ? "land-office" : "tax-office"};
            },
            [](const model::WindowId& window) {
                return model::DepartmentId{window.value == "w3" ? "land-office" : "tax-office"};
            }};
}

Figures sumOf(const Views& views, View view, const std::string& key = {}) {
    Figures out;
    for (const auto& [at, figures] : views)
        if (at.view == view && (key.empty() || at.key == key))
            out += figures;
    return out;
}

struct SomeDay {
    queueing::tests::Hall hall;
    SomeDay() {
        for (const auto* window : {"w1", "w3"})
            hall.open(window);
        for (int i = 0; i < 3; ++i) {
            hall.arrive("a1");
            hall.arrive("b1");
            hall.pass(4min);
            for (const auto* window : {"w1", "w3"}) {
                hall.callNext(window);
                hall.serve(window);
            }
            hall.pass(20min);
        }
    }
};

TEST(Views, EverySideOfTicketsHasTheSameSum) {
    const SomeDay day;
    const auto sheet = sheetOf(day.hall);
    const auto views = viewsOf(sheet, 1, departments());
    const auto all = sumOf(views, View::hall);
    EXPECT_EQ(all.n, totals(sheet));
    EXPECT_EQ(all.n.issued, 6);
    for (const View side : {View::item, View::hour, View::week, View::recognition})
        EXPECT_EQ(sumOf(views, side).n, all.n);
    EXPECT_EQ(sumOf(views, View::window).n.services, 6);
    EXPECT_EQ(sumOf(views, View::staff).n.services, 6);
    EXPECT_EQ(sumOf(views, View::window, "w3").n.finished, 3);
    EXPECT_EQ(sumOf(views, View::hour, "09").waits, sumOf(views, View::hour, "09").waits);
    EXPECT_EQ(sumOf(views, View::week, "1-09").n, sumOf(views, View::hour, "09").n);
    EXPECT_EQ(sumOf(views, View::week).waits, Spread{}) << "the heat map has no spreads";
}

TEST(Views, WindowsTimeIsOfTheWindowsDepartmentAndNoQueue) {
    const SomeDay day;
    const auto sheet = sheetOf(day.hall);
    const auto views = viewsOf(sheet, 1, departments());
    const auto serving = sumOf(views, View::hall).windows.serving;
    EXPECT_EQ(serving, secondsIn(sheet, WindowUse::serving));
    EXPECT_EQ(serving, sumOf(views, View::window).windows.serving);
    for (const auto& [key, figures] : views) {
        if (figures.windows != WindowSeconds{}) {
            EXPECT_TRUE(key.queueId.empty());
        }
        if (key.view == View::window) {
            EXPECT_EQ(key.departmentId.value, key.key == "w3" ? "land-office" : "tax-office");
        }
    }
}

} // namespace
} // namespace atrium::rules::statistics::tests
