// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/speech/segments.h"

#include <algorithm>

namespace atrium::speech::detail {

Segments::Segments(int ratePercent) : m_rate(std::clamp(ratePercent, 25, 400)) {}

void Segments::word(Language language, std::string_view text) {
    if (text.empty())
        return;
    if (!m_open || m_segments.back().language != language) {
        m_segments.push_back({.language = language, .text = std::string(text), .ratePercent = m_rate});
        m_open = true;
        return;
    }
    m_segments.back().text.append(" ").append(text);
}

void Segments::spell(std::u32string_view letters) {
    std::string text;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!text.empty())
            text.push_back(letters[i - 1] == U'A' ? '-' : ' ');
        text += pinyin::encode(letters.substr(i, 1));
    }
    english(text);
}

void Segments::digits(std::string_view text, Language language, bool oneAsYao) {
    for (const char c : text) {
        if (c < '0' || c > '9')
            continue;
        const bool afterA = language == Language::en && m_open &&
                            m_segments.back().language == Language::en &&
                            (m_segments.back().text == "A" || m_segments.back().text.ends_with(" A") ||
                             m_segments.back().text.ends_with("-A"));
        if (language == Language::zh)
            chinese(digit(c, oneAsYao));
        else if (afterA) // "A 0" would be heard as the article
            m_segments.back().text.append("-").push_back(c);
        else
            english(std::string_view(&c, 1));
    }
}

void Segments::pause(int milliseconds) {
    m_open = false;
    if (!m_segments.empty()) {
        int& pause = m_segments.back().pauseAfterMs;
        pause = std::max(pause, milliseconds * 100 / m_rate);
    }
}

} // namespace atrium::speech::detail
