// SPDX-License-Identifier: GPL-3.0-or-later
// One poll loop for an emulator: file descriptors and timers, one thread.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <vector>

namespace atrium::emulators {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

class Loop {
public:
    /// Calls `ready` whenever the descriptor can be read, has hung up or is in error, until forget().
    void watch(int descriptor, std::function<void()> ready);
    /// Calls `writable` as long as it is not empty whenever the descriptor takes bytes.
    void watchWrite(int descriptor, std::function<void()> writable);
    void forget(int descriptor);

    /// Calls `action` once after the delay; equal times in order of asking.
    void after(Milliseconds delay, std::function<void()> action);

    /// Runs until stop() or SIGTERM/SIGINT.
    void run();
    void stop() { m_stopped = true; }

private:
    struct Watch {
        std::function<void()> ready;
        std::function<void()> writable;
    };
    int timeout() const;
    void runTimers();
    void call(int descriptor, std::function<void()> Watch::*which);

    std::map<int, Watch> m_watches;
    std::multimap<Clock::time_point, std::function<void()>> m_timers;
    bool m_stopped = false;
};

} // namespace atrium::emulators
