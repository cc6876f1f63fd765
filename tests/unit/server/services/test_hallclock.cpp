// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/auth/gate.h"
#include "server/services/core/alarms.h"
#include "server/services/core/housekeeping.h"
#include "server/services/people/vault.h"
#include "server/services/queueing/ticketcodes.h"
#include "server/services/records/audithead.h"
#include "tests/unit/server/services/hallfixture.h"

namespace atrium::services::testing {

using namespace std::chrono_literals;
using rules::queueing::CallNext;
using rules::queueing::FinishService;
using rules::queueing::StartService;

/// The small hall with its housekeeping, as the server puts them together.
class HallClocks : public HallTest {
protected:
    void SetUp() override {
        HallTest::SetUp();
        makeParts();
    }
    void TearDown() override {
        housekeeping.reset();
        HallTest::TearDown();
    }
    void makeParts() {
        const auto ring = KeyRing::openOrMake(folder + "/keys").value();
        vault = std::make_unique<Vault>(*store, ring, model::HallId("hall"));
        gate = std::make_unique<Gate>(*store, *hall, *hallClock);
        gate->load().value();
        codes = std::make_unique<TicketCodes>("https://hall.example/", ring.ticket, ring.ticketId);
        signer = std::make_unique<AuditSigner>(ring.audit);
        services = std::unique_ptr<Services>(new Services{
            *store, *hall, *writer, *vault, *gate, *codes, *signer, calendar, *hallClock, ServiceConfig{},
            [](const std::string&) {}, [] { return std::vector<std::string>(); }});
        housekeeping = std::make_unique<Housekeeping>(*services);
        housekeeping->round();
    }
    /// The server ends, the machine's clock is set, the server starts.
    void restart(std::chrono::milliseconds set) {
        housekeeping.reset();
        services.reset();
        gate.reset();
        vault.reset();
        close();
        clock.set(set);
        open();
        makeParts();
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

    std::unique_ptr<Vault> vault;
    std::unique_ptr<Gate> gate;
    std::unique_ptr<TicketCodes> codes;
    std::unique_ptr<AuditSigner> signer;
    std::unique_ptr<Services> services;
    std::unique_ptr<Housekeeping> housekeeping;
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
