// SPDX-License-Identifier: GPL-3.0-or-later
// The far end of a serial line: a pseudo-terminal with a link of a known name.
#pragma once

#include "tests/emulators/common/loop.h"

#include <cstdint>
#include <span>
#include <string>

namespace atrium::emulators {

using Bytes = std::vector<std::uint8_t>;

/// plug() makes a new pseudo-terminal in raw mode and points the link at it; unplug() closes it, so that the
/// program at the other end sees its port vanish as with a pulled USB cable.
class SerialPort {
public:
    SerialPort(Loop& loop, std::string link, std::function<void(std::span<const std::uint8_t>)> received);
    ~SerialPort();
    SerialPort(const SerialPort&) = delete;
    SerialPort& operator=(const SerialPort&) = delete;

    void plug();
    void unplug();
    [[nodiscard]] bool isPlugged() const { return m_master >= 0; }

    /// Sends at once, or paced when bitsPerSecond is not 0. Bytes sent while unplugged are lost.
    void send(std::span<const std::uint8_t> bytes);
    /// Sends in pieces of 1 to 9 bytes, each a few milliseconds after the other.
    void sendInPieces(const Bytes& bytes, unsigned seed);
    void setBitsPerSecond(int bitsPerSecond) { m_bitsPerSecond = bitsPerSecond; }

private:
    void readSome();
    void writeSome();
    void writeLater();

    Loop& m_loop;
    std::string m_link;
    std::function<void(std::span<const std::uint8_t>)> m_received;
    Bytes m_outgoing;
    int m_master = -1;
    int m_slave = -1; ///< kept open, or the master would report an error while no program has the port open
    int m_bitsPerSecond = 0;
    unsigned m_generation = 0;
    bool m_pacing = false;
};

} // namespace atrium::emulators
