// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/server/receiver.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace atrium::bench {

std::size_t SseFraming::next(std::string_view bytes, bool& wanted) const {
    const std::size_t end = bytes.find("\n\n");
    if (end == std::string_view::npos)
        return 0;
    wanted = bytes.substr(0, end).find(m_line) != std::string_view::npos;
    return end + 2;
}

std::size_t MqttFraming::next(std::string_view bytes, bool& wanted) const {
    std::size_t length = 0;
    for (std::size_t i = 1; i < bytes.size() && i < 5; ++i) {
        const auto digit = static_cast<unsigned char>(bytes[i]);
        length |= static_cast<std::size_t>(digit & 127U) << (7 * (i - 1));
        if (digit >= 128)
            continue;
        if (bytes.size() < i + 1 + length)
            return 0;
        wanted = (static_cast<unsigned char>(bytes[0]) & 0xf0U) == 0x30;
        return i + 1 + length;
    }
    return 0;
}

Receiver::Receiver() : m_poll(::epoll_create1(EPOLL_CLOEXEC)) {}

Receiver::~Receiver() {
    ::close(m_poll);
}

void Receiver::add(Wire wire) {
    wire.neverWait();
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = m_wires.size();
    if (::epoll_ctl(m_poll, EPOLL_CTL_ADD, wire.fd(), &event) != 0)
        throw std::runtime_error("epoll_ctl");
    m_wires.push_back(std::move(wire));
    m_pending.emplace_back();
}

void Receiver::keep(std::size_t count) {
    while (m_wires.size() > count) {
        m_wires.pop_back();
        m_pending.pop_back();
    }
}

bool Receiver::read(std::size_t index, const Framing& framing) {
    static std::array<char, 65536> bytes;
    const auto count = ::recv(m_wires[index].fd(), bytes.data(), bytes.size(), 0);
    if (count <= 0)
        throw std::runtime_error("a subscriber was closed");
    std::string& pending = m_pending[index];
    std::string_view rest(bytes.data(), static_cast<std::size_t>(count));
    if (!pending.empty()) {
        pending.append(rest);
        rest = pending;
    }
    bool found = false;
    while (!rest.empty()) {
        bool wanted = false;
        const std::size_t length = framing.next(rest, wanted);
        if (length == 0)
            break;
        if (wanted && index == 0)
            m_message.assign(rest.substr(0, length));
        found = found || wanted;
        rest.remove_prefix(length);
    }
    pending = std::string(rest);
    return found;
}

std::vector<double> Receiver::timed(const Framing& framing, const std::function<void()>& work) {
    using SteadyClock = std::chrono::steady_clock;
    std::vector<double> times;
    times.reserve(m_wires.size());
    std::vector<bool> done(m_wires.size());
    const auto begun = SteadyClock::now();
    work();
    std::array<epoll_event, 512> events;
    while (times.size() < m_wires.size()) {
        const int count = ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()), 60'000);
        if (count <= 0)
            throw std::runtime_error("only " + std::to_string(times.size()) + " of " +
                                     std::to_string(m_wires.size()) + " subscribers were told");
        for (int i = 0; i < count; ++i) {
            const auto index = static_cast<std::size_t>(events[static_cast<std::size_t>(i)].data.u64);
            if (!read(index, framing) || done[index])
                continue;
            done[index] = true;
            times.push_back(std::chrono::duration<double, std::milli>(SteadyClock::now() - begun).count());
        }
    }
    return times; // in the order they came: sorted
}

} // namespace atrium::bench
