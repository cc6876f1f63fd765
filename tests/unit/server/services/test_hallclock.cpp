// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/alarms.h"
#include "tests/unit/server/services/servicesfixture.h"

namespace atrium::services::testing {

using namespace std::chrono_literals;
using rules::queueing::CallNext;
using rules::queueing::FinishService;
using rules::queueing::StartService;

class HallClocks : public ServicesTest {
protected:
    void SetUp() override {
        ServicesTest::SetUp();
        housekeeping->round();
    }
    /// The server ends, the machine's clock is set, the server starts.
    void restart(std::chrono::milliseconds set) {
        dropParts();
        close();
        clock.set(set);
        open();
        makeParts();
        housekeeping->round();
    }
    /// What the standing alarm says of the clock; empty: none stands.
    std::string clockAlarm() {
        const Cause cause{model::AlarmKind::clockWrong, true, "hall", "hall", {}};
        return hall->read([&](const HallState& state) {
            const auto found = state.alarms.find(cause.id());
            return found == state.alarms.end() ? std::string() : found->second.detail;
        });
    }
    model::Day day() {
        return hall->read([](const HallState& state) { return state.queue.day; });
    }
    /// Serves the next ticket at the first window; how long that took by its record.
    std::chrono::milliseconds serve(const std::string& id, std::chrono::milliseconds lasts) {
        const model::WindowId window("window-1");
        run(CallNext{window, model::CallId("call-" + id)}).value();
        run(StartService{window}).value();
        clock.advance(lasts);
        run(FinishService{window}).value();
        return *ticket(id).finishedAt - *ticket(id).startedAt;
    }
    void jumpAndBack(std::chrono::milliseconds by, const std::string& said);
};

void HallClocks::jumpAndBack(std::chrono::milliseconds by, const std::string& said) {
    for (const char* id : {"t1", "t2", "t3"})
        issue(id).value();
    const auto today = day();
    clock.set(by);
    for (int second = 0; second < 5; ++second) {
        clock.advance(1s);
        housekeeping->round();
    }
    EXPECT_EQ(clockAlarm(), said);
    EXPECT_EQ(day(), today);
    EXPECT_EQ(ticket("t3").state, model::TicketState::waiting);
    EXPECT_EQ(serve("t1", 60s), 60s);
    clock.set(-by);
    housekeeping->round();
    EXPECT_EQ(clockAlarm(), "");
    EXPECT_EQ(hallClock->now(), clock.now());
    EXPECT_EQ(serve("t2", 60s), 60s);
    EXPECT_EQ(day(), today);
    issue("t4").value();
    EXPECT_EQ(ticket("t4").number, "A0004");
}

TEST_F(HallClocks, aClockThreeDaysAheadForSecondsChangesNothingButRaisesAnAlarm) {
    jumpAndBack(72h, "clockAhead");
}

TEST_F(HallClocks, aClockThreeDaysBackForSecondsChangesNothingButRaisesAnAlarm) {
    jumpAndBack(-72h, "clockBehind");
}

TEST_F(HallClocks, smallCorrectionsAreFollowedAndTimeNeverStandsStill) {
    clock.set(4min);
    EXPECT_EQ(hallClock->now(), clock.now());
    clock.set(-4min);
    const auto before = hallClock->now();
    clock.advance(1min);
    EXPECT_EQ(hallClock->now() - before, 30s);
    clock.advance(7min); // 8 min after the correction of 4 the two agree
    EXPECT_EQ(hallClock->now(), clock.now());
    EXPECT_EQ(hallClock->doubt(), 0ms);
}

TEST_F(HallClocks, timeThatPassesIsNoJump) {
    clock.advance(72h);
    EXPECT_EQ(hallClock->now(), clock.now());
    const auto before = day();
    housekeeping->round();
    EXPECT_EQ(day().value, calendar->local(clock.now()).day.value);
    EXPECT_LT(before, day());
    EXPECT_EQ(clockAlarm(), "");
}

TEST_F(HallClocks, aStartBelievesALaterClockAndDoubtsOneBeforeTheLastEvent) {
    issue("t1").value();
    const auto today = day();
    restart(-72h);
    EXPECT_EQ(clockAlarm(), "clockBehind");
    EXPECT_EQ(day(), today);
    EXPECT_EQ(serve("t1", 60s), 60s);
    restart(72h);
    EXPECT_EQ(clockAlarm(), "");
    restart(24h * 9); // closed over the holidays
    EXPECT_EQ(clockAlarm(), "");
    EXPECT_LT(today, day());
}

} // namespace atrium::services::testing
