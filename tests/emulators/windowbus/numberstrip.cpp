// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/windowbus/numberstrip.h"

#include <stdexcept>

namespace atrium::emulators {

void NumberStrip::take(std::span<const std::uint8_t> bytes) {
    for (const auto byte : bytes) {
        m_last.push_back(byte);
        if (m_last.size() > 4)
            m_last.erase(m_last.begin());
        if (m_last.size() < 4 || m_last[0] != m_address)
            continue;
        const unsigned number = m_last[1] * 256U + m_last[2];
        const unsigned sum = (m_last[0] + m_last[1] + m_last[2]) % 256U;
        if (sum != m_last[3] || number > 999)
            continue;
        m_last.clear();
        if (strikes("deaf"))
            continue;
        m_value = static_cast<int>(number);
        ++m_shows;
    }
}

void NumberStrip::forget() {
    m_last.clear();
    m_value = -1;
}

std::string NumberStrip::command(const Words&) {
    throw std::invalid_argument("a number strip knows no commands: see state");
}

std::string NumberStrip::state() const {
    return name() + ".value=" + std::to_string(m_value) + " " + name() + ".shows=" + std::to_string(m_shows);
}

} // namespace atrium::emulators
