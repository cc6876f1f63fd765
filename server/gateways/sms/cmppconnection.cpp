// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/cmppconnection.h"

#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocketImpl.h>
#include <Poco/Timespan.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>

namespace atrium::gateways {
namespace {

int toPoll(std::chrono::milliseconds time) {
    return static_cast<int>(std::clamp<std::chrono::milliseconds::rep>(time.count(), 0, 3600000));
}

bool mayGoOn() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

} // namespace

CmppConnection::CmppConnection(const std::string& host, std::uint16_t port,
                               std::chrono::milliseconds timeout) {
    m_socket.connect(Poco::Net::SocketAddress(host, port), Poco::Timespan(timeout.count() * 1000));
    m_socket.setBlocking(false);
    m_socket.setNoDelay(true);
}

bool CmppConnection::write(std::string_view bytes) {
    m_unsent += bytes;
    while (!m_unsent.empty()) {
        const auto sent = ::send(m_socket.impl()->sockfd(), m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL);
        if (sent < 0)
            return mayGoOn();
        m_unsent.erase(0, static_cast<std::size_t>(sent));
    }
    return true;
}

bool CmppConnection::read(std::string& to) {
    std::array<char, 16384> buffer{};
    while (true) {
        const auto got = ::recv(m_socket.impl()->sockfd(), buffer.data(), buffer.size(), 0);
        if (got < 0)
            return mayGoOn();
        if (got == 0)
            return false;
        to.append(buffer.data(), static_cast<std::size_t>(got));
        if (static_cast<std::size_t>(got) < buffer.size())
            return true;
    }
}

void CmppConnection::wait(int wakeFd, std::chrono::milliseconds atMost) const {
    const short wanted = m_unsent.empty() ? POLLIN : POLLIN | POLLOUT;
    std::array<pollfd, 2> files{pollfd{m_socket.impl()->sockfd(), wanted, 0}, pollfd{wakeFd, POLLIN, 0}};
    ::poll(files.data(), files.size(), toPoll(atMost));
}

void waitReadable(int fd, std::chrono::milliseconds atMost) {
    pollfd file{fd, POLLIN, 0};
    ::poll(&file, 1, toPoll(atMost));
}

} // namespace atrium::gateways
