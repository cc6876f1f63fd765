// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/onbonframe.h"

#include <algorithm>
#include <numeric>

namespace atrium::devices::onbon {
namespace {

constexpr std::uint8_t kBegin = 0xA5;
constexpr std::uint8_t kBeginEscape = 0xA6;
constexpr std::uint8_t kEnd = 0x5A;
constexpr std::uint8_t kEndEscape = 0x5B;
constexpr std::size_t kPreambleBytes = 8;
constexpr std::size_t kHeaderBytes = 14;
constexpr std::size_t kCheckBytes = 2;
constexpr std::uint8_t kVersion = 2;
/// A card may answer with a file's block, which is longer than what it takes.
constexpr std::size_t kMaxBody = 4096;

std::uint8_t lowByte(std::size_t value) {
    return static_cast<std::uint8_t>(value & 0xFFU);
}

void putShort(Bytes& bytes, std::size_t value) {
    bytes.push_back(lowByte(value));
    bytes.push_back(lowByte(value >> 8U));
}

std::uint16_t shortAt(std::span<const std::uint8_t> bytes, std::size_t at) {
    return static_cast<std::uint16_t>(bytes[at] | bytes[at + 1] << 8U);
}

std::uint16_t checkOf(std::span<const std::uint8_t> bytes, CheckMode mode) {
    if (mode == CheckMode::sum16)
        return static_cast<std::uint16_t>(std::accumulate(bytes.begin(), bytes.end(), 0U));
    return crc16(bytes);
}

void putEscaped(Bytes& bytes, std::uint8_t byte) {
    if (byte == kBegin || byte == kBeginEscape) {
        bytes.push_back(kBeginEscape);
        bytes.push_back(byte == kBegin ? 2 : 1);
    } else if (byte == kEnd || byte == kEndEscape) {
        bytes.push_back(kEndEscape);
        bytes.push_back(byte == kEnd ? 2 : 1);
    } else {
        bytes.push_back(byte);
    }
}

} // namespace

std::uint16_t crc16(std::span<const std::uint8_t> bytes) {
    unsigned crc = 0;
    for (const auto byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xA001U : crc >> 1U;
    }
    return static_cast<std::uint16_t>(crc);
}

Bytes encode(const Frame& frame) {
    Bytes body;
    putShort(body, frame.destination);
    putShort(body, frame.source);
    body.insert(body.end(), 4, 0); // reserved, and no bar code
    body.push_back(static_cast<std::uint8_t>(frame.checkMode));
    body.push_back(frame.displayMode);
    body.push_back(frame.deviceType);
    body.push_back(kVersion);
    putShort(body, frame.data.size());
    body.insert(body.end(), frame.data.begin(), frame.data.end());
    putShort(body, checkOf(body, frame.checkMode));
    Bytes bytes(kPreambleBytes, kBegin);
    for (const auto byte : body)
        putEscaped(bytes, byte);
    bytes.push_back(kEnd);
    return bytes;
}

void FrameDecoder::feed(std::span<const std::uint8_t> bytes) {
    m_input.insert(m_input.end(), bytes.begin(), bytes.end());
}

void FrameDecoder::clear() {
    m_input.clear();
    m_at = 0;
    m_body.clear();
    m_stage = Stage::outside;
    m_escape = 0;
}

void FrameDecoder::reject() {
    ++m_damaged;
    m_body.clear();
    m_stage = Stage::outside;
    m_escape = 0;
}

std::optional<Frame> FrameDecoder::next() {
    while (m_at < m_input.size()) {
        if (auto frame = take(m_input[m_at++]))
            return frame;
    }
    m_input.clear();
    m_at = 0;
    return std::nullopt;
}

std::optional<Frame> FrameDecoder::take(std::uint8_t byte) {
    if (byte == kBegin) {
        if (m_stage == Stage::inside)
            reject(); // its end was lost
        m_stage = Stage::preamble;
        return std::nullopt;
    }
    if (m_stage == Stage::outside)
        return std::nullopt;
    m_stage = Stage::inside;
    if (byte == kEnd)
        return finish();
    if (m_escape != 0) {
        const bool isKnown = byte == 1 || byte == 2;
        const auto plain = static_cast<std::uint8_t>(byte == 1 ? m_escape : m_escape - 1);
        m_escape = 0;
        isKnown ? add(plain) : reject();
    } else if (byte == kBeginEscape || byte == kEndEscape) {
        m_escape = byte;
    } else {
        add(byte);
    }
    return std::nullopt;
}

void FrameDecoder::add(std::uint8_t byte) {
    m_body.push_back(byte);
    if (m_body.size() > kMaxBody)
        reject();
}

std::optional<Frame> FrameDecoder::finish() {
    const std::span body(m_body);
    const bool isWhole = m_escape == 0 && body.size() >= kHeaderBytes + kCheckBytes;
    const std::size_t covered = isWhole ? body.size() - kCheckBytes : 0;
    // A frame with a bar code (address setting over the network) has a longer header: its length will not
    // fit.
    if (!isWhole || body[8] > 2 || body[11] != kVersion || shortAt(body, 12) != covered - kHeaderBytes) {
        reject();
        return std::nullopt;
    }
    const auto mode = static_cast<CheckMode>(body[8]);
    if (mode != CheckMode::none && checkOf(body.first(covered), mode) != shortAt(body, covered)) {
        reject();
        return std::nullopt;
    }
    const auto data = body.subspan(kHeaderBytes, covered - kHeaderBytes);
    Frame frame{shortAt(body, 0), shortAt(body, 2), mode, body[9], body[10], {data.begin(), data.end()}};
    m_body.clear();
    m_stage = Stage::outside;
    return frame;
}

} // namespace atrium::devices::onbon
