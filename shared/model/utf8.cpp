// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/utf8.h"

#include <array>
#include <cstddef>

namespace atrium::model {

char32_t takeCodePoint(std::string_view& text) noexcept {
    const auto lead = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    if (lead < 0x80)
        return lead;
    if (lead < 0xC2 || lead > 0xF4)
        return kMalformed;
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t out = lead & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) {
        if (text.empty() || (static_cast<unsigned char>(text.front()) & 0xC0U) != 0x80U)
            return kMalformed;
        out = out << 6U | (static_cast<unsigned char>(text.front()) & 0x3FU);
        text.remove_prefix(1);
    }
    constexpr std::array<char32_t, 4> kLeast{0, 0x80, 0x800, 0x10000};
    const bool surrogate = out >= 0xD800 && out <= 0xDFFF;
    return out < kLeast[more] || out > 0x10FFFF || surrogate ? kMalformed : out;
}

} // namespace atrium::model
