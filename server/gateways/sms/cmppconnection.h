// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <Poco/Net/StreamSocket.h>

namespace atrium::gateways {

/// One TCP connection to a CMPP peer with an output buffer, so that a peer that reads slowly stops nobody.
/// One thread.
class CmppConnection {
public:
    /// Throws Poco::Exception when it cannot be made within that time.
    CmppConnection(const std::string& host, std::uint16_t port, std::chrono::milliseconds timeout);

    /// Writes what the kernel takes and keeps the rest. False: the connection is gone.
    [[nodiscard]] bool write(std::string_view bytes);
    /// Appends what came to `to`. False: the peer closed, or the connection broke.
    [[nodiscard]] bool read(std::string& to);
    /// Waits until bytes came, room is there for those to be written, or `wakeFd` is readable; not longer
    /// than that.
    void wait(int wakeFd, std::chrono::milliseconds atMost) const;

private:
    Poco::Net::StreamSocket m_socket;
    std::string m_unsent;
};

/// Waits until fd is readable, not longer than that.
void waitReadable(int fd, std::chrono::milliseconds atMost);

} // namespace atrium::gateways
