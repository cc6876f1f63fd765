// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/poller.h"

#include <cerrno>
#include <csignal>
#include <system_error>

#include <pthread.h>
#include <unistd.h>

namespace atrium::http {

namespace {

bool add(int poll, int fd, std::uint64_t tag, std::uint32_t events) noexcept {
    epoll_event event{};
    event.events = events;
    event.data.u64 = tag;
    return ::epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event) == 0;
}

} // namespace

Poller::Poller() : m_fd(::epoll_create1(EPOLL_CLOEXEC)) {
    if (m_fd < 0)
        throw std::system_error(errno, std::generic_category(), "epoll_create1");
}

Poller::~Poller() {
    ::close(m_fd);
}

bool Poller::addEdge(int fd, std::uint64_t tag) noexcept {
    return add(m_fd, fd, tag, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
}

bool Poller::addLevel(int fd, std::uint64_t tag) noexcept {
    return add(m_fd, fd, tag, EPOLLIN);
}

void Poller::remove(int fd) noexcept {
    epoll_event unused{};
    ::epoll_ctl(m_fd, EPOLL_CTL_DEL, fd, &unused);
}

std::span<const epoll_event> Poller::wait(int milliseconds) noexcept {
    const int count = ::epoll_wait(m_fd, m_events.data(), static_cast<int>(m_events.size()), milliseconds);
    return {m_events.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

void blockSignals() noexcept {
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int signal : {SIGPIPE, SIGTERM, SIGINT, SIGQUIT, SIGHUP})
        ::sigaddset(&signals, signal);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace atrium::http
