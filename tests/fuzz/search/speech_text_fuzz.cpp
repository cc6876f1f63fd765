// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a text, a pattern, a value and an override.
#include "shared/rules/speech/speech.h"

#include <cstdlib>

using namespace atrium;

namespace {

void check(const std::vector<speech::Segment>& segments) {
    for (const speech::Segment& s : segments) {
        if (s.text.empty() || s.pauseAfterMs < 0)
            std::abort();
        if (s.language == speech::Language::zh &&
            s.text.find_first_not_of("abcdefghijklmnopqrstuvwxyz12345 ") != s.text.npos)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    check(speech::readAloud(text));
    const speech::Values values{{"number", text}, {"window", text}, {"name", text}, {"x", text}};
    for (const speech::Language language : {speech::Language::zh, speech::Language::en}) {
        check(speech::announcement(language, "请 {number} 号到 {window}，{name}{x}", values));
        check(speech::announcement(language, text, values));
    }
    pinyin::Overrides overrides;
    if (overrides.add(text, "yin2 hang2") && pinyin::reading(text, overrides).size() != 2)
        std::abort();
    return 0;
}
