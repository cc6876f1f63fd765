// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/printer/realtime.h"

#include <algorithm>

namespace atrium::emulators {

std::optional<RealTimeCommand> RealTimeFilter::take(std::uint8_t byte) {
    std::rotate(m_last.begin(), m_last.begin() + 1, m_last.end());
    m_last.back() = byte;
    constexpr std::array<std::uint8_t, 10> clear{0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};
    if (m_last == clear)
        return RealTimeCommand{RealTimeCommand::Kind::clear, 0};
    if (m_last[7] == 0x10 && m_last[8] == 0x04 && byte >= 1 && byte <= 5)
        return RealTimeCommand{RealTimeCommand::Kind::status, byte};
    if (m_last[7] == 0x10 && m_last[8] == 0x05)
        return RealTimeCommand{RealTimeCommand::Kind::recover, byte};
    return std::nullopt;
}

} // namespace atrium::emulators
