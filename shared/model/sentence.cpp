// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/model/sentence.h"

#include "shared/model/result.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace atrium::model {

namespace {

struct Text {
    std::string_view zh;
    std::string_view en;
};

constexpr std::array kSentences{
    Text{},
#define ATRIUM_TITLE(code, zh, en)
#define ATRIUM_SENTENCE(name, zh, en) Text{zh, en},
#include "shared/model/sentences.inc"
#undef ATRIUM_SENTENCE
#undef ATRIUM_TITLE
};

/// Quality in thousandths of one range of Accept-Language; -1: malformed.
int weightOf(std::string_view parameters) {
    const std::size_t at = parameters.find("q=");
    if (at == std::string_view::npos)
        return 1000;
    std::string_view text = parameters.substr(at + 2);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    if (text.empty() || text.size() > 5 || (text.front() != '0' && text.front() != '1') ||
        (text.size() > 1 && text[1] != '.'))
        return -1;
    int weight = (text.front() - '0') * 1000;
    int unit = 100;
    for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (digit < '0' || digit > '9')
            return -1;
        weight += (digit - '0') * unit;
        unit /= 10;
    }
    return weight <= 1000 ? weight : -1;
}

bool speaks(std::string_view range, std::string_view language) {
    return range.size() >= 2 && std::tolower(static_cast<unsigned char>(range[0])) == language[0] &&
           std::tolower(static_cast<unsigned char>(range[1])) == language[1] &&
           (range.size() == 2 || range[2] == '-' || range[2] == '_');
}

} // namespace

std::string_view textOf(Sentence sentence, Language language) noexcept {
    const auto index = static_cast<std::size_t>(sentence);
    if (index >= kSentences.size())
        return {};
    return language == Language::en ? kSentences[index].en : kSentences[index].zh;
}

std::string textOf(const Saying& saying, Language language) {
    const std::string_view text = textOf(saying.sentence, language);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find('{', at), text.size());
        out += text.substr(at, open - at);
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos)
            break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const auto value = std::find_if(saying.values.begin(), saying.values.end(),
                                        [&](const auto& given) { return given.first == name; });
        out += value == saying.values.end() ? text.substr(open, close - open + 1)
                                            : std::string_view(value->second);
        at = close + 1;
    }
    return out;
}

std::string_view titleOf(ErrorCode code, Language language) noexcept {
    switch (code) {
#define ATRIUM_TITLE(name, chinese, english)                                                                 \
    case ErrorCode::name:                                                                                    \
        return language == Language::en ? std::string_view(english) : std::string_view(chinese);
#define ATRIUM_SENTENCE(name, zh, en)
#include "shared/model/sentences.inc"
#undef ATRIUM_SENTENCE
#undef ATRIUM_TITLE
    }
    return {};
}

const std::vector<std::pair<Sentence, std::string_view>>& allSentences() {
    static const std::vector<std::pair<Sentence, std::string_view>> kAll{
#define ATRIUM_TITLE(code, zh, en)
#define ATRIUM_SENTENCE(name, zh, en) {Sentence::name, #name},
#include "shared/model/sentences.inc"
#undef ATRIUM_SENTENCE
#undef ATRIUM_TITLE
    };
    return kAll;
}

Language languageOf(std::string_view acceptLanguage) {
    int best = 0;
    Language out = Language::zh;
    while (!acceptLanguage.empty()) {
        const std::size_t comma = std::min(acceptLanguage.find(','), acceptLanguage.size());
        std::string_view range = acceptLanguage.substr(0, comma);
        acceptLanguage.remove_prefix(std::min(comma + 1, acceptLanguage.size()));
        range.remove_prefix(std::min(range.find_first_not_of(" \t"), range.size()));
        const std::size_t semicolon = std::min(range.find(';'), range.size());
        const int weight = weightOf(range.substr(semicolon));
        std::string_view tag = range.substr(0, semicolon);
        while (!tag.empty() && (tag.back() == ' ' || tag.back() == '\t'))
            tag.remove_suffix(1);
        const bool english = speaks(tag, "en");
        if (weight > best && (english || speaks(tag, "zh"))) {
            best = weight;
            out = english ? Language::en : Language::zh;
        }
    }
    return out;
}

} // namespace atrium::model
