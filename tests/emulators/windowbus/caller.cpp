// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/windowbus/caller.h"

#include <stdexcept>

namespace atrium::emulators {
namespace {

const std::map<std::string, std::uint8_t> kKeys{{"rate", 0x0B},   {"call", 0x0C},    {"recall", 0x0D},
                                                {"cancel", 0x0E}, {"confirm", 0x0F}, {"metre", 0x11},
                                                {"pause", 0x12},  {"transfer", 0x13}};

Bytes frame(unsigned address, unsigned command, const Bytes& data) {
    const auto length = static_cast<std::uint8_t>(2 + data.size());
    Bytes bytes{0xFF,
                0x68,
                length,
                length,
                0x68,
                static_cast<std::uint8_t>(address),
                static_cast<std::uint8_t>(command)};
    unsigned sum = address + command;
    for (const auto byte : data) {
        bytes.push_back(byte);
        sum += byte;
    }
    bytes.push_back(static_cast<std::uint8_t>(sum % 256));
    bytes.push_back(0x16);
    return bytes;
}

} // namespace

void CallerPad::take(std::span<const std::uint8_t> bytes) {
    m_incoming.insert(m_incoming.end(), bytes.begin(), bytes.end());
    const auto drop = [this](std::size_t count) {
        m_incoming.erase(m_incoming.begin(), m_incoming.begin() + static_cast<std::ptrdiff_t>(count));
    };
    while (m_incoming.size() >= 9) {
        const std::size_t length = m_incoming[2];
        const bool begins = m_incoming[0] == 0xFF && m_incoming[1] == 0x68 && m_incoming[4] == 0x68 &&
                            length == m_incoming[3] && length >= 2 && length <= 8;
        if (!begins) {
            drop(1);
            continue;
        }
        if (m_incoming.size() < length + 7)
            return;
        const Bytes data(m_incoming.begin() + 7,
                         m_incoming.begin() + static_cast<std::ptrdiff_t>(length + 5));
        const Bytes whole(m_incoming.begin(), m_incoming.begin() + static_cast<std::ptrdiff_t>(length + 7));
        if (whole != frame(m_incoming[5], m_incoming[6], data)) {
            drop(1);
            continue;
        }
        const unsigned address = m_incoming[5];
        const unsigned command = m_incoming[6];
        drop(length + 7);
        if (address == m_address)
            onFrame(command, data);
    }
}

void CallerPad::forget() {
    m_incoming.clear();
    m_pending.clear();
    m_display.clear();
}

void CallerPad::onFrame(unsigned command, const Bytes& data) {
    ++m_heard;
    if (!m_pending.empty() && frame(m_address, command, data) == m_pending) {
        if (strikes("deaf"))
            return;
        m_pending.clear();
        ++m_taken;
    } else if (command == 3 && data.empty()) {
        ++m_beeps;
    } else if (command == 1 && data == Bytes{0x0B}) {
        ++m_asked;
    } else if (command == 2 && data.size() == 6) {
        m_display.clear();
        for (const auto digit : data)
            m_display += digit <= 9 ? static_cast<char>('0' + digit) : '_';
    }
}

void CallerPad::send(unsigned command, const Bytes& data) {
    m_sent = frame(m_address, command, data);
    m_pending = frame(m_address, command == 0x11 ? 1 : command, data);
    sendAgain(++m_serial, 3);
}

void CallerPad::sendAgain(unsigned serial, int times) {
    if (serial != m_serial || m_pending.empty())
        return;
    if (times == 0) {
        m_pending.clear();
        ++m_lost;
        return;
    }
    ++m_frames;
    say(m_sent);
    loop().after(m_repeat, [this, serial, times] { sendAgain(serial, times - 1); });
}

std::string CallerPad::command(const Words& words) {
    if (words[0] == "grade" && words.size() == 3) {
        send(0x11, {static_cast<std::uint8_t>(std::stoul(words[2]))});
    } else if (words[0] == "press" && words.size() > 2) {
        Bytes data;
        for (std::size_t i = 2; i < words.size(); ++i) {
            const auto key = kKeys.find(words[i]);
            const bool isDigit = words[i].size() == 1 && words[i][0] >= '0' && words[i][0] <= '9';
            if (key == kKeys.end() && !isDigit)
                throw std::invalid_argument("no such key: " + words[i]);
            data.push_back(isDigit ? static_cast<std::uint8_t>(words[i][0] - '0') : key->second);
        }
        if (data.size() > 6)
            throw std::invalid_argument("too many keys for one frame");
        send(m_keyCommand, data);
    } else {
        throw std::invalid_argument("a caller knows press and grade");
    }
    return "ok";
}

std::string CallerPad::state() const {
    const auto word = [this](const char* what, int value) {
        return name() + "." + what + "=" + std::to_string(value) + " ";
    };
    return word("frames", m_frames) + word("heard", m_heard) + word("taken", m_taken) + word("lost", m_lost) +
           word("beeps", m_beeps) + word("asked", m_asked) + name() + ".display=" + m_display;
}

} // namespace atrium::emulators
