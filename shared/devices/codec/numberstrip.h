// SPDX-License-Identifier: GPL-3.0-or-later
// The simplest strips: three digits above a window, told by four bytes and never answering.
// Format: address | number high | number low | sum of these three; 9600 8N1. The published example shows 999
// at address 5: 05 03 E7 EF.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace atrium::devices::numberstrip {

constexpr int kMaxNumber = 999;

/// The four bytes that show the number, 0 to 999; nothing for any other number.
[[nodiscard]] std::optional<std::array<std::uint8_t, 4>> encode(std::uint8_t address, int number);

} // namespace atrium::devices::numberstrip
