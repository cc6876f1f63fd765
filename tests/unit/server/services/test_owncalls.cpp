// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/core/housekeeping.h"
#include "server/services/core/owncalls.h"
#include "tests/unit/server/services/hallfixture.h"

namespace atrium::services::testing {

using model::Result;
using model::WindowId;
using Windows = std::vector<WindowId>;

/// The one queue is called by the server, ten seconds after a window is free.
class OwnCalls : public HallTest {
protected:
    void SetUp() override {
        HallTest::SetUp();
        writer
            ->run({},
                  [](WriteContext& context) -> Result<Outcome> {
                      auto queue = context.state().setup->config.queues.at(model::QueueId("queue"));
                      queue.callMode = model::CallMode::automatic;
                      queue.callAfterSeconds = 10;
                      context.record("recordChanged", {store::put(queue)});
                      return Outcome{};
                  })
            .value();
    }
    void terminal(bool online) {
        writer
            ->run({},
                  [online](WriteContext& context) {
                      return noteDevice(context, model::DeviceId("terminal"), online, {});
                  })
            .value();
    }
    Windows due() {
        return hall->read([&](const HallState& state) { return windowsToCallTo(state, clock.now()); });
    }
    void call(const char* window) {
        writer->run({}, [&](WriteContext& context) { return callByItself(context, WindowId(window)); })
            .value();
    }
    model::WindowState at(const char* window) {
        return hall->read(
            [&](const HallState& state) { return state.queue.windows.at(WindowId(window)).state; });
    }
};

TEST_F(OwnCalls, goToFreeWindowsWhoseTerminalIsThere) {
    clock.advance(std::chrono::seconds(9));
    issue("t1").value();
    issue("t2").value();
    EXPECT_EQ(due(), Windows{}) << "not free for long enough";
    clock.advance(std::chrono::seconds(1));
    EXPECT_EQ(due(), (Windows{WindowId("window-2")})) << "at window-1 the terminal is off";
    terminal(true);
    EXPECT_EQ(due(), (Windows{WindowId("window-1"), WindowId("window-2")}));
    call("window-1");
    EXPECT_EQ(at("window-1"), model::WindowState::calling);
    EXPECT_EQ(due(), (Windows{WindowId("window-2")}));
    terminal(false);
    EXPECT_EQ(due(), (Windows{WindowId("window-2")}));
}

TEST_F(OwnCalls, thatAreNoLongerDueChangeNothing) {
    issue("t1").value();
    clock.advance(std::chrono::seconds(10));
    run(rules::queueing::CallNext{WindowId("window-2"), model::CallId("by-hand")}).value();
    const auto before = events().size();
    call("window-2"); // the clerk was quicker
    call("window-1");
    EXPECT_EQ(events().size(), before);
    EXPECT_EQ(at("window-1"), model::WindowState::idle);
}

} // namespace atrium::services::testing
