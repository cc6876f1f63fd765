// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/server/services/running.h"

#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>

#include <array>
#include <chrono>
#include <string>

namespace atrium::test {

/// An open event stream of a device, read with a time limit.
class EventStream {
public:
    /// after: a position of the log; empty: from now on.
    EventStream(RunningServer& server, const std::string& device, const std::string& after,
                const std::string& session = {})
        : m_socket(Poco::Net::SocketAddress("127.0.0.1", server.port())) {
        std::string request = "GET /api/v1/events HTTP/1.1\r\nHost: hall\r\nAuthorization: Bearer " +
                              server.token(device) + "\r\n";
        if (!after.empty())
            request += "Last-Event-ID: " + after + "\r\n";
        if (!session.empty())
            request += "Atrium-Session: " + session + "\r\n";
        request += "\r\n";
        m_socket.sendBytes(request.data(), static_cast<int>(request.size()));
        m_socket.setReceiveTimeout(Poco::Timespan(15, 0));
    }
    /// Everything up to and with the text; without it when the stream ends or a minute is over, and throws
    /// when the server falls silent.
    std::string until(const std::string& text) {
        std::array<char, 4096> chunk{};
        const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        while (m_text.find(text) == std::string::npos && std::chrono::steady_clock::now() < end) {
            const int count = m_socket.receiveBytes(chunk.data(), static_cast<int>(chunk.size()));
            if (count <= 0)
                break;
            m_text.append(chunk.data(), static_cast<std::size_t>(count));
        }
        return m_text;
    }

private:
    Poco::Net::StreamSocket m_socket;
    std::string m_text;
};

} // namespace atrium::test
