// SPDX-License-Identifier: GPL-3.0-or-later
// The far end of a device's line, whatever carries it.
#pragma once

#include "tests/emulators/common/loop.h"

#include <cstdint>
#include <span>
#include <string>
#include <sys/types.h>

namespace atrium::emulators {

using Bytes = std::vector<std::uint8_t>;

/// Sends at once, in pieces or at the pace of a real line. plug() makes the line reachable, unplug() lets the
/// program at the other end see it vanish.
class Port {
public:
    using Received = std::function<void(std::span<const std::uint8_t>)>;

    Port(Loop& loop, Received received) : m_loop(loop), m_received(std::move(received)) {}
    virtual ~Port() = default;
    Port(const Port&) = delete;
    Port& operator=(const Port&) = delete;

    virtual void plug() = 0;
    virtual void unplug() = 0;
    [[nodiscard]] virtual bool isPlugged() const = 0;
    /// What a program is told to open.
    [[nodiscard]] virtual std::string name() const = 0;

    /// Sends at once, or paced when bitsPerSecond is not 0. Bytes sent while unplugged are lost.
    void send(std::span<const std::uint8_t> bytes);
    /// Sends in pieces of 1 to 9 bytes, each a few milliseconds after the other.
    void sendInPieces(const Bytes& bytes, unsigned seed);
    void setBitsPerSecond(int bitsPerSecond) { m_bitsPerSecond = bitsPerSecond; }

protected:
    /// Hands bytes to the operating system and says how many it took; below 0: none now.
    virtual ssize_t writeNow(std::span<const std::uint8_t> bytes) = 0;
    /// What waits to be sent is lost.
    void forgetOutgoing();
    void deliver(std::span<const std::uint8_t> bytes) { m_received(bytes); }
    Loop& loop() { return m_loop; }

private:
    void writeSome();
    void writeLater();

    Loop& m_loop;
    Received m_received;
    Bytes m_outgoing;
    int m_bitsPerSecond = 0;
    unsigned m_generation = 0;
    bool m_pacing = false;
};

} // namespace atrium::emulators
