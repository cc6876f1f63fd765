// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateways/sms/codec/cmpppdu.h"

#include <optional>
#include <string>
#include <string_view>

namespace atrium::gateways::cmpp {

/// Cuts a stream of bytes into units. A length that cannot be is the end: a stream of lengths cannot be found
/// again, the connection must be closed.
class FrameDecoder {
public:
    /// Longest unit a gateway sends, with room to spare: a Deliver of 3.0 has at most 364 bytes.
    static constexpr std::size_t kMostBytes = 4096;

    void feed(std::string_view bytes) { m_buffer += bytes; }
    /// The next whole unit; nothing when more bytes are needed or the stream is broken.
    [[nodiscard]] std::optional<Pdu> next();
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    [[nodiscard]] std::size_t pendingBytes() const { return m_buffer.size(); }

private:
    std::string m_buffer;
    bool m_isBroken = false;
};

} // namespace atrium::gateways::cmpp
