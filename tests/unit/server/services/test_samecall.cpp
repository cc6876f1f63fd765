// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultvfs/faultvfs.h"
#include "tests/unit/server/services/hallfixture.h"

#include <array>
#include <barrier>
#include <cstdlib>
#include <iostream>
#include <set>
#include <thread>

namespace atrium::services::testing {

namespace queueing = rules::queueing;
using model::WindowId;

/// The hall over a disk that grants syncs at once, so that many rounds take little time.
class SameCallTest : public HallTest {
protected:
    test::FaultVfs vfs;

    /// Calls at a window; the ticket it got, empty when none waited. The service is over at once.
    std::string callAndFinish(const WindowId& window, int round) {
        const model::CallId id(window.value + "-" + std::to_string(round));
        if (!run(queueing::CallNext{window, id}))
            return {};
        auto ticket = hall->read(
            [&](const HallState& state) { return state.queue.windows.at(window).ticketId->value; });
        (void)writer
            ->run({},
                  [&window](WriteContext& context) -> model::Result<Outcome> {
                      (void)context.command(queueing::StartService{window}).value();
                      (void)context.command(queueing::FinishService{window}).value();
                      return Outcome{};
                  })
            .value();
        return ticket;
    }
};

TEST_F(SameCallTest, callsAtTheSameInstantNeverGiveOneTicketTwice) {
    const int rounds = std::getenv("ATRIUM_FULL") != nullptr ? 10'000 : 1'000;
    const std::array<WindowId, 2> windows{WindowId("window-1"), WindowId("window-2")};
    std::array<std::string, 2> got;
    std::array<int, 2> alone{}; // rounds with one ticket that the window got
    std::set<std::string> called;
    std::barrier together(3);
    const auto serve = [&](std::size_t which) {
        for (int round = 0; round < rounds; ++round) {
            together.arrive_and_wait();
            got.at(which) = callAndFinish(windows.at(which), round);
            together.arrive_and_wait();
        }
    };
    std::thread first(serve, 0);
    std::thread second(serve, 1);
    int wrong = 0;
    for (int round = 0; round < rounds; ++round) {
        const int tickets = round % 2 + 1;
        for (int i = 0; i < tickets; ++i)
            wrong += issue("t" + std::to_string(round) + "-" + std::to_string(i)) ? 0 : 1;
        together.arrive_and_wait();
        together.arrive_and_wait();
        int calls = 0;
        for (std::size_t which = 0; which < 2; ++which)
            if (!got.at(which).empty()) {
                ++calls;
                alone.at(which) += tickets == 1 ? 1 : 0;
                wrong += called.insert(got.at(which)).second ? 0 : 1;
            }
        wrong += calls == tickets ? 0 : 1;
    }
    first.join();
    second.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(called.size(), static_cast<std::size_t>(rounds / 2 * 3));
    EXPECT_GT(alone[0], 0); // either window was the quicker one now and then
    EXPECT_GT(alone[1], 0);
    std::cout << "of " << rounds / 2 << " rounds with one ticket the windows won " << alone[0] << " and "
              << alone[1] << "\n";
}

} // namespace atrium::services::testing
