// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/server/wire.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace atrium::bench {

Wire::Wire(std::uint16_t port, int receiveBuffer) : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receiveBuffer > 0)
        ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    const timeval patience{60, 0};
    ::setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const int yes = 1;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (m_fd < 0 || ::connect(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        const int failure = errno;
        ::close(m_fd);
        throw std::runtime_error("cannot connect to port " + std::to_string(port) + ": error " +
                                 std::to_string(failure));
    }
}

Wire::~Wire() {
    if (m_fd >= 0)
        ::close(m_fd);
}

Wire::Wire(Wire&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_buffer(std::move(other.m_buffer)) {}

Wire& Wire::operator=(Wire&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    std::swap(m_buffer, other.m_buffer);
    return *this;
}

bool Wire::send(std::string_view bytes) const noexcept {
    while (!bytes.empty()) {
        const auto count = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void Wire::fill() {
    std::array<char, 65536> bytes;
    const auto count = ::recv(m_fd, bytes.data(), bytes.size(), 0);
    if (count <= 0)
        throw std::runtime_error("the peer has closed, or said nothing for a minute");
    m_buffer.append(bytes.data(), static_cast<std::size_t>(count));
}

std::string Wire::take(std::size_t count) {
    while (m_buffer.size() < count)
        fill();
    std::string out = m_buffer.substr(0, count);
    m_buffer.erase(0, count);
    return out;
}

int Wire::answer(std::string* body) {
    std::size_t end = 0;
    while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos)
        fill();
    const std::string head = take(end + 4);
    const std::size_t length = head.find("Content-Length: ");
    std::string text;
    if (length != std::string::npos)
        text = take(std::stoul(head.substr(length + 16)));
    if (body != nullptr)
        *body = std::move(text);
    return std::stoi(head.substr(9, 3));
}

void Wire::neverWait() const noexcept {
    ::fcntl(m_fd, F_SETFL, ::fcntl(m_fd, F_GETFL) | O_NONBLOCK);
}

bool Wire::closed() const noexcept {
    pollfd state{m_fd, POLLRDHUP, 0};
    return ::poll(&state, 1, 0) == 1; // also hung up, or in error
}

std::string httpRequest(std::string_view method, std::string_view path, std::string_view lines,
                        std::string_view body) {
    std::string out(method);
    out.append(" ").append(path).append(" HTTP/1.1\r\nHost: hall\r\n").append(lines);
    if (!body.empty())
        out += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    return out.append("\r\n").append(body);
}

namespace {

std::string mqttText(std::string_view text) {
    std::string out{static_cast<char>(text.size() >> 8), static_cast<char>(text.size() & 0xff)};
    return out.append(text);
}

std::string mqttPacket(unsigned first, std::string_view rest) {
    std::string out(1, static_cast<char>(first));
    std::size_t length = rest.size();
    do {
        const std::size_t digit = length % 128;
        length /= 128;
        out += static_cast<char>(digit | (length > 0 ? 128U : 0U));
    } while (length > 0);
    return out.append(rest);
}

} // namespace

std::string mqttConnect(std::string_view clientId) {
    constexpr std::string_view kCleanNoKeepAlive("\x04\x02\x00\x00", 4);
    return mqttPacket(0x10, mqttText("MQTT").append(kCleanNoKeepAlive) + mqttText(clientId));
}

std::string mqttSubscribe(std::string_view topic) {
    constexpr std::string_view kPacketId("\x00\x01", 2);
    return mqttPacket(0x82, std::string(kPacketId) + mqttText(topic) + std::string(1, '\0'));
}

std::string mqttPublish(std::string_view topic, std::string_view payload) {
    return mqttPacket(0x30, mqttText(topic).append(payload));
}

void raiseDescriptors(std::size_t wanted) {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < wanted)
        throw std::runtime_error("needs " + std::to_string(wanted) + " descriptors (ulimit -n)");
}

namespace {

double statusOf(int pid, const std::string& name) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(name + ":"))
            return std::stod(line.substr(name.size() + 1));
    throw std::runtime_error("process " + std::to_string(pid) + " is gone");
}

} // namespace

double residentBytes(int pid) {
    return statusOf(pid, "VmRSS") * 1024;
}

int threadsOf(int pid) {
    return static_cast<int>(statusOf(pid, "Threads"));
}

} // namespace atrium::bench
