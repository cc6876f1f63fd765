// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/common/serialport.h"

#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

namespace atrium::emulators {

SerialPort::SerialPort(Loop& loop, std::string link,
                       std::function<void(std::span<const std::uint8_t>)> received)
    : m_loop(loop), m_link(std::move(link)), m_received(std::move(received)) {}

SerialPort::~SerialPort() {
    unplug();
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
    m_loop.watch(m_master, [this] { readSome(); });
}

void SerialPort::unplug() {
    if (!isPlugged())
        return;
    ++m_generation;
    m_loop.forget(m_master);
    std::error_code ignored;
    std::filesystem::remove(m_link, ignored);
    close(m_slave);
    close(m_master);
    m_master = m_slave = -1;
    m_outgoing.clear();
    m_pacing = false;
}

void SerialPort::readSome() {
    std::array<std::uint8_t, 4096> buffer{};
    const auto count = read(m_master, buffer.data(), buffer.size());
    if (count > 0)
        m_received(std::span(buffer).first(static_cast<std::size_t>(count)));
}

void SerialPort::send(std::span<const std::uint8_t> bytes) {
    if (!isPlugged())
        return;
    m_outgoing.insert(m_outgoing.end(), bytes.begin(), bytes.end());
    if (!m_pacing)
        writeSome();
}

void SerialPort::writeSome() {
    if (!isPlugged())
        return;
    m_pacing = false;
    // Ten bits a byte, 2 ms a step: at 115200 bits per second 23 bytes a step.
    const std::size_t most = m_bitsPerSecond == 0
                                 ? m_outgoing.size()
                                 : std::max<std::size_t>(1, static_cast<std::size_t>(m_bitsPerSecond) / 5000);
    const auto written = write(m_master, m_outgoing.data(), std::min(most, m_outgoing.size()));
    if (written > 0)
        m_outgoing.erase(m_outgoing.begin(), m_outgoing.begin() + written);
    if (!m_outgoing.empty())
        writeLater();
}

void SerialPort::writeLater() {
    m_pacing = true;
    m_loop.after(Milliseconds(2), [this, generation = m_generation] {
        if (generation == m_generation)
            writeSome();
    });
}

void SerialPort::sendInPieces(const Bytes& bytes, unsigned seed) {
    std::size_t at = 0;
    Milliseconds when{0};
    while (at < bytes.size()) {
        seed = seed * 1103515245U + 12345U;
        // Long replies in larger pieces, so that even a split reply stays inside the reader's time limit.
        const std::size_t most = bytes.size() > 100 ? 97 : 9;
        const std::size_t count = std::min(bytes.size() - at, 1 + (seed >> 16U) % most);
        Bytes piece(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                    bytes.begin() + static_cast<std::ptrdiff_t>(at + count));
        m_loop.after(when, [this, generation = m_generation, piece] {
            if (generation == m_generation)
                send(piece);
        });
        at += count;
        when += Milliseconds(1 + (seed >> 24U) % 3);
    }
}

} // namespace atrium::emulators
