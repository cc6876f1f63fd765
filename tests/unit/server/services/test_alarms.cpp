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
        return hall->read([&](const HallState& state) { return hallCauses(state, clock.now()); });
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
    EXPECT_EQ(hall->read([&](const HallState& state) { return causesGone(state, clock.now()).size(); }), 1U);
    close();
    open();
    EXPECT_EQ(standing(), 1U);
    set(cause, false);
    EXPECT_EQ(standing(), 0U);
    EXPECT_EQ(events().back().type, "alarmChanged");
}

TEST_F(Alarms, aQueueWithoutAnyWindowIsOneAtOnce) {
    issue("t1").value();
    issue("t2").value();
    EXPECT_TRUE(causes().empty());
    for (const char* id : {"window-1", "window-2"})
        run(rules::queueing::CloseWindow{WindowId(id)}).value();
    writer
        ->run({},
              [](WriteContext& context) -> Result<Outcome> {
                  const auto windows = context.state().setup->config.windows;
                  for (const auto& [id, window] : windows) {
                      model::Window changed = window;
                      if (id.value == "window-1")
                          changed.active = false;
                      else
                          changed.itemIds.clear();
                      context.record("recordChanged", {store::put(changed)});
                  }
                  return Outcome{};
              })
        .value();
    auto found = causes();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, AlarmKind::queueStranded);
    EXPECT_EQ(found[0].subjectKind, "queue");
    EXPECT_EQ(found[0].subjectId, "queue");
    EXPECT_EQ(found[0].detail, "2");
    EXPECT_TRUE(found[0].urgent);
    set(found[0], true);
    EXPECT_EQ(standing(), 1U);
}

TEST_F(Alarms, aQueueWhoseWindowsAreAllClosedIsOneAfterTenMinutes) {
    issue("t1").value();
    for (const char* id : {"window-1", "window-2"})
        run(rules::queueing::CloseWindow{WindowId(id)}).value();
    clock.advance(std::chrono::minutes(9));
    EXPECT_TRUE(causes().empty());
    EXPECT_EQ(hall->read([&](const HallState& state) {
        return strandedTickets(state, clock.now(), std::chrono::seconds(0)).size();
    }),
              1U);
    clock.advance(std::chrono::minutes(1));
    ASSERT_EQ(causes().size(), 1U);
    EXPECT_EQ(causes()[0].kind, AlarmKind::queueStranded);
    set(causes()[0], true);
    run(rules::queueing::OpenWindow{WindowId("window-2"), model::StaffId("clerk-2")}).value();
    EXPECT_EQ(hall->read([&](const HallState& state) { return causesGone(state, clock.now()).size(); }), 1U);
}

TEST_F(Alarms, aTicketThatWaitsForOneClosedWindowIsOneThoughOthersAreOpen) {
    issue("t1").value();
    run(rules::queueing::CallNext{WindowId("window-1"), model::CallId("call-1")}).value();
    run(rules::queueing::TransferTicket{WindowId("window-1"), {}, WindowId("window-2"), false, {}}).value();
    run(rules::queueing::CloseWindow{WindowId("window-2")}).value();
    clock.advance(std::chrono::minutes(9));
    EXPECT_TRUE(causes().empty());
    clock.advance(std::chrono::minutes(1));
    ASSERT_EQ(causes().size(), 1U);
    EXPECT_EQ(causes()[0].kind, AlarmKind::queueStranded);
    clock.advance(std::chrono::minutes(80)); // overdue: window 1 may call it
    for (const auto& cause : causes())
        EXPECT_NE(cause.kind, AlarmKind::queueStranded);
}

TEST_F(Alarms, aStandingOneTellsItsNewDetail) {
    set({AlarmKind::queueStranded, true, "queue", "queue", "1"}, true);
    const auto raised = events().size();
    set({AlarmKind::queueStranded, true, "queue", "queue", "2"}, true);
    ASSERT_EQ(events().size(), raised + 1);
    EXPECT_EQ(events().back().type, "alarmChanged");
    EXPECT_EQ(standing(), 1U);
    EXPECT_EQ(hall->read([](const HallState& state) { return state.alarms.begin()->second.detail; }), "2");
}

TEST_F(Alarms, thoseOfADeviceEndWithIt) {
    set({AlarmKind::cardReaderFault, true, "device", "kiosk", "offline"}, true);
    const auto gone = [&] {
        return hall->read([&](const HallState& state) { return causesGone(state, clock.now()).size(); });
    };
    EXPECT_EQ(gone(), 0U);
    writer
        ->run({},
              [](WriteContext& context) -> Result<Outcome> {
                  context.record("recordDeleted", {store::gone("device", "kiosk")});
                  return Outcome{};
              })
        .value();
    EXPECT_EQ(gone(), 1U);
}

TEST(PartCauses, aReaderOrScannerThatDoesNotWorkIsOne) {
    model::DeviceStatus status;
    status.deviceId = model::DeviceId("kiosk");
    const auto present = [&](const char* reader, const char* scanner) {
        status.cardReader = reader;
        status.scanner = scanner;
        std::vector<AlarmKind> out;
        for (const auto& [cause, is] : partCauses(status))
            if (is)
                out.push_back(cause.kind);
        return out;
    };
    EXPECT_TRUE(present("ready", "ready").empty());
    EXPECT_TRUE(present("none", "none").empty());
    EXPECT_TRUE(present("", "").empty());
    EXPECT_EQ(present("offline", "ready"), std::vector{AlarmKind::cardReaderFault});
    EXPECT_EQ(present("ready", "faulty"), std::vector{AlarmKind::scannerFault});
}

TEST(PartCauses, paperAndFaultsAreTwoAlarms) {
    model::DeviceStatus status;
    status.deviceId = model::DeviceId("kiosk");
    const auto present = [&](const char* word) {
        status.printer = word;
        const auto causes = partCauses(status);
        return std::pair(causes.at(0).second, causes.at(1).second);
    };
    EXPECT_EQ(present("ready"), std::pair(false, false));
    EXPECT_EQ(present("paperLow"), std::pair(true, false));
    EXPECT_EQ(present("paperOut"), std::pair(true, false));
    EXPECT_EQ(present("coverOpen"), std::pair(false, true));
    EXPECT_EQ(present("none"), std::pair(false, false));
}

} // namespace atrium::services::testing
