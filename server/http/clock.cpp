// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/clock.h"

#include <time.h>

namespace atrium::http {

namespace {

class SystemClock final : public Clock {
public:
    Steady steady() const override { return std::chrono::steady_clock::now(); }
    model::Instant now() const override {
        return std::chrono::time_point_cast<model::Milliseconds>(std::chrono::system_clock::now());
    }
    Steady elapsed() const override {
        timespec since{};
        if (::clock_gettime(CLOCK_BOOTTIME, &since) != 0)
            return steady();
        return Steady(std::chrono::seconds(since.tv_sec) + std::chrono::nanoseconds(since.tv_nsec));
    }
};

} // namespace

const Clock& Clock::system() {
    static const SystemClock clock;
    return clock;
}

} // namespace atrium::http
