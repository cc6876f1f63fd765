// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateways/sms/codec/cmppframes.h"

namespace atrium::gateways::cmpp {

std::optional<Pdu> FrameDecoder::next() {
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            value = value << 8U | static_cast<unsigned char>(m_buffer[i]);
        return value;
    };
    if (m_isBroken || m_buffer.size() < 4)
        return std::nullopt;
    const std::size_t length = number(0);
    if (length < kHeaderBytes || length > kMostBytes) {
        m_isBroken = true;
        m_buffer.clear();
        return std::nullopt;
    }
    if (m_buffer.size() < length)
        return std::nullopt;
    Pdu pdu{number(4), number(8), m_buffer.substr(kHeaderBytes, length - kHeaderBytes)};
    m_buffer.erase(0, length);
    return pdu;
}

} // namespace atrium::gateways::cmpp
