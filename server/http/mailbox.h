// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include <sys/eventfd.h>
#include <unistd.h>

namespace atrium::http {

/// Messages from any thread to one poll loop, which watches fd(). Outlives the loop as long as somebody holds
/// it.
template <class Message> class Mailbox {
public:
    Mailbox() : m_fd(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}
    ~Mailbox() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /// False: the loop is gone, the message is dropped.
    bool push(Message message) {
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return false;
            first = m_messages.empty();
            m_messages.push_back(std::move(message));
        }
        if (first)
            wake();
        return true;
    }
    void wake() noexcept {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(m_fd, &one, sizeof one); // full counter: awake anyway
    }
    /// The loop's side: all messages so far.
    [[nodiscard]] std::vector<Message> take() {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto read = ::read(m_fd, &count, sizeof count);
        std::vector<Message> taken;
        const std::lock_guard lock(m_mutex);
        taken.swap(m_messages);
        return taken;
    }
    void close() {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_messages.clear();
    }
    [[nodiscard]] bool closed() {
        const std::lock_guard lock(m_mutex);
        return m_closed;
    }
    [[nodiscard]] int fd() const noexcept { return m_fd; }

private:
    int m_fd;
    std::mutex m_mutex; // guards the two below
    std::vector<Message> m_messages;
    bool m_closed = false;
};

} // namespace atrium::http
