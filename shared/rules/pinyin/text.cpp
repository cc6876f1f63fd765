// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/pinyin/pinyin.h"

namespace atrium::pinyin {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool isScalar(char32_t c) {
    return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF);
}

/// Length and smallest value of the sequence a lead byte opens; length 0 for no lead byte.
struct Lead {
    int length;
    char32_t bits;
    char32_t smallest;
};

Lead lead(unsigned char byte) {
    if (byte < 0x80)
        return {1, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0)
        return {2, static_cast<char32_t>(byte & 0x1F), 0x80};
    if (byte >= 0xE0 && byte < 0xF0)
        return {3, static_cast<char32_t>(byte & 0x0F), 0x800};
    if (byte >= 0xF0 && byte < 0xF5)
        return {4, static_cast<char32_t>(byte & 0x07), 0x10000};
    return {0, 0, 0};
}

} // namespace

std::u32string decode(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const Lead start = lead(static_cast<unsigned char>(utf8[i]));
        char32_t value = start.bits;
        std::size_t taken = 1;
        while (taken < static_cast<std::size_t>(start.length) && i + taken < utf8.size()) {
            const auto next = static_cast<unsigned char>(utf8[i + taken]);
            if ((next & 0xC0) != 0x80)
                break;
            value = (value << 6) | (next & 0x3F);
            ++taken;
        }
        const bool whole = taken == static_cast<std::size_t>(start.length);
        out.push_back(whole && isScalar(value) && value >= start.smallest ? value : kReplacement);
        i += taken;
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
