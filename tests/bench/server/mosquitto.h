// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <sys/types.h>

namespace atrium::bench {

/// The broker mosquitto on a free port of the loopback, without persistence and log, answering at once
/// (set_tcp_nodelay). Ends with the object. Throws std::runtime_error when it does not start.
class Mosquitto {
public:
    Mosquitto();
    ~Mosquitto();
    Mosquitto(const Mosquitto&) = delete;
    Mosquitto& operator=(const Mosquitto&) = delete;

    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }
    [[nodiscard]] int pid() const noexcept { return m_pid; }

private:
    std::string m_folder;
    std::uint16_t m_port = 0;
    pid_t m_pid = -1;
};

} // namespace atrium::bench
