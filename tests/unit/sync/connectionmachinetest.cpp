// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sync/core/connectionmachine.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace atrium::sync {
namespace {

using model::Milliseconds;
using Do = Step::Do;

constexpr model::Instant kNoon = model::Instant{Milliseconds{1763777040000}};

TEST(ConnectionMachine, AnEmptyReplicaTakesASnapshotThenFollows) {
    ConnectionMachine machine;
    EXPECT_EQ(machine.state(), ConnectionState::starting);
    EXPECT_EQ(machine.start({}, "").what, Do::askServer);
    EXPECT_EQ(machine.state(), ConnectionState::starting);
    EXPECT_EQ(machine.serverAnswered(100, "hall").what, Do::fetchSnapshot);
    EXPECT_EQ(machine.state(), ConnectionState::catchingUp);
    EXPECT_EQ(machine.snapshotTaken(101, "hall").what, Do::openStream);
    EXPECT_EQ(machine.streamOpened().what, Do::nothing);
    EXPECT_EQ(machine.state(), ConnectionState::live);
    EXPECT_EQ(machine.position(), 101);
}

TEST(ConnectionMachine, AReplicaThatIsBehindTakesPagesAndNoSnapshot) {
    ConnectionMachine machine;
    machine.start(90, "hall");
    EXPECT_EQ(machine.serverAnswered(100, "hall").what, Do::fetchChanges);
    EXPECT_EQ(machine.pageTaken(95, true, 0.5).what, Do::fetchChanges);
    EXPECT_EQ(machine.pageTaken(100, false, 0.5).what, Do::openStream);
    EXPECT_EQ(machine.position(), 100);
}

TEST(ConnectionMachine, AReplicaThatIsUpToDateFollowsAtOnce) {
    ConnectionMachine machine;
    machine.start(100, "hall");
    EXPECT_EQ(machine.serverAnswered(100, "hall").what, Do::openStream);
}

TEST(ConnectionMachine, AnotherHallOrAShorterLogNeedsASnapshot) {
    ConnectionMachine other;
    other.start(90, "hall");
    EXPECT_EQ(other.serverAnswered(100, "elsewhere").what, Do::fetchSnapshot);
    ConnectionMachine restored;
    restored.start(90, "hall");
    EXPECT_EQ(restored.serverAnswered(89, "hall").what, Do::fetchSnapshot);
}

TEST(ConnectionMachine, ALossIsDatedByWhatWasHeardLastAndKeptOverAttempts) {
    ConnectionMachine machine;
    machine.start(100, "hall");
    machine.serverAnswered(100, "hall");
    machine.streamOpened();
    EXPECT_EQ(machine.failed(0, kNoon, 1.0).what, Do::wait);
    EXPECT_EQ(machine.state(), ConnectionState::offline);
    machine.retry();
    machine.failed(0, kNoon + Milliseconds{60'000}, 1.0);
    EXPECT_EQ(machine.offlineSince(), kNoon);
    machine.retry();
    machine.serverAnswered(100, "hall");
    EXPECT_EQ(machine.offlineSince(), std::nullopt);
}

TEST(ConnectionMachine, BacksOffUntilAStreamCarriesSomething) {
    ConnectionMachine machine;
    machine.start(100, "hall");
    EXPECT_EQ(machine.failed(0, kNoon, 1.0).delay, Milliseconds{500});
    EXPECT_EQ(machine.failed(0, kNoon, 1.0).delay, Milliseconds{1000});
    machine.serverAnswered(100, "hall");
    machine.streamOpened();
    EXPECT_EQ(machine.failed(0, kNoon, 1.0).delay, Milliseconds{2000});
    machine.serverAnswered(100, "hall");
    machine.streamOpened();
    machine.advanced(100);
    EXPECT_EQ(machine.failed(0, kNoon, 1.0).delay, Milliseconds{500});
}

TEST(ConnectionMachine, AStreamTheServerEndedIsNoLossUnlessItCarriedNothing) {
    ConnectionMachine machine;
    machine.start(5, "hall");
    machine.serverAnswered(5, "hall");
    machine.streamOpened();
    machine.advanced(5);
    EXPECT_EQ(machine.ended(kNoon, 0.5), Step{Step::Do::askServer});
    EXPECT_EQ(machine.state(), ConnectionState::catchingUp);
    EXPECT_FALSE(machine.offlineSince());
    // The next one says nothing before it ends: a server that does this for ever is not asked without pause.
    machine.serverAnswered(5, "hall");
    machine.streamOpened();
    EXPECT_EQ(machine.ended(kNoon, 0.5).what, Step::Do::wait);
    EXPECT_EQ(machine.state(), ConnectionState::offline);
    EXPECT_EQ(machine.offlineSince(), kNoon);
}

TEST(ConnectionMachine, ARefusedDeviceAsksSeldom) {
    for (const int status : {401, 403}) {
        ConnectionMachine machine;
        machine.start(100, "hall");
        machine.serverAnswered(110, "hall");
        const Step step = machine.failed(status, kNoon, 0.0);
        EXPECT_EQ(step, (Step{Do::wait, Milliseconds{10'000}}));
        EXPECT_EQ(machine.state(), ConnectionState::refused);
        EXPECT_EQ(machine.offlineSince(), std::nullopt);
        EXPECT_EQ(machine.retry().what, Do::askServer);
    }
}

TEST(ConnectionMachine, ALostLogLeadsToASnapshotButNotInARow) {
    ConnectionMachine machine;
    machine.start(100, "hall");
    machine.serverAnswered(100, "hall");
    machine.streamOpened();
    EXPECT_EQ(machine.logLost(0.5).what, Do::fetchSnapshot);
    EXPECT_EQ(machine.position(), std::nullopt);
    machine.snapshotTaken(120, "hall");
    machine.streamOpened();
    EXPECT_EQ(machine.logLost(0.5).what, Do::wait);
    EXPECT_EQ(machine.retry().what, Do::askServer);
    EXPECT_EQ(machine.serverAnswered(120, "hall").what, Do::fetchSnapshot);
}

TEST(ConnectionMachine, ANewAudienceNeedsASnapshotNowOrWhenTheServerIsBack) {
    ConnectionMachine live;
    live.start(100, "hall");
    live.serverAnswered(100, "hall");
    live.streamOpened();
    EXPECT_EQ(live.audienceChanged().what, Do::fetchSnapshot);
    EXPECT_EQ(live.state(), ConnectionState::catchingUp);
    ConnectionMachine away;
    away.start(100, "hall");
    away.failed(0, kNoon, 0.5);
    EXPECT_EQ(away.audienceChanged().what, Do::nothing);
    EXPECT_EQ(away.state(), ConnectionState::offline);
    EXPECT_EQ(away.serverAnswered(100, "hall").what, Do::fetchSnapshot);
}

TEST(ConnectionMachine, APageThatDoesNotMoveOnIsNotAskedForAgain) {
    ConnectionMachine machine;
    machine.start(90, "hall");
    machine.serverAnswered(100, "hall");
    EXPECT_EQ(machine.pageTaken(90, true, 0.5).what, Do::fetchSnapshot);
}

TEST(ConnectionMachine, ThePositionNeverGoesBackButByASnapshot) {
    EXPECT_TRUE(rc::check("position never goes back", [] {
        ConnectionMachine machine;
        machine.start(100, "hall");
        for (const int input : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5))) {
            const auto before = machine.position();
            const auto seq = *rc::gen::inRange<std::int64_t>(0, 200);
            Step step;
            switch (input) {
            case 0:
                step = machine.serverAnswered(seq, "hall");
                break;
            case 1:
                step = machine.pageTaken(seq, *rc::gen::arbitrary<bool>(), 0.5);
                break;
            case 2:
                step = machine.streamOpened();
                break;
            case 3:
                machine.advanced(seq);
                break;
            default:
                step = machine.failed(*rc::gen::element(0, 401, 500), kNoon, 0.5);
            }
            if (!machine.position()) {
                RC_ASSERT(step.what == Do::fetchSnapshot || step.what == Do::wait || !before);
                machine.snapshotTaken(seq, "hall");
            } else if (before) {
                RC_ASSERT(*machine.position() >= *before);
            }
        }
    }));
}

} // namespace
} // namespace atrium::sync
