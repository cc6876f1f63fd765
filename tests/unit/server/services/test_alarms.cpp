// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/alarms.h"
#include "server/services/core/housekeeping.h"
#include "tests/unit/server/services/hallfixture.h"

namespace atrium::services::testing {

using model::AlarmKind;
using model::Result;
using model::WindowId;

class Alarms : public HallTest {
protected:
    std::vector<Cause> causes() {
        return hall->read([&](const HallState& state) { return windowCauses(state, clock.now()); });
    }
    void set(const Cause& cause, bool present) {
        writer
            ->run({},
                  [&](WriteContext& context) -> Result<Outcome> {
                      setAlarm(context, cause, present);
                      return Outcome{};
                  })
            .value();
    }
    std::size_t standing() {
        return hall->read([](const HallState& state) { return state.alarms.size(); });
    }
};

TEST_F(Alarms, anIdleWindowIsOneOnlyWhileSomebodyWaits) {
    clock.advance(std::chrono::minutes(11));
    EXPECT_TRUE(causes().empty());
    issue("t1").value();
    EXPECT_EQ(causes().size(), 2U);
    run(rules::queueing::CallNext{WindowId("window-1"), model::CallId("c")}).value();
    EXPECT_TRUE(causes().empty());
}

TEST_F(Alarms, aPauseMayLastTwentyMinutes) {
    run(rules::queueing::PauseWindow{WindowId("window-1"), "用餐"}).value();
    clock.advance(std::chrono::minutes(19));
    EXPECT_TRUE(causes().empty());
    clock.advance(std::chrono::minutes(1));
    ASSERT_EQ(causes().size(), 1U);
    EXPECT_EQ(causes()[0].kind, AlarmKind::pauseTooLong);
    EXPECT_EQ(causes()[0].subjectId, "window-1");
}

TEST_F(Alarms, oneIsRaisedOnceAndClearedOnce) {
    const Cause cause{AlarmKind::pauseTooLong, false, "window", "window-1", "用餐"};
    set(cause, true);
    const auto count = events().size();
    set(cause, true);
    EXPECT_EQ(events().size(), count);
    EXPECT_EQ(standing(), 1U);
    EXPECT_EQ(hall->read([&](const HallState& state) { return windowCausesGone(state, clock.now()).size(); }),
              1U);
    close();
    open();
    EXPECT_EQ(standing(), 1U);
    set(cause, false);
    EXPECT_EQ(standing(), 0U);
    EXPECT_EQ(events().back().type, "alarmChanged");
}

TEST(PrinterCauses, paperAndFaultsAreTwoAlarms) {
    model::DeviceStatus status;
    status.deviceId = model::DeviceId("kiosk");
    const auto present = [&](const char* word) {
        status.printer = word;
        const auto causes = printerCauses(status);
        return std::pair(causes.at(0).second, causes.at(1).second);
    };
    EXPECT_EQ(present("ready"), std::pair(false, false));
    EXPECT_EQ(present("paperLow"), std::pair(true, false));
    EXPECT_EQ(present("paperOut"), std::pair(true, false));
    EXPECT_EQ(present("coverOpen"), std::pair(false, true));
    EXPECT_EQ(present("none"), std::pair(false, false));
}

} // namespace atrium::services::testing
