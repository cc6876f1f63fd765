// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/store/loadclient.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace atrium::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Connection {
    int fd = -1;
    std::string in;
    Clock::time_point sent;
};

int connectTo(std::uint16_t port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect to the server");
    const int yes = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return fd;
}

/// Length of the whole answer in text, 0 while its head is not complete.
std::size_t answerLength(std::string_view text) {
    const auto end = text.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    static constexpr std::string_view kLength = "Content-Length: ";
    const auto at = text.find(kLength);
    std::size_t length = 0;
    if (at < end)
        std::from_chars(text.data() + at + kLength.size(), text.data() + end, length);
    return end + 4 + length;
}

int statusOf(std::string_view text) {
    int status = 0;
    if (text.size() > 12)
        std::from_chars(text.data() + 9, text.data() + 12, status);
    return status;
}

/// Sends a whole request; it is far smaller than a socket's buffer.
bool sendAll(int fd, const std::string& text) {
    return ::send(fd, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

} // namespace

LoadResult drive(std::uint16_t port, int connections, std::chrono::milliseconds time, int expectedStatus,
                 const std::function<std::string(std::uint64_t)>& request) {
    LoadResult out;
    std::vector<double> times;
    std::vector<Connection> all(static_cast<std::size_t>(connections));
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    std::uint64_t next = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].fd = connectTo(port);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(poll, EPOLL_CTL_ADD, all[i].fd, &event);
    }
    const auto begin = Clock::now();
    for (Connection& one : all) {
        one.sent = Clock::now();
        sendAll(one.fd, request(next++));
    }
    std::size_t open = all.size();
    std::array<epoll_event, 64> events{};
    std::array<char, 64 * 1024> buffer{};
    while (open > 0) {
        const int count = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 30'000);
        if (count == 0)
            throw std::runtime_error("the server does not answer");
        for (int i = 0; i < count; ++i) {
            Connection& one = all[events.at(static_cast<std::size_t>(i)).data.u64];
            const ssize_t got = ::recv(one.fd, buffer.data(), buffer.size(), 0);
            if (got > 0)
                one.in.append(buffer.data(), static_cast<std::size_t>(got));
            const std::size_t length = got > 0 ? answerLength(one.in) : 0;
            if (got > 0 && (length == 0 || one.in.size() < length))
                continue;
            const auto now = Clock::now();
            // On a machine that is too slow for the time every connection still gets its answer.
            const bool late = now - begin > time && out.answers + out.others >= all.size();
            if (got <= 0 || statusOf(one.in) != expectedStatus) {
                ++out.others;
                if (out.firstOther.empty())
                    out.firstOther = got > 0 ? one.in.substr(0, 400) : "the connection was lost";
            } else if (!late) {
                ++out.answers;
                out.seconds = std::chrono::duration<double>(now - begin).count();
                times.push_back(std::chrono::duration<double, std::milli>(now - one.sent).count());
            }
            one.in.clear();
            one.sent = now;
            if (late || got <= 0 || !sendAll(one.fd, request(next++))) {
                ::close(one.fd);
                --open;
            }
        }
    }
    ::close(poll);
    std::sort(times.begin(), times.end());
    if (!times.empty()) {
        out.p50 = times[times.size() / 2];
        out.p99 = times[times.size() * 99 / 100];
    }
    return out;
}

} // namespace atrium::bench
