// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/plaintext.h"

#include "shared/model/utf8.h"

#include <algorithm>
#include <array>

namespace atrium::model {

namespace {

struct Range {
    char32_t from;
    char32_t to;
};

template <std::size_t N> bool isIn(const std::array<Range, N>& ranges, char32_t point) noexcept {
    return std::any_of(ranges.begin(), ranges.end(),
                       [point](const Range& range) { return point >= range.from && point <= range.to; });
}

constexpr std::array kRefused{Range{0x00, 0x1F},     Range{0x7F, 0x9F},     Range{0x2028, 0x2029},
                              Range{0x202A, 0x202E}, Range{0x2066, 0x2069}, Range{0xFFFE, 0xFFFF}};
/// White space, joiners and fillers of Unicode 15.
constexpr std::array kUnseen{Range{0x00, 0x20},     Range{0x7F, 0xA0},     Range{0xAD, 0xAD},
                             Range{0x034F, 0x034F}, Range{0x061C, 0x061C}, Range{0x115F, 0x1160},
                             Range{0x1680, 0x1680}, Range{0x17B4, 0x17B5}, Range{0x180B, 0x180F},
                             Range{0x2000, 0x200F}, Range{0x2028, 0x202F}, Range{0x205F, 0x206F},
                             Range{0x2800, 0x2800}, Range{0x3000, 0x3000}, Range{0x3164, 0x3164},
                             Range{0xFE00, 0xFE0F}, Range{0xFEFF, 0xFEFF}, Range{0xFFA0, 0xFFA0}};

} // namespace

std::size_t characterCount(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool isPlainText(std::string_view text, bool lines) noexcept {
    while (!text.empty()) {
        const char32_t point = takeCodePoint(text);
        const bool breaks = point == '\n' || point == '\t';
        if (point == kMalformed || (isIn(kRefused, point) && !(lines && breaks)))
            return false;
    }
    return true;
}

bool isBlank(std::string_view text) noexcept {
    while (!text.empty())
        if (!isIn(kUnseen, takeCodePoint(text)))
            return false;
    return true;
}

} // namespace atrium::model
