// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/emulators/common/port.h"

#include <algorithm>

namespace atrium::emulators {

void Port::forgetOutgoing() {
    ++m_generation;
    m_outgoing.clear();
    m_pacing = false;
}

void Port::send(std::span<const std::uint8_t> bytes) {
    if (!isPlugged())
        return;
    m_outgoing.insert(m_outgoing.end(), bytes.begin(), bytes.end());
    if (!m_pacing)
        writeSome();
}

void Port::writeSome() {
    if (!isPlugged())
        return;
    m_pacing = false;
    // Ten bits a byte, 2 ms a step: at 115200 bits per second 23 bytes a step.
    const std::size_t most = m_bitsPerSecond == 0
                                 ? m_outgoing.size()
                                 : std::max<std::size_t>(1, static_cast<std::size_t>(m_bitsPerSecond) / 5000);
    const auto written = writeNow(std::span(m_outgoing).first(std::min(most, m_outgoing.size())));
    if (written > 0)
        m_outgoing.erase(m_outgoing.begin(), m_outgoing.begin() + written);
    if (!m_outgoing.empty())
        writeLater();
}

void Port::writeLater() {
    m_pacing = true;
    m_loop.after(Milliseconds(2), [this, generation = m_generation] {
        if (generation == m_generation)
            writeSome();
    });
}

void Port::sendInPieces(const Bytes& bytes, unsigned seed) {
    std::size_t at = 0;
    Milliseconds when{0};
    while (at < bytes.size()) {
        seed = seed * 1103515245U + 12345U;
        // Long replies in larger pieces, so that even a split reply stays inside the reader's time limit.
        const std::size_t most = bytes.size() > 100 ? 97 : 9;
        const std::size_t count = std::min(bytes.size() - at, 1 + (seed >> 16U) % most);
        Bytes piece(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                    bytes.begin() + static_cast<std::ptrdiff_t>(at + count));
        m_loop.after(when, [this, generation = m_generation, piece] {
            if (generation == m_generation)
                send(piece);
        });
        at += count;
        when += Milliseconds(1 + (seed >> 24U) % 3);
    }
}

} // namespace atrium::emulators
