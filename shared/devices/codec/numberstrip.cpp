// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/devices/codec/numberstrip.h"

namespace atrium::devices::numberstrip {

std::optional<std::array<std::uint8_t, 4>> encode(std::uint8_t address, int number) {
    if (number < 0 || number > kMaxNumber)
        return std::nullopt;
    const auto high = static_cast<std::uint8_t>(number / 256);
    const auto low = static_cast<std::uint8_t>(number % 256);
    return std::array<std::uint8_t, 4>{address, high, low, static_cast<std::uint8_t>(address + high + low)};
}

} // namespace atrium::devices::numberstrip
