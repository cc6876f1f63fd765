// SPDX-License-Identifier: GPL-3.0-or-later
// A black and white picture as a thermal printer takes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace atrium::devices {

/// One bit per dot, 1 = black, rows from the top, bit 7 of a byte leftmost, each row padded to whole bytes.
struct TicketImage {
    int width = 0;  ///< dots
    int height = 0; ///< dots
    std::vector<std::uint8_t> bits;

    [[nodiscard]] std::size_t rowBytes() const { return (static_cast<std::size_t>(width) + 7) / 8; }
    [[nodiscard]] bool isValid() const {
        return width > 0 && height > 0 && bits.size() == rowBytes() * static_cast<std::size_t>(height);
    }
    [[nodiscard]] bool dot(int x, int y) const {
        const auto column = static_cast<std::size_t>(x);
        const auto index = static_cast<std::size_t>(y) * rowBytes() + column / 8;
        return ((static_cast<unsigned>(bits[index]) >> (7U - column % 8U)) & 1U) != 0;
    }

    bool operator==(const TicketImage&) const = default;
};

/// How the paper is separated after a ticket.
enum class CutMode { none, partial, full };

} // namespace atrium::devices
