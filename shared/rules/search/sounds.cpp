// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/pinyin/pinyin.h"
#include "shared/rules/search/data.h"

#include <algorithm>

namespace atrium::search::detail {
namespace {

std::string fuzzyText(std::string_view sound) {
    std::string out(sound);
    if (out.size() > 1 && out[1] == 'h' && (out[0] == 'z' || out[0] == 'c' || out[0] == 's'))
        out.erase(1, 1);
    if (!out.empty() && out[0] == 'l')
        out[0] = 'n';
    if (out.size() > 2 && out.ends_with("ng"))
        out.pop_back();
    std::replace(out.begin(), out.end(), 'v', 'u');
    return out;
}

Range prefixRange(const std::vector<std::string>& sorted, std::string_view prefix) {
    const auto low = std::lower_bound(sorted.begin(), sorted.end(), prefix);
    const auto high =
        std::partition_point(low, sorted.end(), [&](const std::string& s) { return s.starts_with(prefix); });
    return {static_cast<std::uint32_t>(low - sorted.begin()),
            static_cast<std::uint32_t>(high - sorted.begin())};
}

void sortUnique(std::vector<std::string>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

} // namespace

Sounds::Sounds() : m_texts(pinyin::toneless()) {
    for (char c = 'a'; c <= 'z'; ++c)
        m_texts.emplace_back(1, c);
    for (char c = '0'; c <= '9'; ++c)
        m_texts.emplace_back(1, c);
    sortUnique(m_texts);
    for (const std::string& text : m_texts)
        m_fuzzyTexts.push_back(fuzzyText(text));
    for (const std::string& text : m_texts)
        m_letters.push_back(letterNumber(static_cast<unsigned char>(text.front())));
    sortUnique(m_fuzzyTexts);
    for (const std::string& text : m_texts) {
        const auto found = std::lower_bound(m_fuzzyTexts.begin(), m_fuzzyTexts.end(), fuzzyText(text));
        m_fuzzy.push_back(static_cast<std::uint16_t>(found - m_fuzzyTexts.begin()));
    }
}

const Sounds& Sounds::table() {
    static const Sounds sounds;
    return sounds;
}

std::uint16_t Sounds::number(std::string_view text) const {
    const auto found = std::lower_bound(m_texts.begin(), m_texts.end(), text);
    return found != m_texts.end() && *found == text ? static_cast<std::uint16_t>(found - m_texts.begin())
                                                    : kNone;
}

Range Sounds::startingWith(std::string_view text) const {
    return prefixRange(m_texts, text);
}

Range Sounds::fuzzyStartingWith(std::string_view text) const {
    return prefixRange(m_fuzzyTexts, fuzzyText(text));
}

char32_t folded(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c >= U'A' && c <= U'Z')
        return c + 32;
    if (c == 0xFC || c == 0xDC)
        return U'v';
    if (c < 0x80)
        return letterNumber(c) ? c : 0;
    const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
    const bool mark = c < 0xC0 || c == 0xD7 || c == 0xF7 || within(0x2000, 0x2BFF) || c == 0x30FB ||
                      (within(0x3000, 0x303F) && c != 0x3007) || within(0xFE00, 0xFE6F) ||
                      within(0xFF5F, 0xFFFF);
    return mark ? 0 : c;
}

} // namespace atrium::search::detail
