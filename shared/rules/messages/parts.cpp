// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/messages/parts.h"

#include "shared/model/utf8.h"

#include <cstdint>

namespace atrium::rules::messages {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool isLatin(char32_t character) {
    return character == '\n' || character == '\r' ||
           (character >= 0x20 && character <= 0x7E && character != '`');
}

int unitsOf(char32_t character, Alphabet alphabet) {
    if (alphabet == Alphabet::ucs2)
        return character > 0xFFFF && character != model::kMalformed ? 2 : 1;
    constexpr std::u32string_view kExtended = U"^{}\\[~]|";
    return kExtended.find(character) == std::u32string_view::npos ? 1 : 2;
}

int unitsOf(std::string_view text, Alphabet alphabet) {
    int units = 0;
    while (!text.empty())
        units += unitsOf(model::takeCodePoint(text), alphabet);
    return units;
}

void appendUnit(std::string& out, std::uint32_t unit) {
    out += static_cast<char>(unit >> 8U & 0xFFU);
    out += static_cast<char>(unit & 0xFFU);
}

void appendUtf8(std::string& out, char32_t point) {
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | (point >> shift & 0x3FU)); };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | point >> 6U);
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | point >> 12U);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | point >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace

Alphabet alphabetOf(std::string_view text) {
    while (!text.empty())
        if (!isLatin(model::takeCodePoint(text)))
            return Alphabet::ucs2;
    return Alphabet::latin;
}

std::vector<std::string> splitParts(std::string_view text) {
    const auto alphabet = alphabetOf(text);
    const bool latin = alphabet == Alphabet::latin;
    if (unitsOf(text, alphabet) <= (latin ? kLatinAlone : kUcs2Alone))
        return {std::string(text)};
    const int most = latin ? kLatinOfSeveral : kUcs2OfSeveral;
    std::vector<std::string> parts(1);
    int used = 0;
    while (!text.empty()) {
        auto rest = text;
        const int units = unitsOf(model::takeCodePoint(rest), alphabet);
        if (used + units > most) {
            parts.emplace_back();
            used = 0;
        }
        parts.back() += text.substr(0, text.size() - rest.size());
        used += units;
        text = rest;
    }
    return parts;
}

int countParts(std::string_view text) {
    return static_cast<int>(splitParts(text).size());
}

std::string toUcs2(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        char32_t point = model::takeCodePoint(text);
        if (point == model::kMalformed)
            point = kReplacement;
        if (point > 0xFFFF) {
            point -= 0x10000;
            appendUnit(out, 0xD800U | point >> 10U);
            appendUnit(out, 0xDC00U | (point & 0x3FFU));
        } else {
            appendUnit(out, point);
        }
    }
    return out;
}

std::string fromUcs2(std::string_view bytes) {
    const auto unitAt = [&](std::size_t at) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8U |
                                     static_cast<unsigned char>(bytes[at + 1]));
    };
    std::string out;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t point = unitAt(at);
        if (point >= 0xD800 && point <= 0xDFFF) {
            const char32_t low = at + 3 < bytes.size() ? unitAt(at + 2) : 0;
            if (point <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
                point = 0x10000 + ((point & 0x3FFU) << 10U | (low & 0x3FFU));
                at += 2;
            } else {
                point = kReplacement;
            }
        }
        appendUtf8(out, point);
    }
    return out;
}

} // namespace atrium::rules::messages
