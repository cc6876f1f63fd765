// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/utf8.h"
#include "shared/rules/pinyin/pinyin.h"

namespace atrium::pinyin {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool isScalar(char32_t c) {
    return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF);
}

} // namespace

std::u32string decode(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        const char32_t point = model::takeCodePoint(utf8);
        out.push_back(point == model::kMalformed ? kReplacement : point);
    }
    return out;
}

std::string encode(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    const auto put = [&out](char32_t bits) { out.push_back(static_cast<char>(bits)); };
    for (char32_t c : text) {
        if (!isScalar(c))
            c = kReplacement;
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | (c >> 6));
            put(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            put(0xE0 | (c >> 12));
            put(0x80 | ((c >> 6) & 0x3F));
            put(0x80 | (c & 0x3F));
        } else {
            put(0xF0 | (c >> 18));
            put(0x80 | ((c >> 12) & 0x3F));
            put(0x80 | ((c >> 6) & 0x3F));
            put(0x80 | (c & 0x3F));
        }
    }
    return out;
}

std::string_view withoutTone(std::string_view syllable) {
    if (!syllable.empty() && syllable.back() >= '1' && syllable.back() <= '5')
        syllable.remove_suffix(1);
    return syllable;
}

bool isHan(char32_t c) {
    return c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

} // namespace atrium::pinyin
