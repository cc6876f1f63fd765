// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/speech/segments.h"

#include <algorithm>

namespace atrium::speech {
namespace {

using detail::Segments;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t runOf(std::string_view text, bool (*belongs)(char)) {
    const auto end = std::find_if_not(text.begin(), text.end(), belongs);
    return static_cast<std::size_t>(end - text.begin());
}

/// Cuts a value into letters, digits and the rest and hands each to its reader.
template <typename Digits>
void speakCode(std::string_view value, Language language, const Options& options, Segments& out,
               Digits digits) {
    while (!value.empty()) {
        std::size_t length = 0;
        if ((length = runOf(value, isLetter)) > 0) {
            std::u32string letters = pinyin::decode(value.substr(0, length));
            for (char32_t& c : letters)
                c = c >= U'a' ? c - 32 : c;
            out.spell(letters);
        } else if ((length = runOf(value, isDigit)) > 0) {
            digits(value.substr(0, length));
        } else {
            length = runOf(value, [](char c) { return !isLetter(c) && !isDigit(c); });
            detail::speakText(value.substr(0, length), language, options, out);
        }
        value.remove_prefix(length);
    }
}

void speakPerson(std::string_view name, Language language, const Options& options, Segments& out) {
    const pinyin::Overrides none;
    const auto syllables = pinyin::nameReading(name, options.overrides ? *options.overrides : none);
    const bool chinese =
        std::any_of(syllables.begin(), syllables.end(), [](const auto& s) { return !s.pinyin.empty(); });
    if (!chinese) {
        detail::speakText(name, language, options, out);
        return;
    }
    for (const pinyin::Syllable& syllable : syllables)
        out.chinese(syllable.pinyin);
}

void speakValue(std::string_view name, std::string_view value, Language language, const Options& options,
                Segments& out) {
    if (name == "number") {
        speakCode(value, language, options, out,
                  [&](std::string_view digits) { out.digits(digits, language, options.oneAsYao); });
    } else if (name == "window" || name == "count") {
        speakCode(value, language, options, out, [&](std::string_view digits) {
            if (language == Language::en)
                out.english(digits);
            else if (digits.size() > 12)
                out.digits(digits, language, options.oneAsYao);
            else
                out.chinese(cardinal(std::stoull(std::string(digits))));
        });
    } else if (name == "name") {
        speakPerson(value, language, options, out);
    } else {
        detail::speakText(value, language, options, out);
    }
}

} // namespace

std::vector<Segment> announcement(Language language, std::string_view pattern, const Values& values,
                                  const Options& options) {
    Segments out(options.ratePercent);
    std::string text;
    const auto flush = [&] {
        detail::speakText(text, language, options, out);
        text.clear();
    };
    while (!pattern.empty()) {
        const std::size_t close = pattern.front() == '{' ? pattern.find('}') : pattern.npos;
        if (pattern.starts_with("{{") || close == pattern.npos) {
            text.push_back(pattern.front());
            pattern.remove_prefix(pattern.starts_with("{{") ? 2 : 1);
            continue;
        }
        flush();
        const std::string_view name = pattern.substr(1, close - 1);
        if (const auto value = values.find(name); value != values.end())
            speakValue(name, value->second, language, options, out);
        pattern.remove_prefix(close + 1);
    }
    flush();
    return out.take();
}

} // namespace atrium::speech
