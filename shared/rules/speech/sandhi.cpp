// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/rules/speech/segments.h"

namespace atrium::speech::detail {
namespace {

/// Behind these 一 is a number or an ordinal and keeps its tone, as it does before a counted place.
constexpr std::u32string_view kNumberBefore = U"第周期统唯万十百千零〇一二三四五六七八九初专之";
constexpr std::u32string_view kPlaceBehind = U"号楼层月日级年〇零一二三四五六七八九十";

bool holds(std::u32string_view set, char32_t c) {
    return set.find(c) != set.npos;
}

} // namespace

void applySandhi(std::u32string_view text, std::span<std::string> syllables) {
    for (std::size_t i = 0; i + 1 < text.size() && i + 1 < syllables.size(); ++i) {
        if (syllables[i + 1].empty())
            continue;
        const char nextTone = syllables[i + 1].back();
        if (text[i] == U'不' && syllables[i] == "bu4" && nextTone == '4')
            syllables[i] = "bu2";
        const bool counted = (i > 0 && holds(kNumberBefore, text[i - 1])) || holds(kPlaceBehind, text[i + 1]);
        if (text[i] == U'一' && syllables[i] == "yi1" && !counted)
            syllables[i] = nextTone == '4' ? "yi2" : nextTone == '5' ? "yi1" : "yi4";
    }
}

} // namespace atrium::speech::detail
