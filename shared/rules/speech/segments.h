// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/speech/speech.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atrium::speech::detail {

/// Pauses in milliseconds at the engine's own speed; a faster rate shortens them.
constexpr int kCommaMs = 200;
constexpr int kStopMs = 450;
constexpr int kParagraphMs = 700;

/// Collects words of two voices into as few segments as the voices and pauses allow.
class Segments {
public:
    explicit Segments(int ratePercent);

    /// Numbered pinyin, one or more syllables; nothing for an empty one.
    void chinese(std::string_view pinyin) { word(Language::zh, pinyin); }
    void english(std::string_view text) { word(Language::en, text); }
    /// Letters by their names.
    void spell(std::u32string_view letters);
    void digits(std::string_view text, Language language, bool oneAsYao);
    /// Ends the running segment; the longest of several pauses in a row counts.
    void pause(int milliseconds);

    std::vector<Segment> take() { return std::move(m_segments); }

private:
    void word(Language language, std::string_view text);

    int m_rate;
    bool m_open = false;
    std::vector<Segment> m_segments;
};

/// Speaks text into `out`. `numbers` is the language of digits, which belong to none.
void speakText(std::string_view text, Language numbers, const Options& options, Segments& out);

/// 不 and 一 change their tone before the next syllable; `syllables` and `text` go side by side.
void applySandhi(std::u32string_view text, std::span<std::string> syllables);

/// Speaks a number as written: 3.5, 12,000, 30%, 9:30, 007, 13800138000. `next` is the character
/// behind it. Anything else in the text is left out.
void speakNumber(std::string_view written, char32_t next, Language language, const Options& options,
                 Segments& out);

} // namespace atrium::speech::detail
