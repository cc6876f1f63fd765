// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/common/loop.h"

#include <poll.h>

#include <algorithm>
#include <csignal>

namespace atrium::emulators {
namespace {

volatile std::sig_atomic_t g_signalled = 0; // a signal handler can reach nothing else

void onSignal(int) {
    g_signalled = 1;
}

} // namespace

void Loop::watch(int descriptor, std::function<void()> ready) {
    m_watches[descriptor].ready = std::move(ready);
}

void Loop::watchWrite(int descriptor, std::function<void()> writable) {
    m_watches[descriptor].writable = std::move(writable);
}

void Loop::forget(int descriptor) {
    m_watches.erase(descriptor);
}

void Loop::after(Milliseconds delay, std::function<void()> action) {
    m_timers.emplace(Clock::now() + delay, std::move(action));
}

int Loop::timeout() const {
    if (m_timers.empty())
        return 200; // so that a signal that arrives just before poll() is seen soon
    const auto left =
        std::chrono::duration_cast<Milliseconds>(m_timers.begin()->first - Clock::now()).count();
    return static_cast<int>(std::clamp<long>(left + 1, 0, 200));
}

void Loop::runTimers() {
    while (!m_timers.empty() && m_timers.begin()->first <= Clock::now()) {
        auto timer = m_timers.extract(m_timers.begin());
        timer.mapped()();
    }
}

void Loop::call(int descriptor, std::function<void()> Watch::*which) {
    // Looked up each time and copied, because a callback may forget its own descriptor or another one.
    const auto found = m_watches.find(descriptor);
    if (found == m_watches.end() || !(found->second.*which))
        return;
    const auto callback = found->second.*which;
    callback();
}

void Loop::run() {
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
    while (!m_stopped && g_signalled == 0) {
        std::vector<pollfd> polled;
        for (const auto& [descriptor, watch] : m_watches) {
            const int events = (watch.ready ? POLLIN : 0) | (watch.writable ? POLLOUT : 0);
            polled.push_back({descriptor, static_cast<short>(events), 0});
        }
        poll(polled.data(), polled.size(), timeout());
        for (const auto& entry : polled) {
            if ((entry.revents & POLLOUT) != 0)
                call(entry.fd, &Watch::writable);
            if ((entry.revents & ~POLLOUT) != 0)
                call(entry.fd, &Watch::ready);
        }
        runTimers();
    }
}

} // namespace atrium::emulators
