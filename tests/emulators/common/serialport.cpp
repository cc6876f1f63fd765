// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/common/serialport.h"

#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>

namespace atrium::emulators {

SerialPort::SerialPort(Loop& loop, std::string link, Received received)
    : Port(loop, std::move(received)), m_link(std::move(link)) {}

SerialPort::~SerialPort() {
    SerialPort::unplug();
}

void SerialPort::plug() {
    if (isPlugged())
        return;
    termios settings{};
    cfmakeraw(&settings);
    settings.c_cflag |= CREAD | CLOCAL;
    cfsetspeed(&settings, B115200);
    std::array<char, 256> name{};
    if (openpty(&m_master, &m_slave, name.data(), &settings, nullptr) != 0)
        throw std::runtime_error("cannot make a pseudo-terminal");
    fcntl(m_master, F_SETFL, O_NONBLOCK);
    fcntl(m_master, F_SETFD, FD_CLOEXEC);
    fcntl(m_slave, F_SETFD, FD_CLOEXEC);
    // A link made aside and renamed: whoever opens the name finds the old port, the new one, or nothing.
    const std::filesystem::path aside = m_link + ".new";
    std::filesystem::remove(aside);
    std::filesystem::create_symlink(name.data(), aside);
    std::filesystem::rename(aside, m_link);
    loop().watch(m_master, [this] { readSome(); });
}

void SerialPort::unplug() {
    if (!isPlugged())
        return;
    forgetOutgoing();
    loop().forget(m_master);
    std::error_code ignored;
    std::filesystem::remove(m_link, ignored);
    close(m_slave);
    close(m_master);
    m_master = m_slave = -1;
}

void SerialPort::readSome() {
    std::array<std::uint8_t, 4096> buffer{};
    const auto count = read(m_master, buffer.data(), buffer.size());
    if (count > 0)
        deliver(std::span(buffer).first(static_cast<std::size_t>(count)));
}

ssize_t SerialPort::writeNow(std::span<const std::uint8_t> bytes) {
    return write(m_master, bytes.data(), bytes.size());
}

} // namespace atrium::emulators
