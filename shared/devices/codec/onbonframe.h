// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of ONBON BX-5K and BX-6K font cards, which drive the strips above windows.
// Source: the maker's "BX-5K/6K protocol, user edition" (doc.onbonbx.com/zh/k/potocol), sections 3 and 4.
// Format: A5 eight times (one is enough) | header 14 | data | check 2 | 5A. Between A5 and 5A the bytes A5,
// A6, 5A, 5B are sent as A6 02, A6 01, 5B 02, 5B 01. Lengths and check count the bytes before that. Numbers
// are little-endian. Line: 9600 or 57600 8N1, or TCP port 5005.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace atrium::devices::onbon {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint16_t kAnyAddress = 0xFFFE;       ///< every card obeys and answers
constexpr std::uint16_t kBroadcastAddress = 0xFFFF; ///< every card obeys, none answers
constexpr std::uint16_t kHostAddress = 0x8000;      ///< of a program
constexpr std::uint8_t kAnyCard = 0xFE;             ///< device type that fits every card
constexpr std::size_t kMaxData = 1024;              ///< bytes a card takes in one frame

/// How the two check bytes are made.
enum class CheckMode : std::uint8_t {
    crc16 = 0, ///< CRC-16/ARC over header and data
    sum16 = 1, ///< the sum of these bytes
    none = 2,  ///< anything; only some cards
};

/// One frame with what this protocol lets a program choose.
struct Frame {
    std::uint16_t destination = 1; ///< a strip's address; in an answer that of the host
    std::uint16_t source = kHostAddress;
    CheckMode checkMode = CheckMode::crc16;
    std::uint8_t displayMode = 0; ///< 0: areas and programmes side by side; 1: areas lie above programmes
    std::uint8_t deviceType = kAnyCard;
    Bytes data; ///< command group, command, and what belongs to it
    bool operator==(const Frame&) const = default;
};

/// CRC-16/ARC: polynomial 8005 reflected, start 0.
[[nodiscard]] std::uint16_t crc16(std::span<const std::uint8_t> bytes);

/// The whole frame as it goes on the line. data must hold at most kMaxData bytes.
[[nodiscard]] Bytes encode(const Frame& frame);

/// Takes the line's bytes in pieces of any size and gives whole frames. An A5 anywhere begins a new frame,
/// because it cannot stand inside one: after damage the next frame is found. Never holds more than one frame.
class FrameDecoder {
public:
    void feed(std::span<const std::uint8_t> bytes);

    /// The next whole frame, oldest first; empty when more bytes are needed.
    [[nodiscard]] std::optional<Frame> next();

    /// Frames thrown away since construction: wrong check, length, escape or version, or cut off.
    [[nodiscard]] std::size_t damagedFrames() const { return m_damaged; }

    /// Bytes held: of the frame under way and those not looked at yet.
    [[nodiscard]] std::size_t pendingBytes() const { return m_input.size() - m_at + m_body.size(); }

    /// Forgets everything received.
    void clear();

private:
    enum class Stage { outside, preamble, inside };

    std::optional<Frame> take(std::uint8_t byte);
    void add(std::uint8_t byte);
    std::optional<Frame> finish();
    void reject();

    Bytes m_input;
    std::size_t m_at = 0; ///< first byte of m_input not looked at
    Bytes m_body;         ///< of the frame under way, escapes undone
    Stage m_stage = Stage::outside;
    std::uint8_t m_escape = 0; ///< A6 or 5B when the next byte ends an escape
    std::size_t m_damaged = 0;
};

} // namespace atrium::devices::onbon
