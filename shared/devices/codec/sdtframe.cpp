// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/sdtframe.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace atrium::devices::sdt {
namespace {

constexpr std::array<std::uint8_t, 5> kPreamble{0xAA, 0xAA, 0xAA, 0x96, 0x69};
constexpr std::size_t kHeader = kPreamble.size() + 2;
constexpr std::size_t kMinReplyLength = 4; // three status bytes and the check

std::uint8_t checkOf(std::span<const std::uint8_t> bytes) {
    std::uint8_t check = 0;
    for (const auto byte : bytes)
        check = static_cast<std::uint8_t>(check ^ byte);
    return check;
}

std::size_t bigEndian(std::span<const std::uint8_t> bytes, std::size_t at) {
    return static_cast<std::size_t>(bytes[at]) << 8U | bytes[at + 1];
}

std::uint32_t littleEndian(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value |= static_cast<std::uint32_t>(bytes[at + i]) << (8U * i);
    return value;
}

Bytes slice(std::span<const std::uint8_t> bytes, std::size_t from, std::size_t count) {
    const auto part = bytes.subspan(from, count);
    return {part.begin(), part.end()};
}

} // namespace

Bytes encode(const Request& request) {
    Bytes frame(kPreamble.begin(), kPreamble.end());
    const std::size_t length = request.data.size() + 3;
    frame.push_back(static_cast<std::uint8_t>(length >> 8U));
    frame.push_back(static_cast<std::uint8_t>(length & 0xFFU));
    frame.push_back(request.command);
    frame.push_back(request.parameter);
    frame.insert(frame.end(), request.data.begin(), request.data.end());
    frame.push_back(checkOf(std::span(frame).subspan(kPreamble.size())));
    return frame;
}

void ReplyDecoder::feed(std::span<const std::uint8_t> bytes) {
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
}

void ReplyDecoder::skipToPreamble() {
    // A preamble that begins at the end of what is there may be completed by the next bytes, so it stays.
    auto at = m_buffer.begin();
    for (; at != m_buffer.end(); ++at) {
        const auto available = std::min<std::ptrdiff_t>(m_buffer.end() - at, kPreamble.size());
        if (std::equal(at, at + available, kPreamble.begin()))
            break;
    }
    m_buffer.erase(m_buffer.begin(), at);
}

void ReplyDecoder::rejectFrame() {
    ++m_damaged;
    m_buffer.erase(m_buffer.begin());
}

std::optional<Reply> ReplyDecoder::next() {
    for (;;) {
        skipToPreamble();
        if (m_buffer.size() < kHeader)
            return std::nullopt;
        const std::size_t length = bigEndian(m_buffer, kPreamble.size());
        if (length < kMinReplyLength || length > kMaxLength) {
            rejectFrame();
            continue;
        }
        if (m_buffer.size() < kHeader + length)
            return std::nullopt;
        const auto covered = std::span(m_buffer).subspan(kPreamble.size(), 2 + length - 1);
        if (checkOf(covered) != m_buffer[kHeader + length - 1]) {
            rejectFrame();
            continue;
        }
        Reply reply{m_buffer[kHeader], m_buffer[kHeader + 1], m_buffer[kHeader + 2],
                    slice(m_buffer, kHeader + 3, length - kMinReplyLength)};
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(kHeader + length));
        return reply;
    }
}

std::optional<Reply> ReplyDecoder::flush() {
    while (!m_buffer.empty()) {
        if (auto reply = next())
            return reply;
        if (!m_buffer.empty())
            rejectFrame();
    }
    return std::nullopt;
}

std::optional<CardData> splitCardData(std::span<const std::uint8_t> data, bool withFingerprint) {
    const std::size_t head = withFingerprint ? 6 : 4;
    if (data.size() < head)
        return std::nullopt;
    const std::size_t text = bigEndian(data, 0);
    const std::size_t photo = bigEndian(data, 2);
    const std::size_t print = withFingerprint ? bigEndian(data, 4) : 0;
    if (text != 256 || data.size() != head + text + photo + print)
        return std::nullopt;
    return CardData{slice(data, head, text), slice(data, head + text, photo),
                    slice(data, head + text + photo, print)};
}

std::string samIdText(std::span<const std::uint8_t> data) {
    if (data.size() != 16)
        return {};
    std::array<char, 64> text{};
    const int written =
        std::snprintf(text.data(), text.size(), "%02u.%02u-%08u-%010u-%010u", littleEndian(data, 0, 2),
                      littleEndian(data, 2, 2), littleEndian(data, 4, 4), littleEndian(data, 8, 4),
                      littleEndian(data, 12, 4));
    return {text.data(), static_cast<std::size_t>(std::max(written, 0))};
}

} // namespace atrium::devices::sdt
