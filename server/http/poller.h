// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <span>

#include <sys/epoll.h>

namespace atrium::http {

/// A thin owner of one epoll instance. Poco's SocketReactor and PollSet of 1.11 have data races and spin
/// (mended in 1.12); this is all that is needed of them. One thread.
class Poller {
public:
    Poller(); ///< throws std::system_error
    ~Poller();
    Poller(const Poller&) = delete;
    Poller& operator=(const Poller&) = delete;

    /// Told once whenever the socket becomes readable or writable (edge-triggered). False: the kernel
    /// refused.
    bool addEdge(int fd, std::uint64_t tag) noexcept;
    /// Told as long as it is readable.
    bool addLevel(int fd, std::uint64_t tag) noexcept;
    void remove(int fd) noexcept;
    /// What happened, at latest after so many milliseconds. Valid until the next call.
    [[nodiscard]] std::span<const epoll_event> wait(int milliseconds) noexcept;

private:
    int m_fd;
    std::array<epoll_event, 512> m_events{};
};

/// Tag of a loop's mailbox.
inline constexpr std::uint64_t kWake = ~std::uint64_t{0};
/// How often a loop looks at its deadlines.
inline constexpr std::chrono::milliseconds kTick{100};

/// Leaves signals to the main thread, and turns writing to a closed socket into an error. Call first in a
/// thread.
void blockSignals() noexcept;

} // namespace atrium::http
