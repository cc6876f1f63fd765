// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/common/tcpport.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>

namespace atrium::emulators {
namespace {

sockaddr* plain(sockaddr_in& address) {
    return static_cast<sockaddr*>(static_cast<void*>(&address));
}

} // namespace

TcpPort::~TcpPort() {
    TcpPort::unplug();
}

void TcpPort::plug() {
    if (isPlugged())
        return;
    m_server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    setsockopt(m_server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(m_number);
    socklen_t size = sizeof address;
    if (bind(m_server, plain(address), size) != 0 || listen(m_server, 4) != 0 ||
        getsockname(m_server, plain(address), &size) != 0)
        throw std::runtime_error("cannot listen at " + name());
    m_number = ntohs(address.sin_port);
    loop().watch(m_server, [this] { accept(); });
}

void TcpPort::unplug() {
    hangUp();
    if (!isPlugged())
        return;
    loop().forget(m_server);
    close(m_server);
    m_server = -1;
}

void TcpPort::hangUp() {
    if (m_client < 0)
        return;
    forgetOutgoing();
    loop().forget(m_client);
    close(m_client);
    m_client = -1;
}

void TcpPort::accept() {
    const int client = accept4(m_server, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client < 0)
        return;
    hangUp();
    m_client = client;
    const int yes = 1;
    setsockopt(m_client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    loop().watch(m_client, [this] { readSome(); });
}

void TcpPort::readSome() {
    std::array<std::uint8_t, 4096> buffer{};
    const auto count = read(m_client, buffer.data(), buffer.size());
    if (count > 0)
        deliver(std::span(buffer).first(static_cast<std::size_t>(count)));
    else if (count == 0 || (errno != EAGAIN && errno != EINTR))
        hangUp();
}

ssize_t TcpPort::writeNow(std::span<const std::uint8_t> bytes) {
    if (m_client < 0)
        accept(); // for the program at the other end the connection may stand already
    // Without one the bytes go nowhere, as on a line that nobody listens to.
    if (m_client < 0)
        return static_cast<ssize_t>(bytes.size());
    return ::send(m_client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

} // namespace atrium::emulators
