// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/windowbus/onboncard.h"

#include <algorithm>
#include <stdexcept>

namespace atrium::emulators {
namespace {

constexpr unsigned kAny = 0xFFFE;
constexpr unsigned kAll = 0xFFFF;

/// X^16 + X^15 + X^2 + 1, bits taken from the lowest.
unsigned crcOf(const Bytes& bytes, std::size_t count) {
    unsigned remainder = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            const bool odd = ((remainder ^ static_cast<unsigned>(bytes[i]) >> bit) & 1U) != 0;
            remainder /= 2;
            if (odd)
                remainder ^= 0xA001U;
        }
    }
    return remainder;
}

unsigned word(const Bytes& bytes, std::size_t at) {
    return bytes[at] + 256U * bytes[at + 1];
}

/// Undoes the escapes; false when there is one that does not exist.
bool unescape(const Bytes& from, Bytes& to) {
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (from[i] != 0xA6 && from[i] != 0x5B) {
            to.push_back(from[i]);
            continue;
        }
        const unsigned which = i + 1 < from.size() ? from[i + 1] : 0;
        if (which != 1 && which != 2)
            return false;
        // A6 02 is A5, A6 01 is A6, 5B 02 is 5A, 5B 01 is 5B.
        to.push_back(static_cast<std::uint8_t>(from[i] - (which - 1)));
        ++i;
    }
    return true;
}

} // namespace

void OnbonCard::take(std::span<const std::uint8_t> bytes) {
    for (const auto byte : bytes) {
        if (byte == 0xA5) {
            m_inside = true;
            m_frame.clear();
        } else if (m_inside && byte == 0x5A) {
            m_inside = false;
            onFrame();
        } else if (m_inside && m_frame.size() < 3000) {
            m_frame.push_back(byte);
        }
    }
}

void OnbonCard::forget() {
    m_screen = {};
    m_inside = false;
    m_frame.clear();
}

void OnbonCard::onFrame() {
    Bytes frame;
    if (!unescape(m_frame, frame) || frame.size() < 16) {
        ++m_damaged;
        return;
    }
    const unsigned to = word(frame, 0);
    const unsigned from = word(frame, 2);
    if (to != m_address && to != kAny && to != kAll)
        return;
    const std::size_t covered = frame.size() - 2;
    const bool isWhole =
        frame[8] == 0 && frame[11] == 2 && word(frame, 12) == covered - 14 && covered - 14 >= 5;
    if (!isWhole || crcOf(frame, covered) != word(frame, covered)) {
        ++m_damaged;
        answer(5, from, to);
        return;
    }
    obey(Bytes(frame.begin() + 14, frame.end() - 2), from, to);
}

void OnbonCard::obey(const Bytes& data, unsigned from, unsigned to) {
    unsigned error = 2; // no such command
    if (data[0] == 0xA2 && data[1] == 0x00) {
        ++m_pings;
        error = 0;
    } else if (data[0] == 0xA3 && data[1] == 0x06) {
        error = show(data);
    } else if (data[0] < 0xA1 || data[0] > 0xA4) {
        error = 1; // no such group
    }
    if (data[2] == 1 && to != kAll)
        answer(error, from, to);
}

unsigned OnbonCard::show(const Bytes& data) {
    if (strikes("busy"))
        return 3;
    if (strikes("nofont"))
        return 12;
    const auto screen = readOnbonShow(Bytes(data.begin() + 5, data.end()));
    if (!screen)
        return 4;
    const auto now = Clock::now();
    if (m_shows > 0) {
        const long since = std::chrono::duration_cast<Milliseconds>(now - m_lastShow).count();
        m_shortest = m_shortest < 0 ? since : std::min(m_shortest, since);
    }
    m_lastShow = now;
    m_screen = *screen;
    ++m_shows;
    return 0;
}

void OnbonCard::answer(unsigned error, unsigned from, unsigned to) {
    if (to == kAll)
        return;
    const unsigned self = to == kAny ? kAny : m_address;
    const auto low = [](unsigned value) { return static_cast<std::uint8_t>(value % 256); };
    Bytes body{low(from),  low(from / 256),
               low(self),  low(self / 256),
               0,          0,
               0,          0,
               0,          0,
               0xFE,       2,
               5,          0,
               0xA0,       low(error != 0),
               low(error), 0,
               0};
    const unsigned crc = crcOf(body, body.size());
    body.push_back(low(crc));
    body.push_back(low(crc / 256));
    Bytes bytes(9, 0xA5); // the printed answers begin with nine
    for (const auto byte : body) {
        if (byte == 0xA5 || byte == 0xA6)
            bytes.insert(bytes.end(), {0xA6, low(byte == 0xA5 ? 2 : 1)});
        else if (byte == 0x5A || byte == 0x5B)
            bytes.insert(bytes.end(), {0x5B, low(byte == 0x5A ? 2 : 1)});
        else
            bytes.push_back(byte);
    }
    bytes.push_back(0x5A);
    say(bytes);
}

std::string OnbonCard::command(const Words& words) {
    if (words[0] != "text")
        throw std::invalid_argument("a strip knows text only");
    return "ok colour=" + std::string(1, m_screen.colour) + " font=" + m_screen.font +
           " effect=" + std::to_string(m_screen.effect) + " size=" + std::to_string(m_screen.width) + "x" +
           std::to_string(m_screen.height) + " text=" + m_screen.text;
}

std::string OnbonCard::state() const {
    return name() + ".shows=" + std::to_string(m_shows) + " " + name() + ".pings=" + std::to_string(m_pings) +
           " " + name() + ".damaged=" + std::to_string(m_damaged) + " " + name() +
           ".shortest=" + std::to_string(m_shortest);
}

} // namespace atrium::emulators
