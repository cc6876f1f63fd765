// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/callerframe.h"

#include <algorithm>
#include <numeric>

namespace atrium::devices::caller {
namespace {

constexpr std::uint8_t kFirst = 0xFF;
constexpr std::uint8_t kMark = 0x68;
constexpr std::uint8_t kLast = 0x16;
constexpr std::size_t kHead = 5; ///< up to the second mark
constexpr std::size_t kTail = 2; ///< sum and end
constexpr std::size_t kMinLength = 2;
constexpr std::size_t kMaxLength = kMinLength + kMaxData;
constexpr std::uint8_t kGradeCommand = 0x11;
constexpr std::uint8_t kGradeTaken = 0x01;
constexpr std::uint8_t kDisplay = 0x02;
constexpr std::uint8_t kBeep = 0x03;
constexpr std::uint8_t kBlank = 0x0A;
constexpr std::size_t kHalf = 3; ///< digits in half of the display

std::uint8_t sumOf(std::span<const std::uint8_t> bytes) {
    return static_cast<std::uint8_t>(std::accumulate(bytes.begin(), bytes.end(), 0U));
}

/// False as soon as the bytes that are there cannot be the beginning of a frame.
bool mayBegin(std::span<const std::uint8_t> bytes) {
    const auto is = [&](std::size_t at, std::uint8_t value) {
        return bytes.size() <= at || bytes[at] == value;
    };
    if (!is(0, kFirst) || !is(1, kMark) || !is(4, kMark))
        return false;
    if (bytes.size() > 2 && (bytes[2] < kMinLength || bytes[2] > kMaxLength))
        return false;
    return bytes.size() <= 3 || bytes[2] == bytes[3];
}

bool isKey(std::uint8_t byte) {
    return (byte >= 0x0B && byte <= 0x0F) || (byte >= 0x11 && byte <= 0x13);
}

/// Puts up to three digits into half of the display, from its right end.
void putDigits(std::span<std::uint8_t> half, std::string_view digits) {
    std::size_t at = half.size();
    for (auto digit = digits.rbegin(); digit != digits.rend() && at > 0; ++digit) {
        --at;
        if (*digit >= '0' && *digit <= '9')
            half[at] = static_cast<std::uint8_t>(*digit - '0');
    }
}

} // namespace

Bytes encode(const Frame& frame) {
    const auto length = static_cast<std::uint8_t>(kMinLength + frame.data.size());
    Bytes bytes{kFirst, kMark, length, length, kMark, frame.address, frame.command};
    bytes.insert(bytes.end(), frame.data.begin(), frame.data.end());
    bytes.push_back(sumOf(std::span(bytes).subspan(kHead)));
    bytes.push_back(kLast);
    return bytes;
}

void FrameDecoder::feed(std::span<const std::uint8_t> bytes) {
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
}

std::optional<Frame> FrameDecoder::whole(std::size_t length) const {
    const std::span body = std::span(m_buffer).subspan(kHead, length);
    if (sumOf(body) != m_buffer[kHead + length] || m_buffer[kHead + length + 1] != kLast)
        return std::nullopt;
    return Frame{body[0], body[1], Bytes(body.begin() + 2, body.end())};
}

std::optional<Frame> FrameDecoder::next() {
    std::size_t at = 0;
    const auto dropTo = [this](std::size_t from) {
        m_buffer.erase(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(from));
    };
    for (;;) {
        while (at < m_buffer.size() && !mayBegin(std::span(m_buffer).subspan(at)))
            ++at;
        dropTo(at);
        at = 0;
        if (m_buffer.size() < kHead)
            return std::nullopt;
        const std::size_t length = m_buffer[2];
        if (m_buffer.size() < kHead + length + kTail)
            return std::nullopt;
        auto frame = whole(length);
        dropTo(frame ? kHead + length + kTail : 1);
        if (frame)
            return frame;
        ++m_damaged;
    }
}

std::optional<Frame> FrameDecoder::flush() {
    while (!m_buffer.empty()) {
        if (auto frame = next())
            return frame;
        if (!m_buffer.empty()) {
            m_buffer.erase(m_buffer.begin());
            ++m_damaged;
        }
    }
    return std::nullopt;
}

std::optional<Message> read(const Frame& frame) {
    if (frame.data.empty())
        return std::nullopt;
    if (frame.command == kGradeCommand)
        return frame.data.size() == 1 ? std::optional<Message>(Grade{frame.data[0]}) : std::nullopt;
    Entry entry;
    for (std::size_t i = 0; i < frame.data.size(); ++i) {
        const std::uint8_t byte = frame.data[i];
        const bool isLast = i + 1 == frame.data.size();
        if (byte <= 9)
            entry.digits += static_cast<char>('0' + byte);
        else if (isLast && isKey(byte))
            entry.key = static_cast<Key>(byte);
        else
            return std::nullopt;
    }
    return entry;
}

Frame acknowledgement(const Frame& frame) {
    Frame answer = frame;
    if (frame.command == kGradeCommand)
        answer.command = kGradeTaken;
    return answer;
}

Frame showTicket(std::uint8_t address, std::string_view digits) {
    Frame frame{address, kDisplay, Bytes(2 * kHalf, kBlank)};
    putDigits(std::span(frame.data).subspan(kHalf), digits);
    return frame;
}

Frame showWaiting(std::uint8_t address, int count) {
    Frame frame{address, kDisplay, Bytes(2 * kHalf, kBlank)};
    const int shown = std::clamp(count, 0, 999);
    const std::string digits{static_cast<char>('0' + shown / 100), static_cast<char>('0' + shown / 10 % 10),
                             static_cast<char>('0' + shown % 10)};
    putDigits(std::span(frame.data).first(kHalf), digits);
    return frame;
}

Frame beep(std::uint8_t address) {
    return {address, kBeep, {}};
}

Frame showStars(std::uint8_t address) {
    return {address, kDisplay, {0x05}};
}

Frame askGrade(std::uint8_t address) {
    return {address, kGradeTaken, {0x0B}};
}

} // namespace atrium::devices::caller
