// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/server/http/client.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace atrium::test {

namespace {
constexpr std::chrono::milliseconds kPatience{60'000};
}

Client::Client(std::uint16_t port, int receiveBuffer)
    : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receiveBuffer > 0)
        ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect");
}

Client::~Client() {
    if (m_fd >= 0)
        ::close(m_fd);
}

Client::Client(Client&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_buffer(std::move(other.m_buffer)) {}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool Client::fill(std::chrono::milliseconds patience) {
    pollfd waiting{m_fd, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(patience.count())) != 1)
        return false;
    std::array<char, 65536> bytes;
    const auto count = ::recv(m_fd, bytes.data(), bytes.size(), 0);
    if (count <= 0)
        return false;
    m_buffer.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

std::string Client::readUntil(std::string_view text) {
    std::size_t at = 0;
    while ((at = m_buffer.find(text)) == std::string::npos)
        if (!fill(kPatience))
            return {};
    std::string seen = m_buffer.substr(0, at + text.size());
    m_buffer.erase(0, at + text.size());
    return seen;
}

std::optional<Answer> Client::answer(bool head) {
    const std::string header = readUntil("\r\n\r\n");
    if (header.size() < 12)
        return std::nullopt;
    Answer answer;
    answer.status = std::stoi(header.substr(9, 3));
    for (std::size_t at = header.find("\r\n") + 2; at + 2 < header.size();) {
        const std::size_t end = header.find("\r\n", at);
        const std::size_t colon = header.find(": ", at);
        std::string name = header.substr(at, colon - at);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        answer.headers[name] = header.substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    if (head || !answer.headers.contains("content-length"))
        return answer;
    const auto length = static_cast<std::size_t>(std::stoul(answer.headers["content-length"]));
    while (m_buffer.size() < length)
        if (!fill(kPatience))
            return std::nullopt;
    answer.body = m_buffer.substr(0, length);
    m_buffer.erase(0, length);
    return answer;
}

std::optional<Answer> Client::ask(std::string_view bytes) {
    send(bytes);
    return answer();
}

bool Client::closes() {
    while (fill(kPatience))
        m_buffer.clear();
    pollfd waiting{m_fd, POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 1; // else it was patience that ended
}

bool Client::quiet() const {
    pollfd waiting{m_fd, POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 0;
}

void Client::endWriting() {
    ::shutdown(m_fd, SHUT_WR);
}

std::string get(std::string_view path, std::string_view lines) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: hall\r\n" + std::string(lines) + "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view lines) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: hall\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(lines) + "\r\n" + std::string(body);
}

} // namespace atrium::test
