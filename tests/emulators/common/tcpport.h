// SPDX-License-Identifier: GPL-3.0-or-later
// The far end of a TCP connection, as of a controller with a network socket.
#pragma once

#include "tests/emulators/common/port.h"

namespace atrium::emulators {

/// Listens on 127.0.0.1. One connection at a time, as such controllers do: a new one ends the old one.
/// unplug() ends it and the listening; plug() listens again at the same port.
class TcpPort final : public Port {
public:
    /// `number` 0: a free port, known from name() once it was plugged in.
    TcpPort(Loop& loop, std::uint16_t number, Received received)
        : Port(loop, std::move(received)), m_number(number) {}
    ~TcpPort() override;

    void plug() override;
    void unplug() override;
    [[nodiscard]] bool isPlugged() const override { return m_server >= 0; }
    [[nodiscard]] std::string name() const override { return "127.0.0.1:" + std::to_string(m_number); }

private:
    ssize_t writeNow(std::span<const std::uint8_t> bytes) override;
    void accept();
    void readSome();
    void hangUp();

    std::uint16_t m_number;
    int m_server = -1;
    int m_client = -1;
};

} // namespace atrium::emulators
