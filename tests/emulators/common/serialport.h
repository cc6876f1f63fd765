// SPDX-License-Identifier: GPL-3.0-or-later
// The far end of a serial line: a pseudo-terminal with a link of a known name.
#pragma once

#include "tests/emulators/common/port.h"

namespace atrium::emulators {

/// plug() makes a new pseudo-terminal in raw mode and points the link at it; unplug() closes it, so that the
/// program at the other end sees its port vanish as with a pulled USB cable.
class SerialPort final : public Port {
public:
    SerialPort(Loop& loop, std::string link, Received received);
    ~SerialPort() override;

    void plug() override;
    void unplug() override;
    [[nodiscard]] bool isPlugged() const override { return m_master >= 0; }
    [[nodiscard]] std::string name() const override { return m_link; }

private:
    ssize_t writeNow(std::span<const std::uint8_t> bytes) override;
    void readSome();

    std::string m_link;
    int m_master = -1;
    int m_slave = -1; ///< kept open, or the master would report an error while no program has the port open
};

} // namespace atrium::emulators
