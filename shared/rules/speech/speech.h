// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/rules/pinyin/pinyin.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Turns texts into what a speech engine can say rightly.
///
/// Chinese is given as numbered pinyin ("qing3 dao4 san1 hao4") for the voice `cmn-latn-pinyin` of
/// espeak-ng: its default Mandarin voice spells Chinese out in English letters, and it reads
/// 银行 and 重庆 wrongly by itself. English is plain text for its English voice.
namespace atrium::speech {

enum class Language : std::uint8_t { zh, en };

/// One utterance in one voice. Speak them in order and wait `pauseAfterMs` after each.
struct Segment {
    Language language = Language::zh;
    std::string text;
    int ratePercent = 100; ///< 100 is the engine's own speed
    int pauseAfterMs = 0;
    bool operator==(const Segment&) const = default;
};

struct Options {
    int ratePercent = 100;                        ///< 25 to 400, clamped
    bool oneAsYao = false;                        ///< 1 in numbers as yao1, as on the telephone
    const pinyin::Overrides* overrides = nullptr; ///< may be absent; must outlive the call
};

/// What stands in the braces. {number} is read digit by digit, {window} and {count} as a cardinal,
/// {name} as a person's name, everything else as text.
using Values = std::map<std::string, std::string, std::less<>>;

/// Speaks "请 {number} 号到 {window} 号窗口" or "Ticket {number}, please go to window {window}".
/// A brace without a value is left out; "{{" is a brace.
std::vector<Segment> announcement(Language language, std::string_view pattern, const Values& values,
                                  const Options& options = {});

/// Reads any text aloud (H3.5-06): Chinese, English and numbers mixed, marks become pauses.
/// Survives every input; what cannot be spoken is left out.
std::vector<Segment> readAloud(std::string_view text, const Options& options = {});

/// 12 to "shi2 er4", 205 to "liang3 bai3 ling2 wu3"; up to 999,999,999,999.
std::string cardinal(std::uint64_t number);

/// One digit of a number that is read digit by digit: '0' to "ling2"; empty for no digit.
std::string digit(char c, bool oneAsYao = false);

} // namespace atrium::speech
