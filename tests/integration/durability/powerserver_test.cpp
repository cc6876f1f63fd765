// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL proves that a program may die; only a disk that forgets proves that the store syncs what it
// promised.
#include "server/services/core/crypto.h"
#include "tests/integration/durability/poweredhall.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

namespace atrium::test {
namespace {

int runs() {
    return std::getenv("ATRIUM_FULL") != nullptr ? 1000 : 40;
}

/// A fresh database every so often, so that early moments of its life are cut too.
constexpr int kLives = 8;

} // namespace

TEST(PowerCut, nothingPromisedByTheServerIsEverLost) {
    services::initCrypto();
    FaultVfs vfs;
    std::unique_ptr<PoweredHall> hall;
    std::size_t tickets = 0;
    for (int run = 0; run < runs(); ++run) {
        if (run % kLives == 0)
            hall.reset(); // before the next one is made: they share the power
        if (!hall)
            hall = std::make_unique<PoweredHall>(vfs);
        const auto faults = hall->liveUntilCut(static_cast<std::uint64_t>(run));
        ASSERT_TRUE(faults.empty()) << "run " << run << ": " << faults.size()
                                    << " faults, first: " << faults[0];
        if (run % kLives == kLives - 1)
            tickets += hall->promises().numbers.size();
    }
    EXPECT_GT(tickets, 100U); // the cuts fell among promises
    hall.reset();
}

namespace {

/// How many of ten cuts broke a promise.
int brokenWith(const std::string& synchronous) {
    services::initCrypto();
    FaultVfs vfs;
    int broken = 0;
    for (std::uint64_t run = 0; run < 10; ++run) {
        PoweredHall hall(vfs, synchronous);
        broken += hall.liveUntilCut(run + 40).empty() ? 0 : 1;
    }
    std::cout << "synchronous=" << synchronous << ": " << broken << " of 10 cuts lose something\n";
    return broken;
}

} // namespace

// A test that sees no loss without syncs would prove nothing with them.
TEST(PowerCut, withoutSyncsTheSameTestFindsLosses) {
    EXPECT_GT(brokenWith("OFF"), 0);
}

// NORMAL keeps the file whole, but not the last commits.
TEST(PowerCut, withFewerSyncsTheSameTestFindsLosses) {
    EXPECT_GT(brokenWith("NORMAL"), 0);
}

} // namespace atrium::test
